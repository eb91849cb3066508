import type { ScenarioFile } from '../agreement/shapes/scenario.ts';
import type { Laboratory } from '../files/laboratory.ts';
import type { ReadError } from '../files/read-text.ts';
import type { SavedSession } from '../files/session.ts';
import type { Reply } from './lab/answers.ts';
import type { Beginning } from './reduce.ts';
import type { State } from './state.ts';

/** What is kept of a session, so that it can be resumed: the branches, and where the user is. */
export function keptOf(agreement: string, state: State): SavedSession {
  const { scenarios, branches, scenario, run } = state;
  // An exercise only borrows the cursor.
  const exercise = state.overlays.find((overlay) => overlay.kind === 'exercise');
  const { position } = exercise?.back ?? state;
  return {
    agreement,
    branches: branches.flatMap((id) => scenarios.get(id) ?? []),
    cursor: { scenario, position, run },
    undo: [],
  };
}

/** Where a kept session goes on: the scenarios with its branches, and the place. */
export function resumed(
  scenarios: ReadonlyMap<string, ScenarioFile>,
  { branches, cursor }: SavedSession,
): { scenarios: ReadonlyMap<string, ScenarioFile>; scenario: string; beginning: Beginning } {
  const all = new Map(scenarios);
  for (const branch of branches) all.set(branch.id, branch);
  const { position, run } = cursor;
  const own = branches.map(({ id }) => id);
  const beginning = { branches: own, position, run, isFirst: false };
  return { scenarios: all, scenario: cursor.scenario, beginning };
}

/** Saves a branch, and says what came of it. */
export async function saved(
  laboratory: Laboratory,
  scenario: ScenarioFile,
  place: string,
  replaces: boolean,
): Promise<Reply> {
  const result = await laboratory.save(scenario, place, replaces);
  if (result.ok) return { kind: 'saved', place };
  if (result.exists && !replaces) return { kind: 'exists', place };
  return { kind: 'notSaved', problem: said(place, result.error) };
}

/** Opens a file or a token, and says what came of it. */
export async function openedFrom(laboratory: Laboratory, typed: string): Promise<Reply> {
  const result = await laboratory.open(typed);
  return result.ok
    ? { kind: 'opened', scenario: result.scenario }
    : { kind: 'notOpened', problem: result.problems[0] ?? 'It cannot be read.' };
}

function said(what: string, { message, hint }: ReadError): string {
  return `${what} ${message}${hint === null ? '' : `; ${hint}`}`;
}
