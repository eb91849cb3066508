import { finishInTurns, type Progress, type Work } from '../search/work.ts';

/** How a search is run. */
export interface RunOptions {
  /** Once it is aborted the search ends within a few milliseconds: see {@link run}. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Called some fifty times a second while the search lasts. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Milliseconds that a search takes before it lets others run: a screen that is drawn meanwhile does not stutter. */
const TURN_MS = 20;

/**
 * Runs a search in turns of 20 ms, between which timers, events and screens have theirs.
 *
 * @param work what a search gives: `plan(...)`, `unblock(...)`, `coalitions(...)`, `verifyAll(...)` and so on
 * @returns what was found; where the signal was aborted, what had been found by then, which says that it is partial
 */
export async function run<Result>(
  work: Work<Result>,
  { signal, onProgress }: RunOptions = {},
): Promise<Result> {
  let turnEnds = performance.now() + TURN_MS;
  return finishInTurns(work, {
    shouldStop: () => signal?.aborted === true,
    isTurnOver: () => performance.now() >= turnEnds,
    pause: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnEnds = performance.now() + TURN_MS;
    },
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}
