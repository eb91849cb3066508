import { readingTitle } from '../../model/agreement.ts';
import type { Verdict } from '../../model/shapes/scenario.ts';
import type { Standing } from '../../model/standing.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { VERDICT_WORDS } from '../../explain/words.ts';
import { type Line, lineWidth, type Span, text } from '../../draw/line.ts';
import { gateStandings } from '../model/gate-list.ts';
import { verdictWord } from '../model/step-card.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { columnHeads, right } from './columns.ts';
import { cannotHappenText } from '../../explain/possible-text.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { type Page } from './page.ts';
import { verdictSign, verdictTone } from '../../draw/signs.ts';

const LABELS_AT_LEAST = 34;
const OVERALL = 16;
/** Of the words that stand in a cell. */
const WIDEST_WORD = VERDICT_WORDS.unstated.word.length;

/** Every gate under every reading. The first row lets the board follow the steps. */
export function gatesPage(
  session: Session,
  state: State,
  overlay: { selected: number },
  columns: number,
): Page {
  const { theme, agreement } = session;
  const { moment } = sceneOf(session, state);
  const nothing = nothingPublishedText(moment);
  const isPublished = nothing === '';
  const rows = gateStandings(moment);
  const [any] = rows;
  const titles = [...(any?.parties ?? []), ...(any?.terms ?? [])].map(({ reading }) =>
    readingTitle(agreement, reading),
  );
  const lines: Line[] = isPublished ? [] : [...paragraph(nothing, columns), []];
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
  if (!theme.screenReader && isPublished) {
    lines.push([
      text(' '.repeat(labels)),
      ...heads.flatMap(({ name, columns: wide }) => right(text(name, 'strong'), wide)),
      text('  the parties', 'quiet'),
    ]);
  }
  const cell = (verdict: Verdict): Span =>
    hasWords && verdict !== 'unstated'
      ? text(VERDICT_WORDS[verdict].word, verdictTone(verdict))
      : verdictSign(theme, verdict);
  for (const [index, row] of rows.entries()) {
    const first = lines.length;
    const verdicts = [...row.parties, ...row.terms].map(({ verdict }) => verdict);
    const overall = verdictWord(row.verdict);
    if (!isPublished) {
      // How it stood nobody can have known; it can be chosen for the board all the same.
      const title = text(row.event.title, toneAt(index + 1));
      lines.push(...block([marked(index + 1), title], columns, 0, 2));
      choose(index + 1, first);
      continue;
    }
    if (theme.screenReader) {
      const said = verdicts.map(
        (verdict, at) => `${titles[at] ?? ''} ${VERDICT_WORDS[verdict].word}`,
      );
      lines.push(
        ...block(
          [marked(index + 1), text(`${row.event.title}: ${overall}. ${said.join(', ')}.`)],
          columns,
          0,
          2,
        ),
      );
    } else {
      const [title = [], ...more] = block(
        [marked(index + 1), text(row.event.title, toneAt(index + 1))],
        labels,
        0,
        2,
      );
      lines.push([
        ...title,
        text(' '.repeat(labels - lineWidth(title))),
        ...verdicts.flatMap((verdict, at) => right(cell(verdict), heads[at]?.columns ?? 0)),
        text('  '),
        text(overall, verdictTone(row.verdict)),
      ]);
      lines.push(...more);
    }
    for (const note of notesOn(row)) lines.push(...paragraph(note, columns, 4, 'quiet'));
    choose(index + 1, first);
  }
  if (!isPublished) return { lines, cursor };
  if (!theme.screenReader) lines.push([], ...key(session, columns));
  const words = [
    'Verdicts are derived from the model.',
    'Contested: open or passed under one reading, closed under another.',
    "Terms as reported are no party's, so they do not count over the parties.",
  ];
  lines.push([], ...paragraph(words.join(' '), columns, 0, 'quiet'));
  return { lines, cursor };
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

function key(session: Session, columns: number): Line[] {
  const verdicts = ['open', 'passed', 'closed', 'unknown', 'unstated'] as const;
  return block(
    verdicts.flatMap((verdict) => [
      verdictSign(session.theme, verdict),
      text(
        ` ${verdict === 'unstated' ? VERDICT_WORDS.unstated.meaning : VERDICT_WORDS[verdict].word}   `,
        'quiet',
      ),
    ]),
    columns,
  );
}
