import { cut, type Line, type Span, text, width } from '../line.ts';
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
import { capital, counted, listed, rangeText, shortName, speakerText } from '../model/wording.ts';
import { gateOf, momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';
import { CELL_WORDS, cellSign, VERDICT_WORDS, verdictSign, verdictTone } from './signs.ts';

/** From this width of a column on, it bears the reading's name rather than three letters of it. */
const NAMED_COLUMN = 11;
const LABELS_AT_LEAST = 30;

/** The gate board: its conditions by reading, the verdicts, and what would open it. */
export function gatePage(session: Session, state: State, columns: number): Page {
  const gateId = gateOf(session, state);
  if (gateId === null) return page(paragraph('This agreement has no gates.', columns));
  const board = gateBoard(session, momentOf(session, state), gateId);
  return page([
    ...paragraph(board.title, columns, 0, 'strong'),
    ...overallLines(session, state, board, columns),
    [],
    ...verdictLines(session, board, columns),
    [],
    ...matrixLines(session, board, columns),
    ...board.columns.flatMap((column) => obstacleLines(session, column, columns)),
    ...board.columns.flatMap((column) => remarkLines(session, column, columns)),
  ]);
}

function overallLines(session: Session, state: State, board: GateBoard, columns: number): Line[] {
  const { theme } = session;
  const overall = text(VERDICT_WORDS[board.overall], verdictTone(board.overall));
  const sign = verdictSign(theme, board.overall);
  const pinned = state.gate === null ? '' : '; kept on the board, Esc follows the steps again';
  return block(
    [
      sign,
      text(sign.text === '' ? '' : ' '),
      overall,
      text(` over the parties' readings, derived${pinned}`, 'quiet'),
    ],
    columns,
    0,
    2,
  );
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
    const terms = reading.kind === 'terms' ? '; no party, so it is not counted' : '';
    const word = text(
      VERDICT_WORDS[verdict],
      verdictTone(verdict) === 'quiet' ? 'plain' : verdictTone(verdict),
    );
    const tail = text(`${why === '' ? '' : `: ${why}`}${terms}`, 'quiet');
    if (theme.screenReader) return block([text(`${reading.title}: `), word, tail], columns, 0, 2);
    const name = cut(reading.title, widest, theme.glyphs.ellipsis);
    const padding = ' '.repeat(widest - width(name) + 2);
    return block(
      [verdictSign(theme, verdict), text(` ${name}${padding}`), word, tail],
      columns,
      1,
      widest + 4,
    );
  });
}

function verdictReason(session: Session, column: ReadingColumn): string {
  const dash = session.theme.glyphs.dash;
  if (column.statedFrom !== null) return `states one later, ${rangeText(column.statedFrom, dash)}`;
  switch (column.verdict) {
    case 'closed':
      return column.blocking.length === 0 ? '' : `for want of ${blockingText(column)}`;
    case 'unknown':
      return column.deciding.length === 0 ? '' : `hangs on ${listed(column.deciding)}`;
    case 'passed':
      return 'what it stands before has happened in this run';
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
  const wide = Math.floor((columns - LABELS_AT_LEAST) / Math.max(1, names.length));
  const cell = wide >= NAMED_COLUMN ? Math.min(wide, 18) : 4;
  const short = names.map((name) =>
    cell === 4
      ? shortName(name, 3)
      : cut(name.replace(/^the /, ''), cell - 1, theme.glyphs.ellipsis),
  );
  const labels = columns - cell * names.length;
  const pad = (span: Span): Span[] => [
    text(' '.repeat(Math.max(0, cell - width(span.text)))),
    span,
  ];
  const lines: Line[] = [
    [
      ...fitted('Conditions', labels, 'strong'),
      ...short.flatMap((name) => pad(text(name, 'strong'))),
    ],
  ];
  for (const row of board.rows) {
    const indent = 2 * row.indent;
    if (row.kind === 'heading') {
      lines.push(...paragraph(row.text, columns, indent, 'quiet'));
      continue;
    }
    const derived = row.leaf.basis === 'derived' ? ' (derived)' : '';
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
      ...row.cells.flatMap((mark) => pad(cellSign(theme, mark))),
    ]);
    lines.push(...more);
  }
  lines.push(...block(keyOf(session, board), columns, 0, 0));
  return lines;
}

function spokenRow(row: BoardRow, names: readonly string[], columns: number): Line[] {
  if (row.kind === 'heading') return paragraph(row.text, columns, 2 * row.indent);
  const cells = row.cells.map((mark, index) => `${names[index] ?? ''} ${CELL_WORDS[mark]}`);
  const derived = row.leaf.basis === 'derived' ? ', derived' : '';
  return paragraph(`${row.text}${derived}. ${cells.join(', ')}.`, columns, 2 * row.indent);
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
      ...obstacleDetails(session, obstacle).flatMap((detail) =>
        block([text(detail, 'quiet')], columns, 4, 2),
      ),
    ]),
  ];
}

function obstacleDetails(session: Session, obstacle: Obstacle): string[] {
  const { glyphs } = session.theme;
  const details: string[] = [];
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
  details.push(`asked for in ${listed(obstacle.claims)}`);
  return details;
}

function remarkLines(session: Session, column: ReadingColumn, columns: number): Line[] {
  const { agreement } = session;
  if (column.position === 'stated' || column.remarks.length === 0) return [];
  const lines: Line[] = [
    [],
    ...block(
      [
        text(`${capital(column.reading.title)} states no condition; said of the gate`, 'strong'),
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
          text(`  ${speakerText(agreement, claim)}${hearsay}, ${reference}`, 'quiet'),
        ],
        columns,
        2,
        2,
      ),
    );
  }
  return lines;
}
