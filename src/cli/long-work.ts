import type { Terminal } from './terminal.ts';
import { searchingText } from '../explain/searching-text.ts';
import { finishInTurns, type Work } from '../search/work.ts';

/** A turn of work between two looks at signals and the screen. */
const TURN_MS = 20;
/** Work that takes less than this is not worth a line about its progress. */
const QUIET_MS = 400;

/** How long a piece of a command's work may go on, and whether an earlier piece was stopped before its end. */
export interface Patience {
  /** In seconds of the processor's time, so that other programs take nothing from it; 0 for as long as it takes. */
  readonly seconds: number;
  /** Then what follows only says what it has. */
  readonly wasStopped: boolean;
}

/**
 * Does long work so that Ctrl-C stops it at any time, with a line of progress where a person watches.
 *
 * @returns the result; what was being done when it was stopped: then it is partial, and says so itself; and whether the
 *   user stopped it
 */
export async function doLongWork<Result>(
  work: Work<Result>,
  terminal: Terminal,
  { seconds, wasStopped }: Patience,
): Promise<{ result: Result; stoppedAt: string | null; isInterrupted: boolean }> {
  let stopped = wasStopped;
  let isInterrupted = false;
  let stoppedAt: string | null = null;
  const ends = seconds === 0 ? Infinity : busyMs() + seconds * 1000;
  let latest = 'its start';
  let turnEnds = performance.now() + TURN_MS;
  const started = performance.now();
  let shown = false;
  const onInterrupt = () => {
    stopped = true;
    isInterrupted = true;
  };
  process.on('SIGINT', onInterrupt);
  try {
    const result = await finishInTurns(work, {
      shouldStop: () => stopped,
      isTurnOver: () => performance.now() >= turnEnds,
      pause: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        stopped ||= busyMs() > ends;
        turnEnds = performance.now() + TURN_MS;
      },
      onProgress: (progress) => {
        latest = `${progress.doing}, ${progress.done} done`;
        if (!terminal.isErrorTerminal || performance.now() - started < QUIET_MS) return;
        shown = true;
        void terminal.writeError(`\r\u001B[K${searchingText(progress)}; Ctrl-C stops`);
      },
    });
    if (stopped && !wasStopped)
      stoppedAt = isInterrupted
        ? latest
        : `${latest}, after ${seconds} seconds of work (--seconds gives it longer)`;
    return { result, stoppedAt, isInterrupted };
  } finally {
    process.off('SIGINT', onInterrupt);
    if (shown) await terminal.writeError('\r\u001B[K');
  }
}

/** How long this process has kept the processor busy. */
function busyMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
