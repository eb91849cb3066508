import { citationText, citationsText } from '../../model/citation.ts';
import { cut, type Line, lineWidth, type Span, text, width } from '../line.ts';
import {
  blockingText,
  type BoardRow,
  type CellMark,
  CELL_MARKS,
  type GateBoard,
  gateBoard,
  type Obstacle,
  type ReadingColumn,
} from '../model/gate-board.ts';
import { capital, counted, listed, rangeText, speakerText } from '../model/wording.ts';
import { gateOf, momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';
import { columnHeads, right } from './columns.ts';
import {
  CELL_WORDS,
  cellSign,
  VERDICT_WORDS,
  verdictSign,
  verdictTone,
  verdictWords,
} from './signs.ts';

const LABELS_AT_LEAST = 30;
/** Below this width, further lines of a reading begin under its name, not behind it. */
const NARROW = 64;

/** The gate board: its conditions by reading, the verdicts, and what would open it. */
export function gatePage(session: Session, state: State, columns: number): Page {
  const gateId = gateOf(session, state);
  if (gateId === null) return page(paragraph('This agreement has no gates.', columns));
  const board = gateBoard(session, momentOf(session, state), gateId);
  return page([
    ...titleLines(session, state, board, columns),
    ...verdictLines(session, board, columns),
    [],
    ...matrixLines(session, board, columns),
    ...board.columns.flatMap((column) => obstacleLines(session, column, columns)),
    ...board.columns.flatMap((column) => remarkLines(session, column, columns)),
  ]);
}

/** The gate and its verdict over the parties' readings. */
function titleLines(session: Session, state: State, board: GateBoard, columns: number): Line[] {
  const sign = verdictSign(session.theme, board.overall);
  const overall: Line = [
    sign,
    text(sign.text === '' ? '' : ' '),
    text(VERDICT_WORDS[board.overall], verdictTone(board.overall)),
    text('  derived', 'quiet'),
  ];
  const title: Line = [text(board.title, 'strong'), text('  ')];
  const pinned =
    state.gate === null
      ? []
      : paragraph('Kept on the board; Esc lets it follow the steps again.', columns, 0, 'quiet');
  const isShort = lineWidth(title) + lineWidth(overall) <= columns;
  return [
    ...(isShort
      ? [[...title, ...overall]]
      : [...block(title, columns), ...block(overall, columns)]),
    ...(board.held === null ? [] : paragraph(`${capital(board.held)}.`, columns)),
    ...pinned,
  ];
}

/** The verdict of every reading in words, and its short name in the matrix. */
function verdictLines(session: Session, board: GateBoard, columns: number): Line[] {
  const { theme } = session;
  const widest = Math.min(
    24,
    Math.max(...board.columns.map(({ reading }) => width(reading.title))),
  );
  return board.columns.flatMap((column) => {
    const { reading, verdict } = column;
    const why = verdictReason(session, column);
    const terms = reading.kind === 'terms' ? '; terms, so not counted' : '';
    const word = text(
      verdictWords(verdict, column.isRefusalReported),
      verdictTone(verdict) === 'quiet' ? 'plain' : verdictTone(verdict),
    );
    const tail = text(`${why === '' ? '' : ` (${why})`}${terms}`, 'quiet');
    if (theme.screenReader) return block([text(`${reading.title}: `), word, tail], columns, 0, 2);
    const name = cut(reading.title, widest, theme.glyphs.ellipsis);
    const padding = ' '.repeat(widest - width(name) + 2);
    const hang = columns < NARROW ? 4 : widest + 4;
    return block(
      [verdictSign(theme, verdict), text(` ${name}${padding}`), word, tail],
      columns,
      1,
      hang,
    );
  });
}

function verdictReason(session: Session, column: ReadingColumn): string {
  const reasons = [stateReason(session, column), ...(column.held === null ? [] : [column.held])];
  return reasons.filter((reason) => reason !== '').join('; ');
}

function stateReason(session: Session, column: ReadingColumn): string {
  const dash = session.theme.glyphs.dash;
  if (column.statedFrom !== null)
    return `a position is reported from ${rangeText(column.statedFrom, dash)} on`;
  switch (column.verdict) {
    case 'closed':
      return column.blocking.length === 0 ? '' : blockingText(column);
    case 'unknown':
      return column.deciding.length === 0 ? '' : `hangs on ${listed(column.deciding)}`;
    case 'passed':
      return 'it has happened in this run';
    case 'unstated':
      return column.isRefusalReported ? 'a refusal is reported' : '';
    default:
      return '';
  }
}

/** Leaves as rows, readings as columns. */
function matrixLines(session: Session, board: GateBoard, columns: number): Line[] {
  const { theme } = session;
  if (board.rows.length === 0)
    return paragraph(
      'No reading states a condition, and the model needs none.',
      columns,
      0,
      'quiet',
    );
  const names = board.columns.map(({ reading }) => reading.title);
  if (theme.screenReader) {
    return [heading('Conditions'), ...board.rows.flatMap((row) => spokenRow(row, names, columns))];
  }
  const heads = columnHeads(names, columns - LABELS_AT_LEAST);
  const labels = columns - heads.reduce((sum, head) => sum + head.columns, 0);
  const lines: Line[] = [
    [
      ...fitted('Conditions', labels, 'strong'),
      ...heads.flatMap(({ name, columns: wide }) => right(text(name, 'strong'), wide)),
    ],
  ];
  for (const row of board.rows) {
    const indent = 2 * row.indent;
    if (row.kind === 'heading') {
      lines.push(...paragraph(row.text, columns, indent, 'quiet'));
      continue;
    }
    const notes = notesOn(row);
    const derived = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
    const [first = [], ...more] = block(
      [text(row.text), text(derived, 'quiet')],
      labels - 1,
      indent,
      2,
    );
    const used = first.reduce((sum, span) => sum + width(span.text), 0);
    lines.push([
      ...first,
      text(' '.repeat(labels - used)),
      ...row.cells.flatMap((mark, index) =>
        right(cellSign(theme, mark), heads[index]?.columns ?? 0),
      ),
    ]);
    lines.push(...more);
  }
  lines.push(...block(keyOf(session, board), columns, 0, 0));
  return lines;
}

function spokenRow(row: BoardRow, names: readonly string[], columns: number): Line[] {
  if (row.kind === 'heading') return paragraph(row.text, columns, 2 * row.indent);
  const cells = row.cells.map((mark, index) => `${names[index] ?? ''} ${CELL_WORDS[mark]}`);
  const derived = notesOn(row)
    .map((note) => `, ${note}`)
    .join('');
  return paragraph(`${row.text}${derived}. ${cells.join(', ')}.`, columns, 2 * row.indent);
}

/** What is to be said of a leaf beside what it asks: that it is inferred, that it is known at second hand only. */
function notesOn({ leaf, isAtSecondHand }: Extract<BoardRow, { kind: 'leaf' }>): string[] {
  return [
    ...(leaf.basis === 'derived' ? ['derived'] : []),
    ...(isAtSecondHand ? ['at second hand'] : []),
  ];
}

/** What the marks mean, as far as they are on this board. */
function keyOf(session: Session, board: GateBoard): Line {
  const used = new Set<CellMark>(
    board.rows.flatMap((row) => (row.kind === 'leaf' ? row.cells : [])),
  );
  return CELL_MARKS.filter((mark) => used.has(mark)).flatMap((mark) => [
    cellSign(session.theme, mark),
    text(` ${CELL_WORDS[mark]}   `, 'quiet'),
  ]);
}

function fitted(content: string, columns: number, tone: Span['tone']): Line {
  return [text(content, tone), text(' '.repeat(Math.max(0, columns - width(content))))];
}

function obstacleLines(session: Session, column: ReadingColumn, columns: number): Line[] {
  if (column.obstacles.length === 0) return [];
  const { glyphs } = session.theme;
  const sets = column.blocking.length;
  const how =
    sets > 1 ? `any of ${sets} sets` : counted(column.blocking[0]?.length ?? 0, 'condition');
  return [
    [],
    ...block(
      [
        text(`What would open it under ${column.reading.title}: ${how}`, 'strong'),
        text('  derived', 'quiet'),
      ],
      columns,
    ),
    ...(sets > 1 ? paragraph(capital(blockingText(column)), columns, 2) : []),
    ...column.obstacles.flatMap((obstacle) => [
      ...block([text(`${glyphs.bullet} ${obstacle.text}`)], columns, 2, 2),
      ...obstacleDetails(session, column, obstacle).flatMap((detail) =>
        block([text(detail, 'quiet')], columns, 4, 2),
      ),
    ]),
  ];
}

function obstacleDetails(session: Session, column: ReadingColumn, obstacle: Obstacle): string[] {
  const { glyphs } = session.theme;
  const details: string[] = [];
  if (obstacle.isNever)
    return [`no event meets it: only a waiver by ${column.reading.title} would open the gate`];
  if (obstacle.now !== null) {
    const since =
      obstacle.now.since === null ? '' : `, since ${rangeText(obstacle.now.since, glyphs.dash)}`;
    details.push(`in this run: ${obstacle.now.stage}${since} (${obstacle.now.basis})`);
  }
  details.push(`who can: ${obstacle.controllers}`);
  if (obstacle.path.length > 0)
    details.push(`the way there: ${obstacle.path.join(` ${glyphs.arrow} `)}`);
  if (obstacle.disputedBy.length > 0)
    details.push(`where it stands is disputed by ${listed(obstacle.disputedBy)}`);
  const secondHand = obstacle.isAtSecondHand ? ', at second hand' : '';
  details.push(`asked for in ${citationsText(session.agreement, obstacle.claims)}${secondHand}`);
  return details;
}

function remarkLines(session: Session, column: ReadingColumn, columns: number): Line[] {
  const { agreement } = session;
  if (column.position === 'stated' || column.remarks.length === 0) return [];
  const lines: Line[] = [
    [],
    ...block(
      [
        text(`No condition stated by ${column.reading.title}; said of the gate`, 'strong'),
        text('  sourced', 'quiet'),
      ],
      columns,
    ),
  ];
  for (const reference of column.remarks) {
    const claim = agreement.claims.get(reference);
    if (claim === undefined) continue;
    const hearsay = claim.hearsay ? ', hearsay' : '';
    lines.push(
      ...block(
        [
          text(claim.statement),
          text(
            `  ${speakerText(agreement, claim)}${hearsay}; ${citationText(agreement, reference)}`,
            'quiet',
          ),
        ],
        columns,
        2,
        2,
      ),
    );
  }
  return lines;
}
