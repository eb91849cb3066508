/**
 * The commands that search: loaded when one of them is asked for, since the explorer and its answers are more than
 * all other commands together need.
 */
import {
  type Agreement,
  partyReadings,
  readingTitle,
  regionTitle,
  stageTitle,
} from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { addStep, type BranchName, forkAt } from '../answer/branch.ts';
import { counterexample } from '../answer/counterexample.ts';
import { coalitions } from '../search/coalitions.ts';
import type { Standpoint } from '../search/compile.ts';
import { explore } from '../search/exploration.ts';
import { eventGoal, type Goal, readGoal } from '../search/goal.ts';
import { pointsOfNoReturn, type PointsOfNoReturn } from '../search/no-return.ts';
import { pivots } from '../search/pivots.ts';
import { plan, type PlanStep } from '../search/plan.ts';
import { canBringAbout, expandedParties } from '../search/controllers.ts';
import type { Property } from '../search/property.ts';
import { readProperties } from '../search/read-properties.ts';
import {
  type StandpointsAnswer,
  standpointsOf,
  termsAt,
  type UnknownStages,
} from '../search/standpoints.ts';
import { unblock } from '../search/unblock.ts';
import { EVERYONE, type Perspective, perspectivesOf } from '../search/perspective.ts';
import { type Verified, verifyAll } from '../search/verify-all.ts';
import { vetoes } from '../search/veto.ts';
import { waits } from '../search/waits.ts';
import type { Work } from '../search/work.ts';
import type { Holding } from '../load/library.ts';
import { quote } from '../load/show.ts';
import { didYouMeanOneOf } from '../load/suggest.ts';
import { listed, readingTitles } from '../report/words.ts';
import { askedStage, known, separated } from './asked.ts';
import type { Answer } from './search.ts';
import { UsageError } from './usage-error.ts';

export { coalitions, eventGoal, pivots, plan, standpointsOf, unblock, verifyAll, vetoes, waits };
export { AS_ASKED } from '../report/words.ts';
export {
  limitedText,
  noReturnText,
  pivotsText,
  planText,
  unblockText,
  vetoText,
  waitsText,
} from '../report/explore-text.ts';
export { coalitionsText } from '../report/coalitions-text.ts';
export { verifyText } from '../report/verify-text.ts';
export { exported, formatAsked } from './exporting.ts';
export { doLongWork } from './long-work.ts';

/**
 * From where each reading's run goes on, for questions that look at one state of each: where one may stand in several,
 * that is the answer.
 */
export function oneStandpointEach(moment: Moment, readings: readonly string[]): StandpointsAnswer {
  const found = standpointsOf(moment, readings);
  return found.ok && found.standpoints.length > readings.length
    ? { ok: false, unknown: found.unknown }
    : found;
}

/** The answer where too much is not known to search from here. */
export function tooMuchUnknown(agreement: Agreement, unknown: readonly UnknownStages[]): Answer {
  const [first] = unknown;
  const hint = first === undefined ? '' : ` --assume ${first.region}=${first.stages[0] ?? ''}`;
  return {
    text: [
      'Too much is not known from here to tell:',
      ...unknown.map(({ region, stages, readings }) => {
        const among = listed(
          stages.map((stage) => stageTitle(agreement, region, stage)),
          'or',
        );
        return `  ${regionTitle(agreement, region)}: ${among} (under ${readingTitles(agreement, readings)})`;
      }),
      `Say where they stand, such as by${hint}, or ask as of another day.`,
    ],
    object: { tooMuchUnknown: unknown },
    code: 1,
  };
}

/** The readings asked for; everyone, and nobody in particular, stand for all the parties'. */
export function readingsAsked(
  agreement: Agreement,
  names: readonly string[] | undefined,
): string[] {
  const parties = partyReadings(agreement).map((reading) => reading.id);
  if (names === undefined || names.length === 0) return parties;
  const candidates = [...agreement.readings.keys(), 'everyone', REPORTED];
  const asked = names
    .flatMap((text) => text.split(','))
    .map((name) => known('reading', name.trim(), candidates))
    .flatMap((name) => (name === 'everyone' ? parties : [name]));
  return [...new Set(asked)];
}

/** A goal as the user writes it: a gate, or region=stage. */
export function goalAsked(agreement: Agreement, text: string): Goal {
  const reading = readGoal(agreement, text);
  if (reading.ok) return reading.goal;
  throw new UsageError(
    `${quote(text)} is no goal: ${reading.problem}`,
    didYouMeanOneOf(text.split('=').at(-1) ?? text, reading.candidates) ??
      `known here: ${reading.candidates.join(', ')}`,
  );
}

/** The steps of a way that a limit on who acts, or on what happens, does not allow. */
export function ruledOut(
  agreement: Agreement,
  steps: readonly PlanStep[],
  limit: {
    by: readonly string[] | null;
    unstated: 'nobody' | 'free';
    avoid: { events: readonly string[]; stages: readonly { region: string; stage: string }[] };
  },
): PlanStep[] {
  const coalition = limit.by === null ? null : expandedParties(agreement, limit.by);
  return steps.filter(
    (step) =>
      limit.avoid.events.includes(step.event) ||
      step.changes.some((change) =>
        limit.avoid.stages.some(
          ({ region, stage }) => region === change.region && stage === change.stage,
        ),
      ) ||
      (coalition !== null &&
        !canBringAbout(agreement, step.controllers, coalition, limit.unstated)),
  );
}

/** A stage of a region, as the user writes it. */
export function stageAsked(agreement: Agreement, text: string): { region: string; stage: string } {
  const { region, stage } = askedStage(agreement, text);
  if (stage === null) throw new UsageError(`${quote(text)} names no stage`, 'write region=stage');
  return { region, stage };
}

/** Counts beyond 2^53 as decimal strings, which JSON can carry exactly; everything else as it is. */
export function plainNumbers(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) =>
      typeof each === 'bigint' ? each.toString() : each,
    ),
  ) as unknown;
}

/** What verifying came to, for JSON. */
export function verifyJson({ explored, properties }: Verified): Record<string, unknown> {
  return {
    explored: plainNumbers(explored),
    properties: properties.map(({ property, answers }) => ({
      id: property.id,
      title: property.title,
      why: property.why,
      claims: property.claims,
      basis: property.claims.length === 0 ? 'model' : 'claims',
      formula: property.formula,
      answers: answers.map(({ reading, answer }) => ({ reading, ...answer })),
    })),
  };
}

/** The properties asked for: one, or all of them. One under readings that are named is checked under those, whosever it is. */
export function propertiesAsked(
  { properties }: Holding,
  only: string | undefined,
  readings: readonly string[] | undefined,
): Property[] {
  const all = properties === null ? [] : readProperties(properties);
  if (only === undefined) return all;
  known(
    'property',
    only,
    all.map((property) => property.id),
  );
  return all
    .filter(({ id }) => id === only)
    .map((property) => (readings === undefined ? property : { ...property, readings: null }));
}

/**
 * From where readings are explored, by the positions and the waivers in force at a moment.
 *
 * @param isFrom whether from where their runs stand then; otherwise from the very beginning
 */
export function exploredFrom(
  moment: Moment,
  readings: readonly string[],
  isFrom: boolean,
): StandpointsAnswer {
  if (isFrom) return oneStandpointEach(moment, readings);
  const standpoints = readings.map((reading) => ({
    terms: termsAt(moment, reading, moment.states[reading]),
  }));
  return { ok: true, standpoints, unknown: [] };
}

/** Under what properties are checked: each reading and the parties' at once, or those asked for. */
export function perspectivesAsked(
  agreement: Agreement,
  standpoints: readonly Standpoint[],
  names: readonly string[] | undefined,
): Perspective[] {
  const isReported = ({ terms }: Standpoint) => terms.reading === REPORTED;
  const reported = standpoints.filter(isReported);
  const all = [
    ...perspectivesOf(
      agreement,
      standpoints.filter((each) => !isReported(each)),
    ),
    ...reported.map((each) => ({ reading: REPORTED, standpoints: [each] })),
  ];
  const asked = separated(names ?? []);
  if (asked.length === 0) return all.filter(({ reading }) => reading !== REPORTED);
  return asked.flatMap((name) => {
    known(
      'reading',
      name,
      all.map(({ reading }) => reading),
    );
    return all.find(({ reading }) => reading === name) ?? [];
  });
}

/** A shortest counterexample with the scenario that shows it. */
export function counterexamplesOf(
  agreement: Agreement,
  { properties }: Verified,
  perspectives: readonly Perspective[],
): ScenarioFile[] {
  return properties.flatMap(({ property, answers }) =>
    answers.flatMap(({ reading, answer }) => {
      const { example, verdict } = answer;
      if (verdict !== 'fails' || example === null) return [];
      const terms = perspectives.find((each) => each.reading === reading)?.standpoints ?? [];
      const whose = reading === EVERYONE ? EVERYONE : readingTitle(agreement, reading);
      const id = `${property.id}-fails-under-${reading}`;
      return [
        counterexample(
          agreement,
          { id, title: `How it fails under ${whose}: ${property.title}` },
          example,
          terms.map((each) => each.terms),
        ),
      ];
    }),
  );
}

/** Who loses a goal for good, and by what, under one reading. */
export function* noReturn(
  agreement: Agreement,
  standpoint: Standpoint,
  goal: Goal,
): Work<PointsOfNoReturn> {
  return yield* pointsOfNoReturn(yield* explore(agreement, standpoint), goal);
}

/** A way that was found, as a branch that can be played: its events, one after the other, from where the search began. */
export function wayAsBranch(
  moment: Moment,
  name: BranchName,
  events: readonly string[],
): ScenarioFile {
  const { agreement, story, stepIndex, day } = moment;
  return withEvents(agreement, forkAt(agreement, story, stepIndex, name, day), events);
}

function withEvents(
  agreement: Agreement,
  draft: ScenarioFile,
  events: readonly string[],
): ScenarioFile {
  return events.reduce(
    (grown, event) => addStep(grown, { kind: 'event', event }, agreement),
    draft,
  );
}
