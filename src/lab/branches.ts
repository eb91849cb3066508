import type { Agreement } from '../model/agreement.ts';
import type { Day } from '../model/days.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import {
  addStep,
  type BranchAction,
  duplicate,
  forkAt,
  type Given,
  laterSteps,
  rename,
  standingAlone,
  stepIdsOf,
  titleOf,
  withReplay,
} from '../answer/branch.ts';
import { freshId } from '../model/fresh-id.ts';
import { obstacleIn } from './bench-obstacle.ts';
import { storyOf } from './story-of.ts';

/** Every scenario at hand, and which of them are the user's own, in the order in which they were made. */
export interface Bench {
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly branches: readonly string[];
}

/** A place in a story: the scenario, and the index of the step that was played last. */
export interface Spot {
  readonly scenario: string;
  readonly position: number;
}

/** Where something new is to happen, and on which day: null where it is given none. */
export interface NewSpot extends Spot {
  readonly day: Day | null;
}

/** The bench with something done to it, where the cursor goes, and what to call it in the history. */
export interface Changed {
  readonly bench: Bench;
  readonly spot: Spot;
  readonly label: string;
}

/**
 * Lets something happen at a place, with what is to happen before it: at the end of the user's own steps of a branch it
 * is one more of them; anywhere else a new branch begins there.
 *
 * @param actions the last is what somebody wants to happen, and is given the day, the reason and the note
 * @returns what changed; or why it cannot be done
 */
export function taken(
  agreement: Agreement,
  bench: Bench,
  spot: NewSpot,
  actions: readonly BranchAction[],
  given: Given = {},
): Changed | string {
  const [wanted] = actions.slice(-1);
  if (wanted === undefined) return 'Nothing is chosen.';
  const story = storyOf(bench, spot.scenario);
  const title = titleOf(wanted, agreement);
  const end = story.inherited + story.scenario.steps.length - 1;
  const isNew = !bench.branches.includes(spot.scenario) || spot.position !== end;
  const ids = stepIdsOf(bench.scenarios.values());
  const branch = actions.reduce(
    (draft, action) => addStep(draft, action, agreement, ids, action === wanted ? given : {}),
    isNew ? begun(agreement, bench, spot, `What if: ${title}`) : story.scenario,
  );
  const grown = adopted(bench, branch);
  const back = obstacleIn(grown);
  if (back !== null) return back;
  const { inherited } = storyOf(grown, branch.id);
  return {
    bench: grown,
    spot: { scenario: branch.id, position: inherited + branch.steps.length - 1 },
    label: isNew
      ? `New branch: ${title}${withBefore(actions.length - 1)}`
      : actions.length === 1
        ? `One more step: ${title}`
        : `${actions.length} more steps: ${title}${withBefore(actions.length - 1)}`,
  };
}

function withBefore(count: number): string {
  return count === 0 ? '' : `, with ${count === 1 ? 'the step' : `the ${count} steps`} before it`;
}

/**
 * A new branch of several events at a place, with the cursor before the first: to be played step by step.
 *
 * @returns what changed; or why it cannot be done
 */
export function planned(
  agreement: Agreement,
  bench: Bench,
  spot: NewSpot,
  title: string,
  events: readonly string[],
): Changed | string {
  const ids = stepIdsOf(bench.scenarios.values());
  const first = begun(agreement, bench, spot, title);
  const date = spot.day === null ? {} : { date: { from: spot.day, to: spot.day } };
  const branch = events.reduce(
    (draft, event) => addStep(draft, { kind: 'event', event }, agreement, ids, date),
    first,
  );
  const grown = adopted(bench, branch);
  const back = obstacleIn(grown);
  if (back !== null) return back;
  const position = storyOf(grown, branch.id).inherited + first.steps.length - 1;
  return { bench: grown, spot: { scenario: branch.id, position }, label: `New branch: ${title}` };
}

/** The branch with the rest of the scenario that it departs from played on after it, or without that again. */
export function continued(
  bench: Bench,
  id: string,
): { bench: Bench; label: string } | { why: 'days' | 'other'; said: string } {
  const other = (said: string) => ({ why: 'other', said }) as const;
  const scenario = bench.scenarios.get(id);
  if (scenario === undefined || !bench.branches.includes(id))
    return other('Only a branch of yours can be continued.');
  if (scenario.replay !== undefined) {
    return {
      bench: adopted(bench, withReplay(scenario, null)),
      label: 'Later steps left out',
    };
  }
  const root = rootOf(bench, scenario);
  if (root === null) return other('There is nothing to continue it with.');
  const base = storyOf(bench, root.scenario);
  const at = base.steps.findIndex((step) => step.id === root.step);
  const replay = laterSteps(base, at);
  if (replay === null)
    return other(`It branches off the end of "${base.scenario.title}": nothing comes after.`);
  const whole = adopted(bench, withReplay(scenario, replay));
  const back = obstacleIn(whole);
  if (back !== null) return { why: 'days', said: back };
  return { bench: whole, label: 'Later steps played on' };
}

export function renamed(bench: Bench, id: string, title: string): Bench {
  const scenario = bench.scenarios.get(id);
  return scenario === undefined ? bench : adopted(bench, rename(scenario, title));
}

/** A copy of a branch under another id. */
export function duplicated(bench: Bench, id: string): { bench: Bench; id: string } | null {
  const scenario = bench.scenarios.get(id);
  if (scenario === undefined || !bench.branches.includes(id)) return null;
  const copy = branchId(bench);
  const title = `${scenario.title} (copy)`;
  return { bench: adopted(bench, duplicate(scenario, { id: copy, title })), id: copy };
}

/** The bench without a branch and without those that branch off it. */
export function pruned(bench: Bench, id: string): Bench {
  const gone = new Set([id]);
  for (let size = 0; size !== gone.size;) {
    size = gone.size;
    for (const other of bench.branches) {
      const scenario = bench.scenarios.get(other);
      const leansOn = [scenario?.branchesFrom?.scenario, scenario?.replay?.scenario];
      if (leansOn.some((base) => base !== undefined && gone.has(base))) gone.add(other);
    }
  }
  return {
    scenarios: new Map([...bench.scenarios].filter(([other]) => !gone.has(other))),
    branches: bench.branches.filter((other) => !gone.has(other)),
  };
}

/** A scenario that was opened from elsewhere, as a branch of the user's. */
export function adopted(bench: Bench, scenario: ScenarioFile): Bench {
  const isOwn = bench.branches.includes(scenario.id);
  return {
    scenarios: new Map(bench.scenarios).set(scenario.id, scenario),
    branches: isOwn ? bench.branches : [...bench.branches, scenario.id],
  };
}

/** A row of the tree of branches: the scenarios that something branches off, and the branches under them. */
export interface Twig {
  readonly scenario: ScenarioFile;
  readonly depth: number;
  readonly isOwn: boolean;
  /** The title of the step that it departs after; null where it stands by itself. */
  readonly after: string | null;
}

/** The tree, from the roots down. The scenario on show is in it even if nothing branches off it. */
export function treeOf(bench: Bench, shown: string): Twig[] {
  const parentOf = (id: string) => bench.scenarios.get(id)?.branchesFrom?.scenario ?? null;
  const rows: Twig[] = [];
  const visit = (id: string, depth: number) => {
    const scenario = bench.scenarios.get(id);
    if (scenario === undefined) return;
    const step = scenario.branchesFrom?.step;
    const parent = depth === 0 ? null : parentOf(id);
    const after =
      parent === null || step === undefined
        ? null
        : (storyOf(bench, parent).steps.find((one) => one.id === step)?.title ?? step);
    rows.push({ scenario, depth, isOwn: bench.branches.includes(id), after });
    for (const child of bench.branches) if (parentOf(child) === id) visit(child, depth + 1);
  };
  const roots = new Set(
    [...bench.branches, shown].map((id) => {
      let root = id;
      while (bench.branches.includes(root)) {
        const parent = parentOf(root);
        if (parent === null) break;
        root = parent;
      }
      return root;
    }),
  );
  for (const id of bench.scenarios.keys()) if (roots.has(id)) visit(id, 0);
  return rows;
}

/** A branch as a scenario that leans on no other branch, so that it can be saved as one file. */
export function standalone(bench: Bench, id: string): ScenarioFile {
  const own = new Set(bench.branches);
  const known = new Set([...bench.scenarios.keys()].filter((other) => !own.has(other)));
  return standingAlone(storyOf(bench, id), known);
}

/** The scenario that is nobody's branch and that a branch goes back to, and the step after which it departs. */
function rootOf(
  bench: Bench,
  scenario: ScenarioFile,
): { scenario: string; step: string | null } | null {
  const from = scenario.branchesFrom;
  if (from === undefined) {
    // A branch from before the first step refers to nothing; what would have happened is the first scenario.
    const first = [...bench.scenarios.keys()].find((id) => !bench.branches.includes(id));
    return first === undefined ? null : { scenario: first, step: null };
  }
  const base = bench.scenarios.get(from.scenario);
  if (base === undefined || !bench.branches.includes(base.id)) return from;
  return rootOf(bench, base);
}

function begun(
  agreement: Agreement,
  bench: Bench,
  { scenario, position, day }: NewSpot,
  title: string,
): ScenarioFile {
  const name = { id: branchId(bench), title: freshTitle(bench, title) };
  // Behind a step the day is that of what happens; before the first it is also that from which the branch is told.
  return forkAt(agreement, storyOf(bench, scenario), position, name, position < 0 ? day : null);
}

/** A title that no branch has yet: `What if: it opens (2)`. */
function freshTitle({ scenarios, branches }: Bench, title: string): string {
  const known = new Set(branches.map((id) => scenarios.get(id)?.title));
  for (let number = 2, free = title; ; number += 1) {
    if (!known.has(free)) return free;
    free = `${title} (${number})`;
  }
}

function branchId(bench: Bench): string {
  return freshId('what-if', new Set(bench.scenarios.keys()));
}
