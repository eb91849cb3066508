import type { ScenarioFile } from '../agreement/shapes/scenario.ts';
import type { Bench, Spot } from './lab/branches.ts';
import type { Reply } from './lab/answers.ts';
import type { State } from './state.ts';

/** What is kept of a session, so that it can be resumed: the branches, and where the user is. */
export interface Kept {
  readonly branches: readonly ScenarioFile[];
  readonly spot: Spot;
  readonly run: string;
}

export function keptOf(state: State): Kept {
  const { scenarios, branches, scenario, position, run } = state;
  const own = branches.flatMap((id) => scenarios.get(id) ?? []);
  return { branches: own, spot: { scenario, position }, run };
}

/** What the program does for the UI outside of it. None of these throws: what goes wrong is in the reply. */
export interface Services {
  /** Writes a scenario file; one that is there stays, unless it is to be replaced. */
  readonly save: (scenario: ScenarioFile, place: string, replaces: boolean) => Promise<Reply>;
  /** Reads a scenario by the path of its file or by its token. */
  readonly open: (typed: string, bench: Bench) => Promise<Reply>;
  readonly token: (scenario: ScenarioFile) => Promise<Reply>;
  /** Keeps the session. Called at every change; a later call may overtake an earlier one that is still waiting. */
  readonly keep: (kept: Kept) => void;
  /** Remembers that the tour was shown. */
  readonly toured: () => void;
}

/** Services of a UI that nobody lends any: what needs one says so. */
export const NO_SERVICES: Services = {
  save: async () => ({ kind: 'notSaved', problem: 'Nothing can be saved here.' }),
  open: async () => ({ kind: 'notOpened', problem: 'Nothing can be opened here.' }),
  token: async () => ({ kind: 'token', token: 'not to be had here' }),
  keep: () => undefined,
  toured: () => undefined,
};
