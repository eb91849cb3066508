import type { Terminal } from './terminal.ts';
import { finishInTurns, type Work } from '../explorer/work.ts';

/** A turn of work between two looks at signals and the screen. */
const TURN_MS = 20;
/** Work that takes less than this is not worth a line about its progress. */
const QUIET_MS = 400;

/**
 * Does long work so that Ctrl-C stops it at any time, with a line of progress where a person watches.
 *
 * @returns the result, and whether the user stopped it: then it is partial, and says so itself
 */
export async function doLongWork<Result>(
  work: Work<Result>,
  terminal: Terminal,
): Promise<{ result: Result; stopped: boolean }> {
  let stopped = false;
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
      onProgress: ({ doing, done, nodes }) => {
        if (!terminal.isErrorTerminal || performance.now() - started < QUIET_MS) return;
        shown = true;
        void terminal.writeError(`\r\u001B[K${doing}: ${done} done, ${nodes} nodes; Ctrl-C stops`);
      },
    });
    return { result, stopped };
  } finally {
    process.off('SIGINT', onInterrupt);
    if (shown) await terminal.writeError('\r\u001B[K');
  }
}
