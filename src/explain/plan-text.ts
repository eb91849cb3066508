import {
  type Agreement,
  partyTitle,
  readingTitle,
  regionTitle,
  stageTitle,
} from '../model/agreement.ts';
import { isPublished, positionOf } from '../model/position.ts';
import { REPORTED } from '../model/terms.ts';
import type { AskedCondition, Conflict } from '../search/conflict.ts';
import type { PlanAnswer, PlanFromOne } from '../search/plan.ts';
import type { PlanStep } from '../search/plan-steps.ts';
import { NO_EVENT } from './condition-text.ts';
import {
  type Block,
  GAP,
  heading,
  joined,
  line,
  type Phrase,
  phrase,
  phrased,
  typed,
  rows,
  setIn,
  type Words,
} from './document.ts';
import { grouped } from './grouped.ts';
import { reachedSaid, whereLeftSaid } from './reached-text.ts';
import {
  completeness,
  conditionWords,
  goalText,
  goalTitle,
  objectionWords,
  type Searched,
  whoAsks,
} from './search-text.ts';
import { caseBlocks } from './where-text.ts';
import { whoWords } from './who-words.ts';
import {
  AS_ASKED,
  counted,
  eventTitle,
  inRuns,
  listed,
  readingTitles,
  spokenCount,
} from './words.ts';

/**
 * A plan, or why there is none.
 *
 * @param limits what the user does not allow, as {@link limitsText} words it
 */
export function planText(searched: Searched, answer: PlanAnswer, limits = ''): Block[] {
  const { moment, readings } = searched;
  const { agreement } = moment;
  const goal = goalText(agreement, searched.goal);
  switch (answer.kind) {
    case 'unfinished':
      return line(
        `PARTIAL: the search was stopped. No path to ${goal}${limits} takes fewer than ${counted(answer.atLeast, 'event')}.`,
      );
    case 'impossible':
      return [...noWayBlocks(searched, answer, limits), ...line(AS_ASKED)];
    case 'fromEach':
    case 'fromSome':
    case 'fromNone':
      return [
        ...line(
          `${apartSaid(answer, `${goal}${limits} ${unrefused(agreement, readings)}`)} By what is not known:`,
        ),
        ...caseBlocks(agreement, answer.cases, (from) => fromBlocks(searched, from, limits)),
        GAP,
        ...line(completeness(answer.cases.every(({ answer: { kind } }) => kind !== 'unfinished'))),
        ...line(AS_ASKED),
      ];
    case 'found':
      if (answer.length === 0) return line(`${reachedSaid(searched, readings)}.`);
      return [
        ...line(
          `The shortest path to ${goal}${limits} ${unrefused(agreement, readings)} takes ${counted(answer.length, 'event')}:`,
        ),
        ...answer.plans.flatMap((steps, index) => [
          answer.plans.length > 1 ? heading(`Alternative ${index + 1}`) : GAP,
          ...steps.flatMap((step, at) => [
            ...line(`${at + 1}. ${eventSaid(agreement, step)}`, 1),
            ...line(stepSaid(searched, step), 2),
          ]),
        ]),
        GAP,
        ...line(whereLeftSaid(searched, readings)),
        ...line(
          answer.every
            ? 'These are all paths of that length, orders of the same events aside.'
            : [
                phrase('There may be other paths of that length'),
                typed('; --alternatives N looks for more', ''),
                phrase('.'),
              ],
        ),
        ...line('COMPLETE: no fewer events lead there.'),
        ...line(AS_ASKED),
      ];
  }
}

/** From how many of the ways in which things may stand there is a way, where no one row of events does for all. */
function apartSaid(
  { kind, beginnings, cases }: Extract<PlanAnswer, { cases: unknown }>,
  goal: string,
): string {
  const states = `the ${counted(beginnings, 'state')} that are possible here`;
  const count = (of: PlanFromOne['kind']) =>
    cases.flatMap(({ where, answer }) => (answer.kind === of ? where : [])).length;
  const noRow = 'no one path fits them all.';
  switch (kind) {
    case 'fromEach':
      return `From each of ${states} there is a path to ${goal}; ${noRow}`;
    case 'fromNone':
      return `From none of ${states} is there a path to ${goal}.`;
    case 'fromSome': {
      const open = count('unfinished');
      const rest = open === 0 ? '' : `, of ${spokenCount(BigInt(open))} it is not known,`;
      return `From ${spokenCount(BigInt(count('found')))} of ${states} there is a path to ${goal}${rest} and from ${spokenCount(BigInt(count('impossible')))} there is none; ${noRow}`;
    }
  }
}

/** What there is from one of the ways in which things may stand. */
function fromBlocks(searched: Searched, from: PlanFromOne, limits: string): Block[] {
  const { agreement } = searched.moment;
  switch (from.kind) {
    case 'unfinished':
      return line(`Not known: no path takes fewer than ${counted(from.atLeast, 'event')}.`, 1);
    case 'impossible':
      return setIn(noWayBlocks(searched, from, limits), 1);
    case 'found': {
      const [steps = []] = from.plans;
      if (from.length === 0) return line('Nothing is left to be done.', 1);
      return [
        ...line(`${counted(from.length, 'event')}:`, 1),
        ...steps.flatMap((step, at) => line(`${at + 1}. ${eventSaid(agreement, step)}`, 2)),
      ];
    }
  }
}

/** ` by A and B alone, without "It opens"`: what the user does not allow, behind a goal; empty where nothing is. */
export function limitsText(
  agreement: Agreement,
  by: readonly string[] | null,
  avoided: readonly string[],
): string {
  const parties = (by ?? []).map((party) => partyTitle(agreement, party));
  const without = avoided.map((goal) => goalTitle(agreement, goal));
  return [
    ...(by === null ? [] : [` by ${listed(parties)} alone`]),
    ...(without.length === 0 ? [] : [` without ${listed(without, 'or')}`]),
  ].join('');
}

/** That a limit of the user's is why there is no plan: what the path without it would take. */
export function limitedText(
  searched: Searched,
  limits: string,
  steps: readonly PlanStep[],
  ruledOut: readonly PlanStep[],
): Block[] {
  const { agreement } = searched.moment;
  return [
    ...line(
      `There is no path to ${goalText(agreement, searched.goal)}${limits}. Without that limit there is one, of ${counted(steps.length, 'event')}; the limit rules out these of its events:`,
    ),
    ...ruledOut.flatMap((step) => [
      ...line(eventSaid(agreement, step), 1),
      ...line(phrased`Who can: ${whoSaid(searched, step)}.`, 2),
    ]),
    ...line(AS_ASKED),
  ];
}

function noWayBlocks(
  searched: Searched,
  answer: Extract<PlanAnswer, { kind: 'impossible' }>,
  limits: string,
): Block[] {
  const { moment, readings } = searched;
  const { agreement } = moment;
  const goal = goalText(agreement, searched.goal);
  switch (answer.reason) {
    case null:
      return [
        ...line(`There is no path to ${goal}${limits} ${unrefused(agreement, readings)}.`),
        ...line('PARTIAL: the work was stopped before it was known what excludes it.'),
      ];
    case 'events':
      return [
        ...line(
          `There is no path to ${goal}${limits}, whatever anybody holds and the model requires. ${NO_EVENT}`,
        ),
        ...line(completeness(answer.complete)),
      ];
    case 'requirements':
      return [
        ...line(
          `There is no path to ${goal}${limits}, whatever anybody holds: what the model itself requires excludes it, and that is no party's position.`,
        ),
        ...rows(requirementRows(searched, answer.requirements), { depth: 1 }),
        ...line(reasonsKnown(answer.complete)),
      ];
    case 'positions':
      return [
        ...line(`There is no path to ${goal}${limits} ${unrefused(agreement, readings)}.`),
        ...answer.conflicts.flatMap((conflict) => conflictBlocks(searched, conflict)),
        ...line(reasonsKnown(answer.complete)),
      ];
  }
}

function reasonsKnown(complete: boolean): string {
  return complete
    ? completeness(true)
    : 'PARTIAL: there is no path, but the work was stopped before it was known what in particular excludes it.';
}

/** `that is not refused by A`, `that none of A, B and C refuses`; as reported, nothing is refused and nothing required. */
function unrefused(agreement: Agreement, readings: readonly string[]): string {
  if (readings.every((reading) => reading === REPORTED))
    return 'as reported (whatever anybody holds and the model requires first)';
  return readings.length === 1
    ? `that is not refused by ${readingTitles(agreement, readings)}`
    : `that none of ${readingTitles(agreement, readings)} refuses`;
}

/** Readings that exclude a goal together, and what of all that they hold does. */
function conflictBlocks(searched: Searched, conflict: Conflict): Block[] {
  const { moment } = searched;
  const { agreement } = moment;
  const whose = listed(
    conflict.readings.map((group) =>
      listed(
        group.map((id) => readingTitle(agreement, id)),
        'or',
      ),
    ),
  );
  return [
    ...line(
      `What is held by ${whose} excludes it${conflict.readings.length === 1 ? '' : ' when taken together'}${conflict.requirements.length === 0 ? '' : ', with what the model itself requires'}:`,
    ),
    ...rows(
      [
        ...conflict.objections.map((objection) => [
          readingTitle(agreement, objection.reading),
          beforeEvent(agreement, objection.event),
          mayBe(searched, objection.reading, objection.event, objectionWords(moment, objection), [
            objection.id,
          ]),
        ]),
        ...conflict.conditions.map(({ condition, event }) => [
          whoAsks(agreement, condition),
          beforeEvent(agreement, event),
          mayBe(searched, condition.reading, event, conditionWords(moment, condition), [
            condition.id,
          ]),
        ]),
        ...requirementRows(searched, conflict.requirements),
      ],
      { depth: 1 },
    ),
  ];
}

/** What is said of a statement or a condition, marked where it is only perhaps held by the moment. */
function mayBe(
  { moment }: Searched,
  reading: string | null,
  event: string,
  said: readonly Phrase[],
  ids: readonly string[],
): readonly Phrase[] {
  if (reading === null) return said;
  const { agreement, day, viewpoint } = moment;
  const clock = { day, knownBy: viewpoint.knownBy };
  const { perhaps, conditions } = positionOf(agreement, reading, event, clock);
  const isPerhaps =
    perhaps.some(({ id }) => ids.includes(id)) ||
    conditions.some(({ condition, isCertain }) => !isCertain && ids.includes(condition.id));
  return isPerhaps ? phrased`counted, though it may not be held by then: ${said}` : said;
}

function requirementRows({ moment }: Searched, requirements: readonly AskedCondition[]): Words[][] {
  return requirements.map(({ condition, event }) => [
    'the model itself',
    beforeEvent(moment.agreement, event),
    conditionWords(moment, condition),
  ]);
}

function beforeEvent(agreement: Agreement, id: string): string {
  const event = agreement.events.get(id);
  return `before "${event?.title ?? id}" (${event?.gate ?? id})`;
}

function eventSaid(agreement: Agreement, { event }: PlanStep): string {
  return `${eventTitle(agreement, event)} (${event})`;
}

function whoSaid({ moment }: Searched, { event }: PlanStep): Phrase[] {
  const { agreement, viewpoint } = moment;
  return whoWords(agreement, event, (reference) =>
    isPublished(agreement, reference, viewpoint.knownBy),
  );
}

/** What a step moves, who can bring it about, what each reading makes of it, and what has to be known of it. */
function stepSaid(searched: Searched, step: PlanStep): Phrase[] {
  const { agreement } = searched.moment;
  const moves = grouped(step.changes, ({ region, stage }) => `${region} ${stage}`).map((alike) => {
    const { region, stage } = alike[0];
    const readings = alike.flatMap((change) => change.readings);
    const isAll = searched.readings.every((id) => readings.includes(id));
    const whose = isAll ? '' : ` (${inRuns(agreement, readings)})`;
    return `${regionTitle(agreement, region)}: ${stageTitle(agreement, region, stage)}${whose}`;
  });
  const others = [
    ...stancesSaid(agreement, step),
    ...(step.assumed === null ? [] : [`Assumed by the model itself: ${step.assumed}`]),
    ...step.round.map((gate) => `It leads round the gate ${gate}, whatever is held on that.`),
  ];
  return joined(
    [
      ...(moves.length === 0 ? [] : [phrased`Moves ${[...new Set(moves)].join('; ')}.`]),
      phrased`Who can: ${whoSaid(searched, step)}.`,
      ...others.map((text) => [phrase(text)]),
    ],
    ' ',
  );
}

/** What each reading asked makes of a step of a path, and what was counted though it may not be held. */
export function stancesSaid(
  agreement: Agreement,
  { gate, recognised, unopposed, already, perhaps }: PlanStep,
): string[] {
  const said = (readings: readonly string[], text: string) => {
    // As reported is nobody who could hold anything.
    const parties = readings.filter((reading) => reading !== REPORTED);
    return parties.length === 0 ? [] : [`${text}: ${readingTitles(agreement, parties)}.`];
  };
  return [
    ...said(recognised, 'Recognised by'),
    // What no position and no requirement stands before is unopposed by everybody, and need not be said of each.
    ...(gate === null ? [] : said(unopposed, 'No position reported')),
    ...(recognised.length + unopposed.length === 0
      ? []
      : said(already, 'Already so in the runs of')),
    ...said(
      [
        ...new Set(
          perhaps.filter(({ stance }) => stance !== 'backs').map(({ reading }) => reading),
        ),
      ],
      'Counted, though it may not be held by then: what is asked by',
    ),
  ];
}
