import {
  type KeptHistory,
  type OpenBench,
  type OpenEntry,
  packed,
  unpacked,
} from '../model/kept-history.ts';
import type { SavedSession } from '../model/saved-session.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { type Entry, type History, NOTHING_DONE } from './history.ts';
import type { LabState } from './state.ts';

/** As many things done are kept for undo, and as many undone for redo, as the next start can check in a second. */
const MOST_UNDONE = 300;

/** What outlasts a session of somebody's work: the branches, where they are, and what was done to the branches. */
export type KeptLab = Pick<SavedSession, 'branches' | 'cursor' | 'history'>;

/** What is kept of somebody's work. */
export function keptLab(
  lab: Pick<
    LabState,
    'scenarios' | 'branches' | 'scenario' | 'position' | 'run' | 'history' | 'task'
  >,
): KeptLab {
  const { scenarios, branches, scenario, position, run, history, task } = lab;
  const entries = history.entries.slice(
    Math.max(0, history.done - MOST_UNDONE),
    history.done + MOST_UNDONE,
  );
  const done = Math.min(history.done, MOST_UNDONE);
  return {
    branches: branches.flatMap((id) => scenarios.get(id) ?? []),
    cursor: { scenario, position, run, ...(task === null ? {} : { task }) },
    history: entries.length === 0 ? null : packed(entries.map(openEntry), done),
  };
}

/** The scenarios at hand with kept branches, and what can be undone of what was done to those. */
export function broughtBack(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  { branches, history }: Pick<KeptLab, 'branches' | 'history'>,
): Pick<LabState, 'scenarios' | 'branches' | 'history'> {
  return {
    scenarios: withBranches(scenarios, branches),
    branches: branches.map(({ id }) => id),
    history: history === null ? NOTHING_DONE : historyOf(scenarios, history),
  };
}

function openEntry({ label, before, after }: Entry): OpenEntry {
  const open = ({ bench, place }: Entry['before']): OpenBench => ({
    branches: bench.branches.flatMap((id) => bench.scenarios.get(id) ?? []),
    scenario: place.scenario,
    position: place.position,
  });
  return { label, before: open(before), after: open(after) };
}

function withBranches(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  branches: readonly ScenarioFile[],
): ReadonlyMap<string, ScenarioFile> {
  const all = new Map(scenarios);
  for (const branch of branches) all.set(branch.id, branch);
  return all;
}

function historyOf(scenarios: ReadonlyMap<string, ScenarioFile>, kept: KeptHistory): History {
  const { entries, done } = unpacked(kept);
  const side = ({ branches, scenario, position }: OpenBench): Entry['before'] => ({
    bench: {
      scenarios: withBranches(scenarios, branches),
      branches: branches.map(({ id }) => id),
    },
    place: { scenario, position },
  });
  return {
    done,
    entries: entries.map(({ label, before, after }) => ({
      label,
      before: side(before),
      after: side(after),
    })),
  };
}
