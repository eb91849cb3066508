import { type Agreement, partyReadings, type Reading } from '../../model/agreement.ts';
import { citationsText } from '../../model/citation.ts';
import { leavesOf } from '../../model/condition.ts';
import type { PlanAnswer, PlanStep } from '../../search/plan.ts';
import type { Answer, Question } from '../lab/question.ts';
import { type Line, line, text } from '../line.ts';
import { gateBoard, type Obstacle, type ReadingColumn } from '../model/gate-board.ts';
import {
  capital,
  controllersText,
  counted,
  leafText,
  listed,
  rangeText,
  readingTitle,
} from '../model/wording.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { coalitionLines } from './coalitions.ts';
import { behindFor, unstatedBy } from '../../report/explore-text.ts';
import { AS_ASKED } from '../../report/words.ts';
import { block, page, type Page, paragraph } from './page.ts';
import { propertiesPage } from './properties.ts';
import { waitLines } from './waits.ts';
import { VERDICT_WORDS, verdictTone } from './signs.ts';

/** Something that was asked from here, and its answer once there is one. */
export function questionPage(
  session: Session,
  state: State,
  { question, answer, selected }: { question: Question; answer: Answer | null; selected: number },
  columns: number,
): Page {
  const { agreement } = session;
  const gate = agreement.gates.get(question.gate)?.title ?? question.gate;
  if (question.kind === 'missing')
    return page(missingLines(session, state, question.gate, columns));
  const [first] = question.standpoints;
  const whose = question.isForEveryone
    ? "every party's reading at once"
    : readingTitle(agreement, first?.terms.reading ?? '');
  const title =
    question.kind === 'properties'
      ? 'What holds whatever happens, from the very beginning, by the conditions of this step'
      : question.kind === 'waits'
        ? 'Who waits for whom, each by its own reading, as of this step'
        : question.kind === 'plan'
          ? `The shortest way to "${gate}" from here, under ${whose}`
          : `Who could get to "${gate}" on their own from here, under ${whose}`;
  const head = block([text(title, 'strong'), text('  derived', 'quiet')], columns);
  if (answer?.kind === 'properties')
    return propertiesPage(session, answer.answer, selected, head, columns);
  return page([
    ...head,
    [],
    ...(answer === null
      ? [line('Searching; Esc leaves it.', 'quiet')]
      : answerLines(session, question, answer, columns)),
  ]);
}

function answerLines(
  session: Session,
  { standpoints }: Question,
  answer: Answer,
  columns: number,
): Line[] {
  const readings = standpoints.map(({ terms }) => terms.reading);
  switch (answer.kind) {
    case 'plan':
      return planLines(session, answer.answer, readings, columns);
    case 'coalitions':
      return coalitionLines(session, answer.answer, columns);
    case 'waits':
      return waitLines(session, answer.answer, columns);
    case 'properties':
      return [];
    case 'failed':
      return paragraph(`It could not be searched: ${answer.message}`, columns, 0, 'bad');
  }
}

/** What a gate still asks for: who could bring it about, and what of it is disputed, as fact or as requirement. */
function missingLines(session: Session, state: State, gateId: string, columns: number): Line[] {
  const board = gateBoard(session, sceneOf(session, state), gateId);
  const closed = board.columns.filter(({ obstacles }) => obstacles.length > 0);
  const others = board.columns.filter(({ obstacles }) => obstacles.length === 0);
  return [
    ...block(
      [
        text(board.title, 'strong'),
        text('  '),
        text(VERDICT_WORDS[board.overall], verdictTone(board.overall)),
        text('  derived', 'quiet'),
      ],
      columns,
    ),
    ...(board.held === null ? [] : paragraph(`${capital(board.held)}.`, columns)),
    ...closed.flatMap((column) => [
      [],
      ...block(
        [
          text(column.reading.title, 'strong'),
          text(': '),
          text(VERDICT_WORDS[column.verdict], verdictTone(column.verdict)),
          text(column.blocking.length > 1 ? ', any one of these sets would open it' : ''),
          text(column.held === null ? '' : `; ${column.held}`),
        ],
        columns,
      ),
      ...column.blocking.flatMap((set, index) => [
        ...(column.blocking.length > 1 ? [line(`Set ${index + 1}`, 'quiet')] : []),
        ...set.flatMap((id) => {
          const found = column.obstacles.find(({ leaf }) => leaf === id);
          return found === undefined ? [] : obstacleLines(session, column, found, board, columns);
        }),
      ]),
    ]),
    ...(others.length === 0 ? [] : [[]]),
    ...others.flatMap(({ reading, verdict, held }) =>
      block(
        [
          text(`${reading.title}: `),
          text(VERDICT_WORDS[verdict], verdictTone(verdict)),
          text(held === null ? '' : `; ${held}`),
        ],
        columns,
        0,
        2,
      ),
    ),
    [],
    ...paragraph('p looks for the shortest way, C for who could go it alone.', columns, 0, 'quiet'),
  ];
}

function obstacleLines(
  session: Session,
  column: ReadingColumn,
  missing: Obstacle,
  board: ReturnType<typeof gateBoard>,
  columns: number,
): Line[] {
  const { now } = missing;
  const dash = session.theme.glyphs.dash;
  const said = (what: string, detail: string): Line[] =>
    block([text(`${what}: `, 'quiet'), text(detail)], columns, 4, 2);
  const { asking, notAsking, silent } = requirement(
    session,
    column.reading,
    missing.leaf,
    board.gate,
  );
  const required = [
    asking.length > 0 ? `asked for by ${listed(asking)} too` : '',
    notAsking.length > 0 ? `not asked for by ${listed(notAsking)}` : '',
    silent.length > 0 ? `no position stated by ${listed(silent)}` : '',
  ].filter(Boolean);
  return [
    ...block([text(missing.text)], columns, 2, 2),
    ...(now === null
      ? []
      : said('now', `${now.stage}, ${rangeText(now.since, dash)}, ${now.basis}`)),
    ...(missing.isNever
      ? said(
          'who can bring it about',
          `no event meets it: only a waiver by ${column.reading.title} would open the gate`,
        )
      : said('who can bring it about', missing.controllers)),
    ...(missing.path.length === 0 ? [] : said('by way of', missing.path.join(', then '))),
    ...(missing.isNever
      ? []
      : said(
          'as a fact',
          missing.disputedBy.length === 0
            ? 'nobody disputes where it stands'
            : `where it stands is disputed by ${listed(missing.disputedBy)}`,
        )),
    ...said(
      'as a requirement',
      required.length === 0 ? 'nobody says otherwise' : required.join('; '),
    ),
    ...(missing.claims.length === 0
      ? []
      : said(
          missing.basis,
          `${citationsText(session.agreement, missing.claims)}${missing.isAtSecondHand ? '; at second hand' : ''}`,
        )),
  ];
}

/** How the other parties stand to a requirement: they ask the same, they have a position without it, or none. */
function requirement(
  session: Session,
  reading: Reading,
  leafId: string,
  gate: string,
): { asking: string[]; notAsking: string[]; silent: string[] } {
  const { agreement } = session;
  const base = agreement.base.get(gate);
  if (base !== undefined && leavesOf(base).some(({ id }) => id === leafId))
    return { asking: ['every reading'], notAsking: [], silent: [] };
  const stagesOf = (other: Reading) => {
    const condition = other.gates.get(gate)?.stated?.condition;
    return condition === undefined ? [] : leavesOf(condition);
  };
  const own = stagesOf(reading).find(({ id }) => id === leafId);
  const answer = { asking: [] as string[], notAsking: [] as string[], silent: [] as string[] };
  for (const other of partyReadings(agreement)) {
    if (other.id === reading.id) continue;
    if (!other.gates.get(gate)?.stated) answer.silent.push(other.title);
    else if (stagesOf(other).some(({ region }) => region === own?.region))
      answer.asking.push(other.title);
    else answer.notAsking.push(other.title);
  }
  return answer;
}

function planLines(
  session: Session,
  answer: PlanAnswer,
  readings: readonly string[],
  columns: number,
): Line[] {
  const { agreement } = session;
  switch (answer.kind) {
    case 'unfinished':
      return paragraph(
        `The search was stopped; no way takes fewer than ${counted(answer.atLeast, 'event')}.`,
        columns,
      );
    case 'impossible':
      return [
        ...paragraph('There is no way: every reachable state was looked at.', columns),
        ...(answer.isByStages
          ? paragraph('It does not hang on what any reading asks: no events lead there.', columns)
          : []),
        ...(answer.complete
          ? []
          : paragraph('PARTIAL: what excludes it was not found out.', columns, 0, 'unsure')),
        ...answer.conflicts.flatMap(({ readings: refusing, leaves }) => {
          const names = refusing.map((group) =>
            listed(
              group.map((id) => readingTitle(agreement, id)),
              'or',
            ),
          );
          const asked = leaves.map(({ leaf }) => leafText(agreement, leaf));
          const what = asked.length === 0 ? 'the stages leave no way' : asked.join('; ');
          return [[], ...block([text(`${listed(names)}: `, 'strong'), text(what)], columns, 0, 2)];
        }),
      ];
    case 'found': {
      const [plan = []] = answer.plans;
      if (plan.length === 0)
        return paragraph('It lies behind already: nothing need happen.', columns);
      return [
        ...paragraph(
          `${counted(plan.length, 'event')}, fewer do not lead there. Enter plays them as a branch.`,
          columns,
        ),
        [],
        ...plan.flatMap((step, index) => planStepLines(session, step, index, readings, columns)),
        [],
        ...paragraph(AS_ASKED, columns, 0, 'quiet'),
      ];
    }
  }
}

/** Who can bring a step about, with the claims that say so. */
function whoOf(agreement: Agreement, { event, controllers, claims }: PlanStep): string {
  const who = controllersText(agreement, controllers, claims);
  if (controllers === null || claims.length === 0) return who;
  const isInferred = (agreement.events.get(event)?.inference ?? null) !== null;
  return `${who} (${isInferred ? 'derived' : 'sourced'}: ${citationsText(agreement, claims)})`;
}

function planStepLines(
  session: Session,
  step: PlanStep,
  index: number,
  readings: readonly string[],
  columns: number,
): Line[] {
  const { agreement } = session;
  const gate =
    step.gate === null ? '' : `; through "${agreement.gates.get(step.gate)?.title ?? ''}"`;
  const number = `${index + 1}`.padStart(2);
  const silent = unstatedBy(agreement, step, readings);
  const behind = behindFor(agreement, step, readings);
  const notes = silent === '' && behind === '' ? '' : `.${silent}${behind}`;
  return block(
    [
      text(`${number}  `, 'title'),
      text(agreement.events.get(step.event)?.title ?? step.event),
      text(`  ${whoOf(agreement, step)}${gate}${notes}`, 'quiet'),
    ],
    columns,
    0,
    4,
  );
}
