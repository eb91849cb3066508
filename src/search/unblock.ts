import type { Agreement, Controllers } from '../model/agreement.ts';
import { type Leaf, leavesOf, waive } from '../model/condition.ts';
import { controllersOf, eventsInto, takingPartIn } from '../model/region-moves.ts';
import { effectiveCondition } from '../model/terms.ts';
import type { Standpoint } from './compile.ts';
import { coneOf } from './cone.ts';
import { type Joint, joint } from './joint.ts';
import { EMPTY } from './node-store.ts';
import { reachableFrom } from './reachability.ts';
import type { StagePair } from './restrict.ts';
import { Space } from './space.ts';
import { allOf, type Guard, holds, type State, startState } from './system.ts';
import type { Work } from './work.ts';

/** A stage that a region has to come into, and who can bring that about. */
export interface NeededStage extends StagePair {
  /** None where nobody can, null where no document says. */
  readonly controllers: Controllers;
  /** Claims that tell who takes part so far, where no document says who can. */
  readonly takingPart: readonly string[];
}

/** Stages that open a gate together, everything else staying as it is; without any one of them it stays closed. */
export interface OpeningSet {
  readonly stages: readonly NeededStage[];
  /** Whether events lead to a state in which all runs asked have these stages and the gate is open; null where the search was stopped before that was known. */
  readonly reachable: boolean | null;
}

export interface UnblockAnswer {
  readonly gate: string;
  /** The readings that the sets satisfy, all at once. */
  readonly readings: readonly string[];
  /** Whether the gate is open already, under all of them; then no set is listed. */
  readonly open: boolean;
  /** Smallest first. None at all where some reading says never, or asks for stages that exclude each other. */
  readonly sets: readonly OpeningSet[];
  /** What the readings ask, the model's share among it; and of that what says never. */
  readonly asked: readonly Leaf[];
  readonly ruledOut: readonly Leaf[];
  /** False where the search was stopped. */
  readonly complete: boolean;
}

/** What a conjunction asks: of each region that it speaks of, the stages that it accepts. */
type Part = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * All inclusion-minimal sets of stages that open a gate, under one reading or under several at once.
 *
 * Whether the event itself can leave the stage that its home region is in is another question, and not asked here.
 *
 * @param standpoints the readings, each from the stages in which its run stands
 */
export function* unblock(
  agreement: Agreement,
  gateId: string,
  standpoints: readonly Standpoint[],
): Work<UnblockAnswer> {
  const together = joint(agreement, standpoints);
  const asked = together.runs.map(
    ({ system }) => system.events.find(({ gate }) => gate === gateId)?.asked,
  );
  if (asked.includes(undefined))
    throw new Error(`The agreement ${agreement.id} has no gate ${gateId}.`);
  const guards = asked.filter((guard) => guard !== undefined);
  const starts = together.runs.map(({ system }) => startState(system));
  const readings = together.runs.flatMap((run) => run.readings);
  const open = guards.every((guard, run) => holds(guard, starts[run] ?? []));
  const leaves = leavesAsked(agreement, gateId, standpoints);
  const said = { asked: leaves, ruledOut: leaves.filter(({ region }) => region === null) };
  if (open) return { gate: gateId, readings, open, sets: [], ...said, complete: true };

  const changes = minimalChanges(guards, starts);
  const reached = yield* reachedSets(together, guards, changes);
  const regions = together.runs[0]?.system.regions ?? [];
  const sets = changes.map((change, index): OpeningSet => ({
    reachable: reached.sets[index] ?? null,
    stages: [...change].map(([region, stage]) => {
      const { id = '', stages = [] } = regions[region] ?? {};
      const name = stages[stage] ?? '';
      const events = eventsInto(agreement, id, [name]);
      const controllers = controllersOf(events);
      return { region: id, stage: name, controllers, takingPart: takingPartIn(events) };
    }),
  }));
  return { gate: gateId, readings, open, sets, ...said, complete: reached.complete };
}

/** The leaves of a gate as the readings ask for them, waived ones left out, each once. */
function leavesAsked(
  agreement: Agreement,
  gateId: string,
  standpoints: readonly Standpoint[],
): Leaf[] {
  const leaves = standpoints.flatMap(({ terms }) =>
    leavesOf(waive(effectiveCondition(agreement, gateId, terms).condition, terms.waived)),
  );
  return [...new Map(leaves.map((leaf) => [leaf.id, leaf])).values()];
}

/** Changes of stages, the same in all runs, that make every run's guard hold; none contains another. */
function minimalChanges(
  guards: readonly Guard[],
  starts: readonly State[],
): ReadonlyMap<number, number>[] {
  let choices: Part[][] = [[]];
  for (const guard of guards)
    choices = choices.flatMap((chosen) => partsOf(guard).map((part) => [...chosen, part]));
  const changes = choices.flatMap((parts) => changesFor(parts, starts));
  const opening = changes.filter((change) =>
    guards.every((guard, run) => holds(guard, after(change, starts[run] ?? []))),
  );
  const kept: ReadonlyMap<number, number>[] = [];
  for (const change of opening.toSorted((left, right) => left.size - right.size))
    if (!kept.some((other) => [...other].every(([region, stage]) => change.get(region) === stage)))
      kept.push(change);
  return kept;
}

/** The ways in which one part a run can be satisfied at once: a region moves only where some run needs it to. */
function changesFor(parts: readonly Part[], starts: readonly State[]): Map<number, number>[] {
  let changes: Map<number, number>[] = [new Map()];
  for (const region of new Set(parts.flatMap((part) => [...part.keys()]))) {
    const demands = parts.map((part) => part.get(region));
    const stays = demands.every(
      (stages, run) => stages === undefined || stages.has(starts[run]?.[region] ?? -1),
    );
    if (stays) continue;
    const [first, ...others] = demands.filter((stages) => stages !== undefined);
    const common = [...(first ?? [])].filter((stage) => others.every((set) => set.has(stage)));
    changes = changes.flatMap((change) =>
      common.map((stage) => new Map(change).set(region, stage)),
    );
  }
  return changes;
}

function after(change: ReadonlyMap<number, number>, state: State): State {
  return state.map((stage, region) => change.get(region) ?? stage);
}

/** A guard as conjunctions, any one of which is enough. */
function partsOf(guard: Guard): Part[] {
  switch (guard.kind) {
    case 'in':
      return [new Map([[guard.region, new Set(guard.stages)]])];
    case 'any':
      return withoutNarrower(guard.of.flatMap(partsOf));
    case 'all':
      return guard.of.reduce<Part[]>(
        (parts, other) =>
          withoutNarrower(
            parts.flatMap((part) => partsOf(other).flatMap((more) => bothParts(part, more) ?? [])),
          ),
        [new Map()],
      );
  }
}

/** What two parts ask together; null where no stage of some region satisfies both. */
function bothParts(left: Part, right: Part): Part | null {
  const joined = new Map(left);
  for (const [region, stages] of right) {
    const known = joined.get(region);
    const common =
      known === undefined ? stages : new Set([...known].filter((stage) => stages.has(stage)));
    if (common.size === 0) return null;
    joined.set(region, common);
  }
  return joined;
}

/** Without the parts that ask for more than another does. */
function withoutNarrower(parts: readonly Part[]): Part[] {
  const isNarrower = (part: Part, other: Part): boolean =>
    [...other].every(([region, stages]) => {
      const own = part.get(region);
      return own !== undefined && [...own].every((stage) => stages.has(stage));
    });
  return parts.filter(
    (part, index) =>
      !parts.some(
        (other, place) =>
          place !== index && isNarrower(part, other) && (place < index || !isNarrower(other, part)),
      ),
  );
}

function* reachedSets(
  together: Joint,
  guards: readonly Guard[],
  changes: readonly ReadonlyMap<number, number>[],
): Work<{ sets: (boolean | null)[]; complete: boolean }> {
  const opened = allOf(guards.map((guard, run) => together.inRun(guard, run)));
  const targets = changes.map((change) =>
    allOf([
      opened,
      ...[...change].flatMap(([region, stage]) =>
        together.runs.map((_, run) => together.inRun({ kind: 'in', region, stages: [stage] }, run)),
      ),
    ]),
  );
  const space = new Space(together.system);
  const cone = coneOf(together.system, opened, ...targets);
  const { set, complete } = yield* reachableFrom(space, space.start, space.steps(cone.events));
  const sets = targets.map((target) => {
    const isReached = space.diagram.intersection(set, space.set(target)) !== EMPTY;
    return isReached || (complete ? false : null);
  });
  return { sets, complete };
}
