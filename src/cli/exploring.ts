/**
 * The commands that search: loaded when one of them is asked for, since the explorer and its answers are more than
 * all other commands together need.
 */
import { type Agreement, partyReadings } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { branchOff, type BranchName, stepIdsOf } from '../answer/branch.ts';
import { counterexample } from '../answer/counterexample.ts';
import { coalitions } from '../search/coalitions.ts';
import { eventGoal, type Goal, readGoal } from '../search/goal.ts';
import { pivots } from '../search/pivots.ts';
import { plan } from '../search/plan.ts';
import type { PlanStep } from '../search/plan-steps.ts';
import { canBringAbout, expandedParties } from '../search/controllers.ts';
import type { Property } from '../search/property.ts';
import { readProperties } from '../search/read-properties.ts';
import { type StandpointsAnswer, standpointsOf, termsAt } from '../search/standpoints.ts';
import { unblock } from '../search/unblock.ts';
import { EVERYONE, type Perspective, type PerspectivesRequest } from '../search/perspective.ts';
import { type Verified, verifyAll } from '../search/verify-all.ts';
import { vetoes } from '../search/veto.ts';
import { waits } from '../search/waits.ts';
import type { Holding } from '../load/library.ts';
import { quote } from '../load/show.ts';
import { didYouMeanOneOf } from '../load/suggest.ts';
import { underPerspectives } from '../explain/property-text.ts';
import { askedStage, known, separated } from './asked.ts';
import { keptBranch, notToBeKept } from './kept-branch.ts';
import type { AskedMoment } from './moment.ts';
import { UsageError } from './usage-error.ts';

export { coalitions, eventGoal, pivots, plan, standpointsOf, unblock, verifyAll, vetoes, waits };
export { pointsOfNoReturn } from '../search/no-return.ts';
export { perspectivesOf } from '../search/perspective.ts';
export { searchJson, unansweredJson } from '../explain/search-json.ts';
export { searchText, tooMuchUnknownText } from '../explain/search-text.ts';
export { coalitionsText } from '../explain/coalitions-text.ts';
export { noReturnText } from '../explain/no-return-text.ts';
export { pivotsText } from '../explain/pivots-text.ts';
export { planJson } from '../explain/plan-json.ts';
export { limitedText, limitsText, planText } from '../explain/plan-text.ts';
export { unblockJson } from '../explain/unblock-json.ts';
export { unblockText } from '../explain/unblock-text.ts';
export { verifyJson } from '../explain/verify-json.ts';
export { verifyText } from '../explain/verify-text.ts';
export { vetoText } from '../explain/veto-text.ts';
export { waitsText } from '../explain/waits-text.ts';
export {
  coalitionsJson,
  noReturnJson,
  pivotsJson,
  vetoJson,
  waitsJson,
} from '../explain/who-json.ts';
export { exported } from '../explain/exported.ts';
export { formatAsked, regionsAsked } from './exporting.ts';
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
    'unknown-id',
    `${quote(text)} is no goal: ${reading.problem}`,
    didYouMeanOneOf(text.split('=').at(-1) ?? text, reading.candidates) ??
      `known here: ${reading.candidates.join(', ')}`,
  );
}

/** The steps of a path that a limit on who acts, or on what happens, does not allow. */
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
  if (stage === null)
    throw new UsageError('wrong-form', `${quote(text)} names no stage`, 'write region=stage');
  return { region, stage };
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

/** The readings under which properties are checked, in the words of the explorer; all where none are named. */
export function perspectivesAsked(
  agreement: Agreement,
  names: readonly string[] | undefined,
): string[] {
  const candidates = [...agreement.readings.keys(), EVERYONE, REPORTED];
  return separated(names ?? []).map((name) => known('reading', name, candidates));
}

/**
 * Each counterexample as a scenario that shows it.
 *
 * @param shipped what a file may refer to
 * @throws UsageError where they start at a moment that no scenario can tell
 * @param from where it starts: at the very beginning, by the positions and waivers of the moment, or at the moment
 */
export function counterexamplesOf(
  asked: Pick<AskedMoment, 'moment' | 'scenarios'>,
  shipped: ReadonlyMap<string, ScenarioFile>,
  { properties }: Verified,
  perspectives: readonly Perspective[],
  from: PerspectivesRequest['from'],
): ScenarioFile[] {
  const { agreement, viewpoint } = asked.moment;
  const why = from === 'start' && viewpoint.knownBy === null ? null : notToBeKept(asked.moment);
  if (why !== null)
    throw new UsageError(
      'not-possible',
      `counterexamples cannot be saved: ${why}`,
      'leave --save out',
    );
  return properties.flatMap(({ property, answers }) =>
    answers.flatMap(({ reading, answer }) => {
      const shown = answer.counterexample;
      if (answer.verdict !== 'fails' || shown === null) return [];
      const name = {
        id: `${property.id}-fails-under-${reading}`,
        title: `How it fails ${underPerspectives(agreement, [reading])}: ${property.title}`,
      };
      if (from === 'moment')
        return [wayAsBranch(asked, shipped, name, [...shown.events, ...(shown.forEver ?? [])])];
      const standpoints = perspectives.find((each) => each.reading === reading)?.standpoints ?? [];
      const terms = standpoints.map((each) => each.terms);
      return [counterexample(agreement, name, shown, terms)];
    }),
  );
}

/**
 * A way that was found, as a branch that can be kept: its events, one after the other, from where the search began.
 *
 * @param shipped what a file may refer to
 * @throws UsageError where the search began at a moment that no scenario can tell
 */
export function wayAsBranch(
  { moment, scenarios }: Pick<AskedMoment, 'moment' | 'scenarios'>,
  shipped: ReadonlyMap<string, ScenarioFile>,
  name: BranchName,
  events: readonly string[],
): ScenarioFile {
  const why = notToBeKept(moment);
  if (why !== null)
    throw new UsageError('not-possible', `the path cannot be saved: ${why}`, 'leave --save out');
  const actions = events.map((event) => ({ kind: 'event' as const, event }));
  const draft = branchOff(moment, name, actions, stepIdsOf(scenarios.values()));
  return keptBranch(draft, scenarios, shipped);
}
