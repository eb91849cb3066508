import { frontOf } from '../../answer/front.ts';
import { inBrief } from '../../explain/document.ts';
import { frontText } from '../../explain/front-text.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { blockLines } from '../../draw/lines.ts';
import { type Line, text } from '../../draw/line.ts';
import { block } from '../../draw/paragraph.ts';
import { atFront } from '../front.ts';
import { keyName } from '../keymap.ts';
import type { Key } from '../keys.ts';
import { dayText } from '../../model/day-words.ts';
import { counted } from '../../explain/words.ts';
import { gateStandings } from '../model/gate-list.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { gateMatrix } from './gate-matrix.ts';
import { page, type Page } from './page.ts';

/** Lines of words are no longer than this, however wide the screen. */
const WIDEST_TEXT = 110;

/** What the screen begins with: what is in question, each party's answer, what to do next, and every gate. */
export function frontPage(session: Session, state: State, columns: number): Page {
  const { moment } = sceneOf(session, atFront(session, state));
  const gates = gateStandings(moment);
  const said = inBrief(frontText(frontOf(moment, gates)));
  const wide = Math.min(columns, WIDEST_TEXT);
  const matrix =
    gates.length === 0 || nothingPublishedText(moment) !== ''
      ? []
      : matrixLines(session, gates, columns);
  return page([
    ...blockLines(session.theme, said, wide),
    [],
    ...keptLines(state, wide),
    ...nextLines(session, state, wide),
    ...matrix,
  ]);
}

function matrixLines(
  session: Session,
  gates: ReturnType<typeof gateStandings>,
  columns: number,
): Line[] {
  const { head, rows, key } = gateMatrix(session, gates, Math.min(columns, 140), {
    chosen: null,
    isBrief: true,
  });
  const title = [text('Every gate, by reading', 'strong'), text('  derived', 'quiet')];
  return [[], title, ...head, ...rows.flat(), ...(key.length === 0 ? [] : [[], ...key])];
}

/** The work that was kept, and the key that goes on with it. */
function keptLines({ kept, branches }: State, columns: number): Line[] {
  if (kept === null || branches.length > 0) return [];
  const [first, ...others] = kept.session.branches;
  const more =
    others.length === 0 ? '' : `, and ${counted(others.length, 'more branch', 'more branches')}`;
  const when = `${dayText(kept.savedAt.slice(0, 10))}, ${kept.savedAt.slice(11, 16)} UTC`;
  return block(
    [
      text('c', 'title'),
      text(` goes on with your work, kept ${when}: "${first?.title ?? ''}"${more}.`),
    ],
    columns,
  );
}

/** What to do next: the few keys that one begins with. */
function nextLines(session: Session, { scenarios, scenario }: State, columns: number): Line[] {
  const signs = !session.theme.screenReader && session.theme.glyphs.arrow === '→';
  const hasQuestions = scenarios.get(scenario)?.questions !== undefined;
  const said: readonly (readonly [key: Key, does: string])[] = [
    ['right', 'plays what is reported, step by step.'],
    ...(session.agreement.gates.size > 0 ? ([['a', 'says who could change what.']] as const) : []),
    ['w', 'lets something happen: a what-if.'],
    ['T', 'walks you through one, in a minute and a half.'],
    ...(hasQuestions ? ([['X', 'asks you questions.']] as const) : []),
  ];
  return block(
    said.flatMap(([key, does], index) => [
      text(index === 0 ? '' : ' '),
      text(keyName(key, signs), 'title'),
      text(` ${does}`),
    ]),
    columns,
  );
}
