import { citationsBySource, citationsText } from '../../model/citation.ts';
import { dayText, rangeText } from '../../model/day-words.ts';
import { line as documentLine } from '../../explain/document.ts';
import { grouped } from '../../explain/grouped.ts';
import {
  counted,
  listed,
  restsOn,
  STEP_STATUS_WORDS,
  VERDICT_TONES,
  verdictWord,
} from '../../explain/words.ts';
import { type Line, line, text } from '../../draw/line.ts';
import { type OutcomeRow, type StepCard, stepCard } from '../model/step-card.ts';
import { clocksText, runTitle } from '../model/wording.ts';
import { sceneOf, type Scene, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { blockLines } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { heading, page, type Page } from './page.ts';
import { outcomeSign } from '../../draw/signs.ts';

/** The step that was played last: what it was, what it moved, and what each reading makes of it. */
export function stepPage(session: Session, state: State, columns: number): Page {
  const scene = sceneOf(session, state);
  const card = stepCard(session, scene, state.run);
  return page(
    card === null
      ? opening(session, state, scene, columns)
      : cardLines(session, state, card, columns),
  );
}

/** Before the first step: what the scenario is, and what to do. */
function opening(
  session: Session,
  state: State,
  { story, places }: Scene,
  columns: number,
): Line[] {
  const { scenario, inherited, steps } = story;
  const next = session.theme.screenReader ? 'Right arrow' : session.theme.glyphs.arrow;
  const clocks = clocksText(state.clocks);
  return [
    ...paragraph(scenario.title, columns, 0, 'strong'),
    line(
      `${scenario.kind} scenario ${session.theme.glyphs.middle} ${counted(steps.length, 'step')}`,
      'quiet',
    ),
    ...(clocks === '' ? [] : paragraph(`${counted(places.length, 'step')} ${clocks}`, columns)),
    [],
    ...told(scenario.summary ?? null, columns),
    ...(inherited > 0
      ? [
          ...paragraph(
            `Its first ${counted(inherited, 'step')} are those of ${scenario.branchesFrom?.scenario ?? ''}; what comes after is its own.`,
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
    ...told(session.agreement.question, columns),
    ...told(session.agreement.summary, columns),
  ];
}

/** A paragraph with an empty line behind it; nothing where nobody wrote it. */
function told(said: string | null, columns: number): Line[] {
  return said === null ? [] : [...paragraph(said, columns), []];
}

function cardLines(session: Session, state: State, card: StepCard, columns: number): Line[] {
  const { theme, agreement } = session;
  const { glyphs } = theme;
  const citing = card.claims.length > 0 ? ` (${counted(card.claims.length, 'claim')})` : '';
  const status = STEP_STATUS_WORDS[card.status];
  const facts = [
    rangeText(card.date, glyphs.dash),
    ...(card.by.length > 0 ? [`by ${listed(card.by)}`] : []),
    ...(status === '' || status === card.basis ? [] : [status]),
    `${card.basis}${citing}`,
    ...(card.date === null && card.asOf !== null ? [`positions as of ${dayText(card.asOf)}`] : []),
  ];
  const lines: Line[] = [
    ...paragraph(card.title, columns, 0, 'strong'),
    ...block([text(facts.join(` ${glyphs.middle} `), 'quiet')], columns, 0, 2),
  ];
  if (!card.isCertain) {
    const by = card.asOf === null ? 'then' : dayText(card.asOf);
    const said = `It may or may not have happened by ${by}; what it moves is not known.`;
    lines.push(...paragraph(said, columns, 0, 'unsure'));
  }
  if (card.origin !== null) lines.push(...paragraph(card.origin, columns, 0, 'quiet'));
  lines.push([]);
  if (card.narrative !== null) lines.push(...paragraph(card.narrative, columns), []);
  if (card.author.length > 0)
    lines.push(...card.author.flatMap((said) => paragraph(said, columns)), []);
  lines.push(...judgedLines(session, card, columns));
  const isAsked = card.parties.length > 0;
  lines.push(...paragraph(card.action, columns, 0, isAsked ? 'plain' : 'quiet'));
  if (card.void !== null) lines.push(...voidLines(session, card, columns));
  if (card.assumed !== null)
    lines.push(...paragraph(`Assumed by the model itself: ${card.assumed}`, columns));
  for (const duty of card.duties)
    lines.push(...blockLines(session.theme, documentLine(duty), columns));
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
  } else if (isAsked) {
    lines.push(
      ...paragraph(`It changes nothing ${runTitle(agreement, state.run)}.`, columns, 0, 'quiet'),
    );
  }
  if (card.inference !== null)
    lines.push([], ...paragraph(`Inferred: ${card.inference}`, columns, 0, 'quiet'));
  lines.push([], ...sourceLines(session, card, columns));
  return lines;
}

/** That the attempt came to nothing, and what says so. */
function voidLines({ agreement }: Session, card: StepCard, columns: number): Line[] {
  const claims = card.void?.claims ?? [];
  const said = restsOn(agreement, claims.length > 0 ? claims : card.claims, card.basis);
  return paragraph(`Attempted, void: it came to nothing [${said}].`, columns);
}

/** What the readings make of it: first how its event stands over the parties, then each; terms, which are nobody's, apart. */
function judgedLines(session: Session, card: StepCard, columns: number): Line[] {
  const { verdict, parties, terms } = card;
  if (parties.length === 0) return [];
  const said =
    verdict === 'contested' ? [text(`  ${verdictWord(verdict)}`, VERDICT_TONES[verdict])] : [];
  return [
    ...block(
      [text('What each reading makes of it', 'strong'), ...said, text('  derived', 'quiet')],
      columns,
    ),
    ...grouped(parties, ({ text: words }) => words).flatMap((alike) =>
      outcomeLines(
        session,
        alike,
        alike.length === parties.length && parties.length > 1 ? 'every party' : null,
        columns,
      ),
    ),
    ...grouped(terms, ({ text: words }) => words).flatMap((alike) =>
      outcomeLines(session, alike, null, columns),
    ),
    [],
  ];
}

function outcomeLines(
  session: Session,
  rows: readonly [OutcomeRow, ...OutcomeRow[]],
  whose: string | null,
  columns: number,
): Line[] {
  const [{ mark, text: words }] = rows;
  const sign = outcomeSign(session.theme, mark);
  const [word = ''] = words.split(' (');
  return block(
    [
      sign,
      text(sign.text === '' ? '' : ' '),
      text(word, sign.tone === 'quiet' ? 'plain' : sign.tone),
      text(': '),
      text(whose ?? listed(rows.map(({ title }) => title)), 'strong'),
      text(words.slice(word.length), 'quiet'),
    ],
    columns,
    1,
    2,
  );
}

function sourceLines(session: Session, card: StepCard, columns: number): Line[] {
  const { agreement, theme } = session;
  const bearing =
    card.bearing.length === 0
      ? []
      : block(
          [text('Bears on it: ', 'quiet'), text(citationsText(agreement, card.bearing), 'quiet')],
          columns,
          2,
          2,
        );
  if (card.claims.length === 0)
    return [...paragraph('No source: it is assumed.', columns, 0, 'quiet'), ...bearing];
  const hint = theme.screenReader ? '' : '  s reads the claims';
  const lines: Line[] = [[text('Sources', 'strong'), text(hint, 'quiet')]];
  for (const { source, text: cited } of citationsBySource(agreement, card.claims))
    lines.push(...block([text(cited, 'title'), text(`  ${source.title}`)], columns, 2, 2));
  return [...lines, ...bearing];
}
