import type { ScenarioFile, StepFile } from './shapes/scenario.ts';

/** Branches as they were at a time, as places in the history's versions; and where the user was among them. */
export interface KeptBench {
  readonly branches: readonly number[];
  readonly scenario: string;
  readonly position: number;
}

/** Something done to the branches: how it was before, and how after. */
export interface KeptEntry {
  readonly label: string;
  readonly before: KeptBench;
  readonly after: KeptBench;
}

/** A branch as it was at a time, its steps as places in the history's steps. */
export type KeptVersion = Omit<ScenarioFile, 'steps'> & { readonly steps: readonly number[] };

/**
 * What undo and redo need, with everything once: versions of a branch share most of their steps, and one thing done
 * leaves the branches as the next one finds them. It grows with what was done and not with its square.
 */
export interface KeptHistory {
  /** How many of the entries stand; those behind them were undone. */
  readonly done: number;
  readonly steps: readonly StepFile[];
  readonly versions: readonly KeptVersion[];
  readonly entries: readonly KeptEntry[];
}

/** A history about to be kept: the branches of each entry as they are. */
export interface OpenEntry {
  readonly label: string;
  readonly before: OpenBench;
  readonly after: OpenBench;
}

export interface OpenBench {
  readonly branches: readonly ScenarioFile[];
  readonly scenario: string;
  readonly position: number;
}

/** The history in the form in which it is kept; steps and branches that are the same object are kept once. */
export function packed(entries: readonly OpenEntry[], done: number): KeptHistory {
  const steps = new Places<StepFile>();
  const scenarios = new Places<ScenarioFile>();
  const versions: KeptVersion[] = [];
  const placeOf = (branch: ScenarioFile): number => {
    const place = scenarios.of(branch);
    if (place === versions.length)
      versions.push({ ...branch, steps: branch.steps.map((step) => steps.of(step)) });
    return place;
  };
  const bench = ({ branches, ...place }: OpenBench): KeptBench => ({
    ...place,
    branches: branches.map(placeOf),
  });
  return {
    done,
    entries: entries.map(({ label, before, after }) => ({
      label,
      before: bench(before),
      after: bench(after),
    })),
    versions,
    steps: steps.all,
  };
}

/**
 * The history that was kept, its branches as they were. A place that it does not have, which only another version of
 * the program could have written, ends it there.
 */
export function unpacked({ entries, done, versions, steps }: KeptHistory): {
  entries: OpenEntry[];
  done: number;
} {
  const branches = versions.map((version): ScenarioFile | null => {
    const own = version.steps.map((place) => steps[place]);
    return own.every((step) => step !== undefined) ? { ...version, steps: own } : null;
  });
  const bench = ({ branches: places, ...place }: KeptBench): OpenBench | null => {
    const own = places.map((each) => branches[each] ?? null);
    return own.every((branch) => branch !== null) ? { ...place, branches: own } : null;
  };
  const open = entries.map(({ label, before, after }): OpenEntry | null => {
    const [one, other] = [bench(before), bench(after)];
    return one === null || other === null ? null : { label, before: one, after: other };
  });
  return longestRun(open, done);
}

/** The entries next to where the user is, in both directions, up to the first that is missing. */
export function longestRun(
  entries: readonly (OpenEntry | null)[],
  done: number,
): { entries: OpenEntry[]; done: number } {
  const from = entries.slice(0, done).lastIndexOf(null) + 1;
  const missing = entries.indexOf(null, done);
  const run = entries.slice(from, missing < 0 ? entries.length : missing);
  return { entries: run.filter((entry) => entry !== null), done: done - from };
}

/** The history without what was done longest ago, or, where all was undone, without what would be redone last. */
export function withoutOldest(history: KeptHistory, count: number): KeptHistory | null {
  const { entries, done } = unpacked(history);
  const oldest = Math.min(count, done);
  const left = entries.slice(oldest, entries.length - (count - oldest));
  return left.length === 0 ? null : packed(left, done - oldest);
}

/** Numbers for objects, in the order in which they are first met. */
class Places<Item extends object> {
  readonly all: Item[] = [];
  readonly #places = new Map<Item, number>();

  of(item: Item): number {
    let place = this.#places.get(item);
    if (place === undefined) {
      this.#places.set(item, (place = this.all.length));
      this.all.push(item);
    }
    return place;
  }
}
