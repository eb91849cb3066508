/** How far a long computation has come, for a line on the terminal. */
export interface Progress {
  readonly doing: string;
  /** Rounds, layers or cases that are done; how many there will be is not known in advance. */
  readonly done: number;
  /** Nodes of the decision diagram so far: what the work holds in memory. */
  readonly nodes: number;
}

/**
 * Work that can be interrupted between two of its steps. It yields its progress and is told, by the value that it
 * is resumed with, whether to stop; told so, it returns what it has and says that this is partial.
 */
export type Work<Result> = Generator<Progress, Result, boolean | undefined>;

/**
 * Does the work in one go.
 *
 * @param shouldStop asked between steps; once it says yes the work returns its partial result
 */
export function finish<Result>(
  work: Work<Result>,
  shouldStop: () => boolean = () => false,
): Result {
  let step = work.next();
  while (step.done !== true) step = work.next(shouldStop());
  return step.value;
}

/** What the caller of {@link finishInTurns} lends it: the explorer has no clock and no event loop of its own. */
export interface Turns {
  readonly shouldStop: () => boolean;
  /** Whether it is time to let others run; asked between steps, so it must be cheap. */
  readonly isTurnOver: () => boolean;
  /** Lets others run, signal handlers and screens among them. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
}

/** Does the work with pauses, so that a signal can be handled and a screen drawn while it lasts. */
export async function finishInTurns<Result>(work: Work<Result>, turns: Turns): Promise<Result> {
  let step = work.next();
  while (step.done !== true) {
    if (turns.isTurnOver()) {
      turns.onProgress?.(step.value);
      // The pauses are the point here: each must be over before the work goes on.
      // oxlint-disable-next-line no-await-in-loop
      await turns.pause();
    }
    step = work.next(turns.shouldStop());
  }
  return step.value;
}
