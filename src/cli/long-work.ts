import type { Terminal } from './terminal.ts';
import { searchingText } from '../explain/searching-text.ts';
import { finishInTurns, type Work } from '../search/work.ts';

/** A turn of work between two looks at signals and the screen. */
const TURN_MS = 20;
/** Work that takes less than this is not worth a line about its progress. */
const QUIET_MS = 400;

/**
 * Does long work so that Ctrl-C stops it at any time, with a line of progress where a person watches.
 *
 * @param wasStopped whether the user stopped work of the same command before: then this one only says what it has
 * @returns the result, and what was being done when the user stopped it: then it is partial, and says so itself
 */
export async function doLongWork<Result>(
  work: Work<Result>,
  terminal: Terminal,
  wasStopped = false,
): Promise<{ result: Result; stoppedAt: string | null }> {
  let stopped = wasStopped;
  let stoppedAt: string | null = null;
  let latest = 'its start';
  let turnEnds = performance.now() + TURN_MS;
  const started = performance.now();
  let shown = false;
  const onInterrupt = () => {
    stopped = true;
  };
  process.on('SIGINT', onInterrupt);
  try {
    const result = await finishInTurns(work, {
      shouldStop: () => stopped,
      isTurnOver: () => performance.now() >= turnEnds,
      pause: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        turnEnds = performance.now() + TURN_MS;
      },
      onProgress: (progress) => {
        latest = `${progress.doing}, ${progress.done} done`;
        if (!terminal.isErrorTerminal || performance.now() - started < QUIET_MS) return;
        shown = true;
        void terminal.writeError(`\r\u001B[K${searchingText(progress)}; Ctrl-C stops`);
      },
    });
    if (stopped && !wasStopped) stoppedAt = latest;
    return { result, stoppedAt };
  } finally {
    process.off('SIGINT', onInterrupt);
    if (shown) await terminal.writeError('\r\u001B[K');
  }
}
