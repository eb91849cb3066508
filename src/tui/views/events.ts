import { cut, cutLine, type Line, text, width } from '../../draw/line.ts';
import type { Choice } from '../model/choice.ts';
import { choices } from '../model/choices.ts';
import { sceneOf, type Session } from '../session.ts';
import type { Overlay, State } from '../state.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { heading, type Page } from './page.ts';
import { outcomeSign } from '../../draw/signs.ts';

const WIDEST_TITLE = 52;
/** From this width on, the regions have a column of their own. */
const REGION_FROM = 100;
const REGION_WIDTH = { least: 20, most: 34 };

/** The palette: what can be done here, how it stands under the run on show, and why. */
export function eventsPage(
  session: Session,
  state: State,
  overlay: Extract<Overlay, { kind: 'events' }>,
  columns: number,
): Page {
  const { section, filter } = overlay;
  const found = choices(session, sceneOf(session, state), state.run, section, filter);
  if (found.length === 0)
    return {
      lines: paragraph(
        `Nothing here has "${filter}" in it. Backspace erases, Tab shows what else can be done.`,
        columns,
        2,
      ),
      cursor: null,
    };
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  let under = '';
  const widest = Math.max(...found.map(({ title }) => width(title)));
  const titles = Math.min(WIDEST_TITLE, widest, Math.floor(columns * 0.45));
  let region = '';
  for (const [index, choice] of found.entries()) {
    const isSame = choice.heading === under && choice.of === region;
    region = choice.of;
    // Stages and facts name their region themselves; whose a condition is, and of what an event, must be said.
    const isNamed = section === 'events' || section === 'waivers';
    const isGrouped = isNamed && !isSame && columns < REGION_FROM;
    if (index === 0 && !choice.isWelcome) lines.push(...paragraph(NONE_IS_WELCOME, columns), []);
    if (choice.heading !== under) {
      under = choice.heading;
      const count = found.filter((other) => other.heading === under).length;
      lines.push(...(index === 0 ? [] : [[]]), heading(under, String(count)));
    }
    const first = lines.length;
    if (isGrouped && !session.theme.screenReader)
      lines.push([text('  '), text(choice.of, 'quiet')]);
    const isChosen = index === overlay.selected;
    lines.push(
      ...rowLines(
        session,
        choice,
        isSame ? '' : choice.of,
        isChosen,
        overlay.isOpen,
        titles,
        columns,
      ),
    );
    // The heading stays in view with the first row below it.
    if (isChosen) cursor = [index === 0 ? 0 : first, lines.length - 1];
  }
  return { lines, cursor };
}

const NONE_IS_WELCOME =
  'None of these can simply happen here: each says why. So nothing is chosen yet.';

function rowLines(
  session: Session,
  choice: Choice,
  region: string,
  isChosen: boolean,
  isOpen: boolean,
  titles: number,
  columns: number,
): Line[] {
  const { theme } = session;
  const { glyphs } = theme;
  const tone = isChosen ? 'selected' : 'plain';
  const sign = outcomeSign(theme, choice.mark);
  if (theme.screenReader) {
    const chosen = isChosen ? 'chosen: ' : '';
    const said = `${chosen}${choice.title}; ${choice.of}; ${choice.reason}`;
    return [...paragraph(said, columns), ...details(choice, isChosen && isOpen, columns)];
  }
  const mark = isChosen ? glyphs.selected : ' ';
  // The region is said once for all of its events, where there is room for it.
  const { least, most } = REGION_WIDTH;
  const wide =
    columns >= REGION_FROM ? Math.min(most, Math.max(least, Math.round(columns * 0.22))) : 0;
  const place = wide === 0 ? '' : cut(region, wide - 2, glyphs.ellipsis);
  const column: Line = wide === 0 ? [] : [text(place + ' '.repeat(wide - width(place)), 'quiet')];
  const name: Line = [text(`${mark} `), ...column, sign, text(' '), text(choice.title, tone)];
  const gap = Math.max(2, titles + 6 - width(choice.title) - 4);
  const row: Line = [...name, text(' '.repeat(gap)), text(choice.reason, 'quiet')];
  if (!isChosen) return [cutLine(row, columns, glyphs.ellipsis)];
  // The chosen one is said in full.
  return [...block(row, columns, 0, 4 + wide), ...details(choice, isOpen, columns)];
}

function details(choice: Choice, isOpen: boolean, columns: number): Line[] {
  if (!isOpen) return [];
  return choice.details().flatMap((said) => paragraph(said, columns, 6));
}
