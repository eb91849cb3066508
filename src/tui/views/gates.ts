import { cut, type Line, type Span, text, width } from '../line.ts';
import { gateRows } from '../model/gate-list.ts';
import { shortName } from '../model/wording.ts';
import { momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, type Page, paragraph } from './page.ts';
import { VERDICT_WORDS, verdictSign, verdictTone } from './signs.ts';

const LABELS_AT_LEAST = 34;
const OVERALL = 20;

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

  const room = columns - LABELS_AT_LEAST - OVERALL;
  const cell = Math.max(4, Math.min(14, Math.floor(room / Math.max(1, titles.length))));
  const named = cell >= 9;
  const labels = columns - OVERALL - cell * titles.length;
  const pad = (span: Span, to: number): Span[] => [
    text(' '.repeat(Math.max(0, to - width(span.text)))),
    span,
  ];
  if (!theme.screenReader) {
    const names = titles.map((title) =>
      named
        ? cut(title.replace(/^the /, ''), cell - 1, theme.glyphs.ellipsis)
        : shortName(title, 3),
    );
    lines.push([
      text(' '.repeat(labels)),
      ...names.flatMap((name) => pad(text(name, 'quiet'), cell)),
      text('  over the parties', 'quiet'),
    ]);
  }
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
        ...row.verdicts.flatMap((verdict) =>
          named && cell >= 10
            ? pad(
                text(
                  verdict === 'unstated' ? theme.glyphs.unstated : VERDICT_WORDS[verdict],
                  verdictTone(verdict),
                ),
                cell,
              )
            : pad(verdictSign(theme, verdict), cell),
        ),
        text('  '),
        text(overall, verdictTone(row.overall)),
      ]);
      lines.push(...more);
    }
    choose(index + 1, first);
  }
  if (!theme.screenReader) lines.push([], ...key(session, columns));
  lines.push(
    [],
    ...paragraph(
      'Verdicts are derived from the model. The terms are no party, and are not counted over the parties.',
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
