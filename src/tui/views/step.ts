import { citationsBySource } from '../../model/citation.ts';
import { type Line, line, text } from '../line.ts';
import { type OutcomeRow, type StepCard, stepCard } from '../model/step-card.ts';
import { counted, dayText, listed, rangeText, runTitle } from '../model/wording.ts';
import { momentOf, type Moment, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';
import { outcomeSign } from './signs.ts';

/** The step that was played last: what it was, what it moved, and what each reading makes of it. */
export function stepPage(session: Session, state: State, columns: number): Page {
  const moment = momentOf(session, state);
  const card = stepCard(session, moment, state.run, session.theme.glyphs.arrow);
  return page(
    card === null ? opening(session, moment, columns) : cardLines(session, state, card, columns),
  );
}

/** Before the first step: what the scenario is, and what to do. */
function opening(session: Session, moment: Moment, columns: number): Line[] {
  const { scenario, inherited, steps } = moment.story;
  const next = session.theme.screenReader ? 'Right arrow' : session.theme.glyphs.arrow;
  return [
    ...paragraph(scenario.title, columns, 0, 'strong'),
    line(
      `${scenario.kind} scenario ${session.theme.glyphs.middle} ${counted(steps.length, 'step')}`,
      'quiet',
    ),
    [],
    ...paragraph(scenario.summary, columns),
    [],
    ...(inherited > 0
      ? [
          ...paragraph(
            `Its first ${counted(inherited, 'step')} are those of ${moment.story.scenario.branchesFrom?.scenario ?? ''}; what comes after is its own.`,
            columns,
          ),
          [],
        ]
      : []),
    ...block(
      [
        text('Press '),
        text(next, 'title'),
        text(' to play the first step, '),
        text('?', 'title'),
        text(' for help, '),
        text('G', 'title'),
        text(' for the words used here.'),
      ],
      columns,
    ),
    [],
    heading(session.agreement.title),
    ...paragraph(session.agreement.summary, columns),
  ];
}

function cardLines(session: Session, state: State, card: StepCard, columns: number): Line[] {
  const { theme, agreement } = session;
  const { glyphs } = theme;
  const citing = card.claims.length > 0 ? ` (${counted(card.claims.length, 'claim')})` : '';
  const facts = [
    rangeText(card.date, glyphs.dash),
    ...(card.by.length > 0 ? [`by ${listed(card.by)}`] : []),
    ...(card.status === card.basis ? [] : [card.status]),
    `${card.basis}${citing}`,
    ...(card.date === null && card.asOf !== null ? [`conditions as of ${dayText(card.asOf)}`] : []),
  ];
  const meta = facts.join(` ${glyphs.middle} `);
  const lines: Line[] = [
    ...paragraph(card.title, columns, 0, 'strong'),
    ...block([text(meta, 'quiet')], columns, 0, 2),
  ];
  if (card.origin !== null) lines.push(...paragraph(card.origin, columns, 0, 'quiet'));
  lines.push([]);
  if (card.narrative !== null) lines.push(...paragraph(card.narrative, columns), []);

  if (card.outcomes.length > 0) {
    const said = card.isContested ? [text('  CONTESTED', 'contested')] : [];
    lines.push(
      ...block(
        [text('What each reading makes of it', 'strong'), ...said, text('  derived', 'quiet')],
        columns,
      ),
    );
    for (const rows of alike(card.outcomes)) lines.push(...outcomeLines(session, rows, columns));
    lines.push([]);
  }
  lines.push(...paragraph(card.action, columns, 0, card.outcomes.length > 0 ? 'plain' : 'quiet'));
  if (card.changes.length > 0) {
    lines.push(
      [],
      ...block(
        [
          text(`What it changes, ${runTitle(agreement, state.run)}`, 'strong'),
          text('  derived', 'quiet'),
        ],
        columns,
      ),
    );
    for (const { title, from, to } of card.changes)
      lines.push(
        ...block([text(`${title}: ${from} ${glyphs.arrow} `), text(to, 'changed')], columns, 2, 2),
      );
  } else if (card.outcomes.length > 0) {
    lines.push(
      ...paragraph(`It changes nothing ${runTitle(agreement, state.run)}.`, columns, 0, 'quiet'),
    );
  }
  if (card.inference !== null)
    lines.push([], ...paragraph(`Inferred: ${card.inference}`, columns, 0, 'quiet'));
  lines.push([], ...sourceLines(session, card, columns));
  return lines;
}

/** Readings that make the same of it, together. */
function alike(outcomes: readonly OutcomeRow[]): OutcomeRow[][] {
  const groups = new Map<string, OutcomeRow[]>();
  for (const row of outcomes) {
    const key = `${row.mark} ${row.word} ${row.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function outcomeLines(session: Session, rows: readonly OutcomeRow[], columns: number): Line[] {
  const [first] = rows;
  if (first === undefined) return [];
  const sign = outcomeSign(session.theme, first.mark);
  const names = listed(rows.map(({ title }) => title));
  const reason = first.reason === '' ? '' : ` (${first.reason})`;
  return block(
    [
      sign,
      text(sign.text === '' ? '' : ' '),
      text(first.word, sign.tone === 'quiet' ? 'plain' : sign.tone),
      text(': '),
      text(names, 'strong'),
      text(reason, 'quiet'),
    ],
    columns,
    1,
    2,
  );
}

function sourceLines(session: Session, card: StepCard, columns: number): Line[] {
  const { agreement, theme } = session;
  if (card.claims.length === 0) return paragraph('No source: it is assumed.', columns, 0, 'quiet');
  const hint = theme.screenReader ? '' : '  s reads the claims';
  const lines: Line[] = [[text('Sources', 'strong'), text(hint, 'quiet')]];
  for (const { source, text: cited } of citationsBySource(agreement, card.claims))
    lines.push(...block([text(cited, 'title'), text(`  ${source.title}`)], columns, 2, 2));
  return lines;
}
