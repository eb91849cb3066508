import type { Verdict } from '../../model/shapes/scenario.ts';
import { type Line, type Span, text, width } from '../line.ts';
import { gateRows } from '../model/gate-list.ts';
import { momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { columnHeads, right } from './columns.ts';
import { block, type Page, paragraph } from './page.ts';
import { VERDICT_WORDS, verdictSign, verdictTone } from './signs.ts';

const LABELS_AT_LEAST = 34;
const OVERALL = 20;
/** Of the words that stand in a cell. */
const WIDEST_WORD = 'not known'.length;

/** Every gate under every reading. The first row lets the board follow the steps. */
export function gatesPage(
  session: Session,
  state: State,
  overlay: { selected: number },
  columns: number,
): Page {
  const { theme, agreement } = session;
  const rows = gateRows(session, momentOf(session, state));
  const titles = [...agreement.readings.values()].map(({ title }) => title);
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  const choose = (index: number, first: number) => {
    if (index === overlay.selected) cursor = [first, lines.length - 1];
  };
  const marked = (index: number): Span =>
    text(
      theme.screenReader
        ? index === overlay.selected
          ? 'chosen: '
          : ''
        : `${index === overlay.selected ? theme.glyphs.selected : ' '} `,
    );
  const toneAt = (index: number) => (index === overlay.selected ? 'selected' : 'plain');

  lines.push(
    ...block(
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
  choose(0, 0);
  lines.push([]);

  const heads = columnHeads(titles, columns - LABELS_AT_LEAST - OVERALL, WIDEST_WORD);
  const hasWords = heads.every((head) => head.columns > WIDEST_WORD);
  const labels = columns - OVERALL - heads.reduce((sum, head) => sum + head.columns, 0);
  if (!theme.screenReader) {
    lines.push([
      text(' '.repeat(labels)),
      ...heads.flatMap(({ name, columns: wide }) => right(text(name, 'strong'), wide)),
      text('  over the parties', 'quiet'),
    ]);
  }
  const cell = (verdict: Verdict): Span =>
    hasWords && verdict !== 'unstated'
      ? text(VERDICT_WORDS[verdict], verdictTone(verdict))
      : verdictSign(theme, verdict);
  for (const [index, row] of rows.entries()) {
    const first = lines.length;
    const overall = VERDICT_WORDS[row.overall];
    if (theme.screenReader) {
      const said = row.verdicts.map(
        (verdict, at) => `${titles[at] ?? ''} ${VERDICT_WORDS[verdict]}`,
      );
      lines.push(
        ...block(
          [marked(index + 1), text(`${row.title}: ${overall}. ${said.join(', ')}.`)],
          columns,
          0,
          2,
        ),
      );
    } else {
      const [title = [], ...more] = block(
        [marked(index + 1), text(row.title, toneAt(index + 1))],
        labels,
        0,
        2,
      );
      const used = title.reduce((sum, span) => sum + width(span.text), 0);
      lines.push([
        ...title,
        text(' '.repeat(labels - used)),
        ...row.verdicts.flatMap((verdict, at) => right(cell(verdict), heads[at]?.columns ?? 0)),
        text('  '),
        text(overall, verdictTone(row.overall)),
      ]);
      lines.push(...more);
    }
    for (const held of row.held) lines.push(...paragraph(`open, but ${held}`, columns, 2, 'quiet'));
    choose(index + 1, first);
  }
  if (!theme.screenReader) lines.push([], ...key(session, columns));
  lines.push(
    [],
    ...paragraph(
      "Verdicts are derived from the model. Terms as reported are no party's reading, so they do not count over the parties.",
      columns,
      0,
      'quiet',
    ),
  );
  return { lines, cursor };
}

function key(session: Session, columns: number): Line[] {
  const verdicts = ['open', 'passed', 'closed', 'unknown', 'unstated'] as const;
  return block(
    verdicts.flatMap((verdict) => [
      verdictSign(session.theme, verdict),
      text(` ${VERDICT_WORDS[verdict]}   `, 'quiet'),
    ]),
    columns,
  );
}
