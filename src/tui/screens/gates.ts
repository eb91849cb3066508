import { nothingPublishedText } from '../../explain/moment-text.ts';
import { type Line, text } from '../../draw/line.ts';
import { gateStandings } from '../model/gate-list.ts';
import { below } from '../moves.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { gateMatrix, rowMark } from '../views/gate-matrix.ts';
import { type Page } from '../views/page.ts';
import { LIST_KEYS } from './keys/kinds.ts';
import { SHARE } from './keys/showing.ts';
import type { OverlayOf, Screen } from './screen.ts';

/** Every gate under every reading. The first row lets the board follow the steps. */
function gatesPage(
  session: Session,
  state: State,
  overlay: { selected: number },
  columns: number,
): Page {
  const { moment } = sceneOf(session, state);
  const nothing = nothingPublishedText(moment);
  const gates = gateStandings(moment);
  const lines: Line[] = nothing === '' ? [] : [...paragraph(nothing, columns), []];
  let cursor: Page['cursor'] = null;
  const places: (readonly [number, number])[] = [];
  const put = (index: number, row: readonly Line[]) => {
    if (index === overlay.selected) cursor = [lines.length, lines.length + row.length - 1];
    places.push([lines.length, lines.length + row.length - 1]);
    lines.push(...row);
  };
  const marked = (index: number) => rowMark(session, index === overlay.selected);
  const toneAt = (index: number) => (index === overlay.selected ? 'selected' : 'plain');

  put(
    0,
    block(
      [
        marked(0),
        text('Follow the steps', toneAt(0)),
        text('  the gate that the latest step stands before', 'quiet'),
      ],
      columns,
      0,
      2,
    ),
  );
  lines.push([]);
  if (nothing !== '') {
    // How they stood nobody can have known; they can be chosen for the board all the same.
    for (const [index, { event }] of gates.entries())
      put(
        index + 1,
        block([marked(index + 1), text(event.title, toneAt(index + 1))], columns, 0, 2),
      );
    return { lines, cursor, rows: places };
  }
  const matrix = gateMatrix(session, gates, columns, {
    chosen: overlay.selected - 1,
    isBrief: false,
  });
  lines.push(...matrix.head);
  for (const [index, row] of matrix.rows.entries()) put(index + 1, row);
  if (matrix.key.length > 0) lines.push([], ...matrix.key);
  const words = [
    'Verdicts are derived from the model.',
    'Contested: open or passed under one reading, closed under another.',
    "Terms as reported are no party's, so they do not count over the parties.",
  ];
  lines.push([], ...paragraph(words.join(' '), columns, 0, 'quiet'));
  return { lines, cursor, rows: places };
}

/** To choose the gate for the board. */
export const GATES: Screen<OverlayOf<'gates'>> = {
  title: 'Every gate under every reading',
  about: 'Every gate by reading, after the step that was played last.',
  keys: [SHARE, ...LIST_KEYS],
  view: gatesPage,
  rows: ({ agreement }) => agreement.gates.size + 1,
  enter(session, state, { selected }) {
    const gate = [...session.agreement.gates.keys()][selected - 1] ?? null;
    return { ...below(state), gate, focus: 'gate', tops: { ...state.tops, gate: 0 } };
  },
};
