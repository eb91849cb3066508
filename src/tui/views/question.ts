import { dutiesAt } from '../../answer/duties.ts';
import { readingTitle } from '../../model/agreement.ts';
import { gateText } from '../../explain/check-text.ts';
import { coalitionsText } from '../../explain/coalitions-text.ts';
import type { Block } from '../../explain/document.ts';
import { boundBlocks } from '../../explain/duties-text.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { overallText } from '../../explain/overall-text.ts';
import { planText } from '../../explain/plan-text.ts';
import { type Searched, tooMuchUnknownText, unknownBlocks } from '../../explain/search-text.ts';
import { waitsText } from '../../explain/waits-text.ts';
import { REPORTED } from '../../model/terms.ts';
import { runTitle } from '../model/wording.ts';
import { eventsFound } from '../lab/day-and-reason.ts';
import type { Answer, Question } from '../../lab/question.ts';
import { type Line, line, text } from '../../draw/line.ts';
import { type Session, standingAt } from '../session.ts';
import { blockLines, withoutHead } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { page, type Page } from './page.ts';
import { propertiesPage } from './properties.ts';

/** Something that was asked from here, and its answer once there is one. */
export function questionPage(
  session: Session,
  { question, answer, selected }: { question: Question; answer: Answer | null; selected: number },
  columns: number,
): Page {
  const { moment } = question;
  const nothing = nothingPublishedText(moment);
  if (question.kind === 'missing') return page(missingLines(session, question, columns));
  const head = block(
    [text(titleOf(session, question), 'strong'), text('  derived', 'quiet')],
    columns,
  );
  if (nothing !== '') return page([...head, [], ...paragraph(nothing, columns)]);
  if (question.kind === 'duties')
    return page([
      ...head,
      [],
      ...blockLines(session.theme, boundBlocks(moment, dutiesAt(moment)), columns),
    ]);
  if (question.wanted !== undefined)
    return page(wantedLines(session, question.wanted, question, answer, columns));
  if (answer?.kind === 'properties')
    return propertiesPage(session, { moment, verified: answer.answer, selected }, head, columns);
  return page([
    ...head,
    [],
    ...(answer === null
      ? [line('Searching; Esc leaves it.', 'quiet')]
      : answerLines(session, question, answer, columns)),
  ]);
}

/** What has to come before an event that cannot happen yet, to be taken with it; or that nothing was found. */
function wantedLines(
  session: Session,
  wanted: string,
  question: Question,
  answer: Answer | null,
  columns: number,
): Line[] {
  const { agreement } = session;
  const titleOfEvent = (id: string) => agreement.events.get(id)?.title ?? id;
  const whose = runTitle(agreement, question.readings[0] ?? REPORTED);
  const said = (words: string, tone: 'plain' | 'quiet' = 'plain') =>
    paragraph(words, columns, 0, tone);
  const head = [
    ...paragraph(titleOfEvent(wanted), columns, 0, 'strong'),
    ...said(`It cannot happen yet, ${whose}.`),
    [],
  ];
  const anyway =
    'Enter lets it happen all the same, to see what each reading makes of that. Esc goes back.';
  if (answer === null)
    return [...head, line('Searching for what has to come first; Esc leaves it.', 'quiet')];
  if (answer.kind === 'failed' || answer.kind === 'unknown')
    return [
      ...head,
      ...answerLines(session, question, answer, columns),
      [],
      ...said(anyway, 'quiet'),
    ];
  const events = eventsFound(answer);
  if (events.length === 0)
    return [
      ...head,
      ...said(
        'No steps lead to it from here: that is a limit of the model, or of what is held, and no finding about the world.',
      ),
      [],
      ...said(anyway, 'quiet'),
    ];
  return [
    ...head,
    ...said('Enter takes all of this in, each as a step of its own; Esc goes back.', 'quiet'),
    [],
    ...block([text('The shortest way to it', 'strong'), text('  derived', 'quiet')], columns),
    ...events.flatMap((event, index) => {
      const standing = standingAt(question.moment, event);
      const isRefused = standing.verdict === 'closed' || standing.verdict === 'contested';
      return [
        ...paragraph(`${index + 1}. ${titleOfEvent(event)}`, columns, 2),
        // What a party's stated position refuses is no smooth way, whatever the run on show takes.
        ...(isRefused ? paragraph(overallText(standing), columns, 5, 'unsure') : []),
      ];
    }),
  ];
}

function titleOf(
  { agreement }: Session,
  { kind, gate, isForEveryone, readings }: Question,
): string {
  const title = agreement.gates.get(gate)?.title ?? gate;
  const whose = isForEveryone
    ? "every party's reading at once"
    : readings.map((reading) => readingTitle(agreement, reading)).join('');
  switch (kind) {
    case 'properties':
      return 'What holds whatever happens from here, by the positions and waivers in force';
    case 'duties':
      return 'Who is bound to bring what about by when, as it stands here';
    case 'waits':
      return 'Each by its own reading, from here';
    case 'plan':
      return `To "${title}" from here, under ${whose}`;
    case 'coalitions':
      return `To "${title}" on their own from here, under ${whose}`;
    case 'missing':
      return title;
  }
}

function answerLines(
  session: Session,
  question: Question,
  answer: Answer,
  columns: number,
): Line[] {
  const { moment, readings, gate } = question;
  const searched: Searched = { moment, readings, goal: gate };
  const drawn = (blocks: readonly Block[]) => blockLines(session.theme, blocks, columns);
  switch (answer.kind) {
    case 'plan': {
      const { kind } = answer.answer;
      const isWay = kind === 'found' && answer.answer.length > 0;
      return [
        ...(isWay ? [...paragraph('Enter plays it as a branch.', columns, 0, 'quiet'), []] : []),
        ...drawn(planText(searched, answer.answer)),
        ...drawn(unknownBlocks(session.agreement, answer.unknown)),
      ];
    }
    case 'coalitions':
      return [
        ...drawn(coalitionsText(searched, answer.answer)),
        ...drawn(unknownBlocks(session.agreement, answer.unknown)),
      ];
    case 'waits':
      return drawn(waitsText(moment, answer.answer));
    case 'properties':
      return [];
    case 'unknown':
      return drawn(tooMuchUnknownText(searched, answer.unknown));
    case 'failed':
      return paragraph(`It could not be searched: ${answer.message}`, columns, 0, 'bad');
  }
}

/** Everything about the gate: how it stands, what each party asks, who could bring that about, and what all of it rests on. */
function missingLines(session: Session, { gate, moment }: Question, columns: number): Line[] {
  const event = session.agreement.gates.get(gate)?.event ?? gate;
  return [
    ...blockLines(
      session.theme,
      withoutHead(gateText(standingAt(moment, event), { verbose: false })),
      columns,
    ),
    [],
    ...paragraph('p looks for the shortest way, C for who could go it alone.', columns, 0, 'quiet'),
  ];
}
