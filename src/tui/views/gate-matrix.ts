import { readingTitle } from '../../model/agreement.ts';
import type { Verdict } from '../../model/shapes/scenario.ts';
import type { Standing } from '../../model/standing.ts';
import { cannotHappenText } from '../../explain/possible-text.ts';
import { VERDICT_TONES } from '../../explain/tones.ts';
import { VERDICT_WORDS, verdictWord } from '../../explain/words.ts';
import { type Line, lineWidth, type Span, text, width } from '../../draw/line.ts';
import { madeFrom } from '../../draw/made-from.ts';
import { type Block, rows as rowsBlock } from '../../explain/document.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { verdictSign } from '../../draw/signs.ts';

import type { Session } from '../session.ts';
import { type ColumnHead, columnHeads, right } from './columns.ts';
import { shortName } from '../model/wording.ts';

const LABELS_AT_LEAST = 34;
const OVERALL = 16;
/** What stands before a title. */
const MARK = 2;
/** Of the words that stand in a cell. */
const WIDEST_WORD = VERDICT_WORDS.unstated.word.length;

/** Gates by readings, as a matrix: what stands above it, the lines of each gate, and what its signs mean. */
export interface GateMatrix {
  readonly head: readonly Line[];
  readonly rows: readonly (readonly Line[])[];
  readonly key: readonly Line[];
}

/**
 * @param chosen index of the gate that is chosen; null where none can be
 * @param isBrief whether what there is to add to a gate's row is left out
 */
export function gateMatrix(
  session: Session,
  standings: readonly Standing[],
  columns: number,
  { chosen, isBrief }: { readonly chosen: number | null; readonly isBrief: boolean },
): GateMatrix {
  const { theme, agreement } = session;
  const [any] = standings;
  const titles = [...(any?.parties ?? []), ...(any?.terms ?? [])].map(({ reading }) =>
    readingTitle(agreement, reading),
  );
  const heads = columnHeads(titles, columns - LABELS_AT_LEAST - OVERALL, WIDEST_WORD);
  const hasWords = heads.every((head) => head.columns > WIDEST_WORD);
  // A row is followed from its title to its verdicts by eye: they stand no further apart than the titles need.
  const widest = Math.max(...standings.map(({ event }) => width(event.title))) + MARK;
  const labels = Math.min(
    widest,
    columns - OVERALL - heads.reduce((sum, head) => sum + head.columns, 0),
  );
  const cell = (verdict: Verdict): Span =>
    hasWords && verdict !== 'unstated'
      ? text(VERDICT_WORDS[verdict].word, VERDICT_TONES[verdict])
      : verdictSign(theme, verdict);
  const [whole] = matrixBlocks(titles, standings, isBrief);
  const takenAs = (lines: Line[]) => (whole === undefined ? lines : madeFrom(whole, lines));
  const rows = standings.map((row, index): Line[] => {
    const marked = rowMark(session, index === chosen);
    const verdicts = [...row.parties, ...row.terms].map(({ verdict }) => verdict);
    const overall = verdictWord(row.verdict);
    const notes = isBrief
      ? []
      : notesOn(row).flatMap((note) => paragraph(note, columns, 4, 'quiet'));
    if (theme.screenReader) {
      const said = verdicts.map(
        (verdict, at) => `${titles[at] ?? ''} ${VERDICT_WORDS[verdict].word}`,
      );
      const words = text(`${row.event.title}: ${overall}. ${said.join(', ')}.`);
      return [...block([marked, words], columns, 0, 2), ...notes];
    }
    const name = text(row.event.title, index === chosen ? 'selected' : 'plain');
    const [title = [], ...more] = block([marked, name], labels, 0, 2);
    return takenAs([
      [
        ...title,
        text(' '.repeat(labels - lineWidth(title))),
        ...verdicts.flatMap((verdict, at) => right(cell(verdict), heads[at]?.columns ?? 0)),
        text('  '),
        text(overall, VERDICT_TONES[row.verdict]),
      ],
      ...more,
      ...notes,
    ]);
  });
  if (theme.screenReader) return { head: [], rows, key: [] };
  const head = [
    text(' '.repeat(labels)),
    ...heads.flatMap(({ name, columns: wide }) => right(text(name, 'strong'), wide)),
    text('  the parties', 'quiet'),
  ];
  return { head: takenAs([head]), rows, key: keyLines(session, titles, heads, columns) };
}

/** The matrix as a table, to be taken elsewhere. */
function matrixBlocks(
  titles: readonly string[],
  standings: readonly Standing[],
  isBrief: boolean,
): Block[] {
  const cells = standings.map((row) => [
    row.event.title,
    ...[...row.parties, ...row.terms].map(({ verdict }) => VERDICT_WORDS[verdict].word),
    verdictWord(row.verdict),
    ...(isBrief ? [] : [notesOn(row).join(' ')]),
  ]);
  return rowsBlock(cells, {
    head: ['gate', ...titles, 'the parties', ...(isBrief ? [] : ['also'])],
  });
}

/** What stands before a row that can be chosen. */
export function rowMark({ theme }: Session, isChosen: boolean): Span {
  if (theme.screenReader) return text(isChosen ? 'chosen: ' : '');
  return text(`${isChosen ? theme.glyphs.selected : ' '} `);
}

/** Of a gate that nobody holds closed: why its event cannot happen all the same, or what the model requires first. */
function notesOn(standing: Standing): string[] {
  const { verdict, requirement, taken } = standing;
  if (verdict === 'closed' || verdict === 'passed' || taken === true) return [];
  const cannot = cannotHappenText(standing);
  return [
    ...(cannot === '' ? [] : [cannot]),
    ...(requirement?.truth === false
      ? ['The model itself requires something first that is unmet.']
      : []),
  ];
}

/** What the signs mean, and whose columns are headed by first letters alone. */
function keyLines(
  session: Session,
  titles: readonly string[],
  heads: readonly ColumnHead[],
  columns: number,
): Line[] {
  const verdicts = ['open', 'passed', 'closed', 'unknown', 'unstated'] as const;
  const cut = titles.flatMap((title, index) => {
    const name = heads[index]?.name ?? '';
    return shortName(title, Number.POSITIVE_INFINITY) === name ? [] : [`${name} ${title}`];
  });
  return [
    ...block(
      verdicts.flatMap((verdict) => [
        verdictSign(session.theme, verdict),
        text(
          ` ${verdict === 'unstated' ? VERDICT_WORDS.unstated.meaning : VERDICT_WORDS[verdict].word}   `,
          'quiet',
        ),
      ]),
      columns,
    ),
    ...(cut.length === 0 ? [] : paragraph(cut.join('   '), columns, 0, 'quiet')),
  ];
}
