import { cut, cutLine, type Line, text, width } from '../../draw/line.ts';
import type { Choice } from '../../explain/what-if-choice.ts';
import {
  choices,
  firstWelcome,
  NONE_IS_WELCOME,
  NOTHING_TO_CHOOSE,
  SECTION_NAMES,
  SECTIONS,
} from '../../explain/what-if-choices.ts';
import { chosen } from '../lab/day-and-reason.ts';
import { keySaid, WHERE_TYPED } from '../bound-keys.ts';
import { chooseOne, onTop, opened } from '../moves.ts';
import { runState, sceneOf, type Session, standingAt } from '../session.ts';
import { assumedPhaseWarning } from '../../explain/phase-warning.ts';
import type { State } from '../state.ts';
import { blockLines } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import type { Theme } from '../../draw/theme.ts';
import { setIn } from '../../explain/document.ts';
import { heading, type Page } from '../views/page.ts';
import { outcomeSign } from '../../draw/signs.ts';
import { bracketed } from '../views/bracketed.ts';
import { CHOOSE, NARROWED_KEYS } from './keys/kinds.ts';
import { LONGEST_INPUT, narrowed } from './keys/typing.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Events = OverlayOf<'events'>;

const WIDEST_TITLE = 52;
/** From this width on, the regions have a column of their own. */
const REGION_FROM = 100;
const REGION_WIDTH = { least: 20, most: 34 };

/** The palette: what can be done here, how it stands under the run on show, and why. */
function eventsPage(session: Session, state: State, overlay: Events, columns: number): Page {
  const { section } = overlay;
  const found = offered(session, state, overlay);
  if (found.length === 0)
    return { lines: paragraph(nothingText(session, overlay), columns, 2), cursor: null };
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  const rows: (readonly [number, number])[] = [];
  let under = '';
  const careful =
    section === 'events'
      ? assumedPhaseWarning(session.agreement, runState(sceneOf(session, state), state.run))
      : '';
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
    if (index === 0 && careful !== '') lines.push(...paragraph(careful, columns), []);
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
    rows.push([first, lines.length - 1]);
    // The heading stays in view with the first row below it.
    if (isChosen) cursor = [index === 0 ? 0 : first, lines.length - 1];
  }
  return { lines, cursor, rows };
}

/** Why a section has no rows: nothing is of its kind here, or nothing has what was typed. */
function nothingText(session: Session, { section, filter }: Events): string {
  const elsewhere = `${keySaid(session, 'nextSection', 'tab', WHERE_TYPED)} shows what else can be done.`;
  if (filter.trim() === '') return `${NOTHING_TO_CHOOSE[section]} ${elsewhere}`;
  const erases = keySaid(session, 'erase', 'backspace', WHERE_TYPED);
  return `Nothing here has "${filter}" in it. ${erases} erases, ${elsewhere}`;
}

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
    const mark = isChosen ? 'chosen: ' : '';
    const said = `${mark}${choice.title}; ${choice.of}; ${choice.reason}`;
    return [...paragraph(said, columns), ...details(theme, choice, isChosen && isOpen, columns)];
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
  return [...block(row, columns, 0, 4 + wide), ...details(theme, choice, isOpen, columns)];
}

function details(theme: Theme, choice: Choice, isOpen: boolean, columns: number): Line[] {
  if (!isOpen) return [];
  return blockLines(theme, setIn(choice.details(), 3), columns);
}

/** What the palette offers. */
function offered(
  session: Session,
  state: State,
  { section, filter }: Pick<Events, 'section' | 'filter'>,
): readonly Choice[] {
  return choices(sceneOf(session, state).moment, state.run, section, filter, standingAt);
}

/** Opens the palette; what a stated position refuses is not chosen beforehand. */
export const WHAT_IF: Binding = {
  id: 'whatIf',
  keys: ['w'],
  group: 'What if',
  label: 'what if',
  rank: 2.5,
  help: 'What if: let an event happen here, waive or grant something, or assume a stage.',
  does: (session, state) =>
    opened(state, {
      kind: 'events',
      section: 'events',
      filter: '',
      selected: firstWelcome(offered(session, state, { section: 'events', filter: '' })),
      top: 0,
      isOpen: false,
    }),
};

/** The section before or behind, round and round. */
function inSection(session: Session, state: State, overlay: Events, by: 1 | -1): State {
  const index = (SECTIONS.indexOf(overlay.section) + by + SECTIONS.length) % SECTIONS.length;
  return toSection(session, state, overlay, index);
}

function toSection(session: Session, state: State, overlay: Events, index: number): State {
  const next = { ...overlay, section: SECTIONS[index] ?? 'events', top: 0 };
  return onTop(state, { ...next, selected: firstWelcome(offered(session, state, next)) });
}

const KEYS: readonly Binding<Events>[] = [
  {
    id: 'nextSection',
    keys: ['tab'],
    group: 'What if',
    label: 'section',
    rank: 2.2,
    help: 'Go to the next section: events, waivers and grants, stages to assume, what is to be unknown.',
    does: (session, state, overlay) => inSection(session, state, overlay, 1),
  },
  {
    id: 'previousSection',
    keys: ['backTab'],
    group: 'What if',
    label: 'section before',
    rank: 0,
    help: 'Go to the previous section.',
    does: (session, state, overlay) => inSection(session, state, overlay, -1),
  },
  {
    id: 'explain',
    keys: ['right', 'left'],
    group: 'What if',
    label: 'why',
    rank: 2.5,
    help: 'Show or hide the explanation of the chosen one.',
    does: (_session, state, overlay) => onTop(state, { ...overlay, isOpen: !overlay.isOpen }),
    obstacle: (session, state, overlay) =>
      offered(session, state, overlay)[overlay.selected] === undefined ? chooseOne(session) : null,
  },
  {
    ...CHOOSE,
    group: 'What if',
    label: 'take it',
    help: 'Take it: as the next step of your branch, or as a new branch off a scenario.',
  },
];

/** The palette of what could happen here. */
export const EVENTS: Screen<Events> = {
  title: 'What if',
  tabs: ({ section }) => bracketed(SECTIONS, SECTION_NAMES, section),
  toTab: toSection,
  about:
    'What could happen here, as the run on show has it. First what is possible and no stated position refuses, then what is not known, contested, refused or held, then what cannot happen, each with its reason. Only what nobody refuses is chosen for you. Taking one asks for its day and your reason, and lets it happen on a branch of your own; nothing else is changed. What cannot happen yet shows the steps that have to come first, to be taken with it. Type to narrow the list down.',
  keys: [...KEYS, ...NARROWED_KEYS],
  view: eventsPage,
  rows: (session, state, overlay) => offered(session, state, overlay).length,
  typing: {
    longest: () => LONGEST_INPUT,
    changed(session, state, overlay, change) {
      const next = { ...overlay, filter: narrowed(overlay, change), top: 0 };
      return onTop(state, { ...next, selected: firstWelcome(offered(session, state, next)) });
    },
  },
  enter(session, state, overlay) {
    const choice = offered(session, state, overlay)[overlay.selected];
    return choice === undefined ? state : chosen(session, state, choice);
  },
};
