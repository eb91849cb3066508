import { answerSearches, type Port } from './search-service.ts';
import type { Answerer } from './searches.ts';

/** Within a worker nothing else waits; on the page's own thread whatever is typed does. */
const TURN_MS = { worker: 40, page: 8 } as const;

const turnsOf = (ms: number) => () => {
  const ends = performance.now() + ms;
  return () => performance.now() > ends;
};

/** Answers questions within a worker: the page's own program does, where there is no page. */
export function answerWithinWorker(): void {
  answerSearches(globalThis as unknown as Port, turnsOf(TURN_MS.worker));
}

/**
 * A worker that runs the program of the page, so that the file holds it once.
 *
 * @throws where the browser refuses
 */
export function inWorker(program: string): Answerer {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  // No module: a page from a disk may start none as a worker.
  const worker = new Worker(address);
  return {
    port: worker,
    onBroken: (broken) =>
      worker.addEventListener('error', () => {
        worker.terminate();
        URL.revokeObjectURL(address);
        broken();
      }),
  };
}

/** On the page's own thread, in short turns. */
export function onOwnThread(): Answerer {
  const { port1, port2 } = new MessageChannel();
  answerSearches(port2, turnsOf(TURN_MS.page));
  return { port: port1, onBroken: () => {} };
}
