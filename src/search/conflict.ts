import type { Agreement } from '../model/agreement.ts';
import { type Condition, conditionsOf, NOTHING_ASKED } from '../model/condition.ts';
import type { Statement } from '../model/statement.ts';
import { barriersOf, REPORTED } from '../model/terms.ts';
import type { Standpoint } from './compile.ts';
import { joint, runKey } from './joint.ts';
import { canBeReached, type JointSearch, thinkingAway } from './joint-search.ts';
import { oneMinimalSet } from './minimal-set.ts';
import { minimalSets } from './minimal-sets.ts';
import type { Work } from './work.ts';

/** A condition, and the event that it is asked before. */
export interface AskedCondition {
  readonly condition: Condition;
  readonly event: string;
}

/** Readings that cannot all be satisfied on the way to a goal, while any of them left out, the others can. */
export interface Conflict {
  /** One reading of each group is enough for the conflict: those of a group ask the same from the same start. */
  readonly readings: readonly (readonly string[])[];
  /**
   * What these readings ask and object to that excludes the goal together, and none of it needlessly: without any one
   * the others leave a way. There may be other such sets.
   */
  readonly conditions: readonly AskedCondition[];
  readonly objections: readonly Statement[];
  /** What of the model's own requirements it takes beside that. */
  readonly requirements: readonly AskedCondition[];
  /** False where the search was stopped; then some of this may be needless. */
  readonly complete: boolean;
}

/**
 * Why a goal cannot be reached by all, where it could if nobody held anything: every minimal set of readings whose runs
 * cannot reach it together.
 *
 * Leaving readings out, or waiving what they hold, only makes more possible; so both kinds of sets are minimal ones of
 * something that keeps holding as they grow.
 */
export function* conflicts(search: JointSearch): Work<{ found: Conflict[]; complete: boolean }> {
  const isExcluded = function* (standpoints: readonly Standpoint[]): Work<boolean | null> {
    if (standpoints.length === 0) return false;
    const reached = yield* canBeReached({ ...search, standpoints });
    return reached === null ? null : !reached;
  };
  const { sets, complete } = yield* minimalSets(groupsOf(search), (groups) =>
    isExcluded(groups.flatMap(({ standpoints }) => standpoints)),
  );
  const found: Conflict[] = [];
  for (const groups of sets) {
    const standpoints = groups.flatMap((group) => group.standpoints);
    const held = yield* excluding({ ...search, standpoints });
    const readings = groups.map((group) => group.readings);
    found.push({ readings, ...held, complete: complete && held.complete });
  }
  return { found, complete: complete && found.every((conflict) => conflict.complete) };
}

/** Conditions of the model's own that exclude a goal together, whatever anybody holds, and none of them needlessly. */
export function* excludingRequirements(
  search: JointSearch,
): Work<{ requirements: AskedCondition[]; complete: boolean }> {
  const candidates = requirementsIn(search.agreement);
  let complete = true;
  const needed = yield* oneMinimalSet([...candidates.keys()], function* (kept): Work<boolean> {
    const requirements = [...candidates.keys()].filter((id) => !kept.includes(id));
    const reached = yield* canBeReached(thinkingAway(search, { requirements }));
    if (reached === null) complete = false;
    return reached === false;
  });
  return { requirements: needed.flatMap((id) => candidates.get(id) ?? []), complete };
}

/** Readings that ask the same from the same start, and where one of them stands. */
interface Group {
  readonly readings: readonly string[];
  readonly standpoints: readonly Standpoint[];
}

function groupsOf({ agreement, standpoints }: JointSearch): Group[] {
  const byName = new Map<string, Standpoint[]>();
  for (const standpoint of standpoints) {
    const { reading } = standpoint.terms;
    byName.set(reading, [...(byName.get(reading) ?? []), standpoint]);
  }
  const groups = new Map<string, { readings: string[]; standpoints: Standpoint[] }>();
  for (const [reading, own] of byName) {
    const key = joint(agreement, own).runs.map(runKey).toSorted().join(' ');
    const known = groups.get(key);
    if (known) known.readings.push(reading);
    else groups.set(key, { readings: [reading], standpoints: own });
  }
  return [...groups.values()];
}

/** What of all that some readings hold excludes the goal, and which of the model's requirements it takes beside that. */
function* excluding(search: JointSearch): Work<Omit<Conflict, 'readings'>> {
  const { agreement, standpoints } = search;
  const held = heldIn(agreement, standpoints);
  const waiving = (ids: readonly string[]): Standpoint[] =>
    standpoints.map(({ terms, ...rest }) => ({
      ...rest,
      terms: { ...terms, waived: [...terms.waived, ...ids] },
    }));
  let complete = true;
  const needed = yield* oneMinimalSet([...held.keys()], function* (kept): Work<boolean> {
    const dropped = [...held.keys()].filter((id) => !kept.includes(id));
    const reached = yield* canBeReached({ ...search, standpoints: waiving(dropped) });
    if (reached === null) complete = false;
    return reached === false;
  });
  const rest = [...held.keys()].filter((id) => !needed.includes(id));
  const required = yield* excludingRequirements({ ...search, standpoints: waiving(rest) });
  const items = needed.flatMap((id) => held.get(id) ?? []);
  return {
    conditions: items.filter((item) => 'condition' in item),
    objections: items.filter((item) => 'stance' in item),
    requirements: required.requirements,
    complete: complete && required.complete,
  };
}

/** All that readings ask and object to, by id, what may be in force as well; waived ones left out. */
function heldIn(
  agreement: Agreement,
  standpoints: readonly Standpoint[],
): Map<string, AskedCondition | Statement> {
  const held = new Map<string, AskedCondition | Statement>();
  for (const { terms } of standpoints) {
    if (terms.reading === REPORTED) continue;
    for (const event of agreement.readings.get(terms.reading)?.positions.keys() ?? [])
      for (const { asked, objections } of barriersOf(agreement, event, terms)) {
        for (const condition of conditionsOf(asked)) held.set(condition.id, { condition, event });
        for (const objection of objections) held.set(objection.id, objection);
      }
  }
  return held;
}

function requirementsIn(agreement: Agreement): Map<string, AskedCondition> {
  return new Map(
    [...agreement.events.values()].flatMap(({ id, requirement }) =>
      conditionsOf(requirement ?? NOTHING_ASKED).map((condition): [string, AskedCondition] => [
        condition.id,
        { condition, event: id },
      ]),
    ),
  );
}
