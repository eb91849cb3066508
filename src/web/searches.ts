import type { Parts } from '../load/library.ts';
import type { Port, SearchAsked, SearchOrder, SearchReport } from './search-service.ts';

/** Somebody who answers, and how one hears that they cannot. */
export interface Answerer {
  readonly port: Port;
  /** Calls back where it cannot be started, or has broken down. */
  readonly onBroken: (broken: () => void) => void;
}

type Hear = (report: SearchReport) => void;

/**
 * Asks questions of whoever answers, who is started with the first of them. Where a first one cannot be started or breaks
 * down, the next takes over what is still open.
 *
 * @param answerers each starts one, the one that is wanted first; the last must not fail
 */
export class Searches {
  readonly #parts: Parts;
  readonly #answerers: (() => Answerer)[];
  readonly #open = new Map<number, { readonly asked: SearchAsked; readonly hear: Hear }>();
  #port: Port | null = null;
  #next = 0;

  constructor(parts: Parts, answerers: readonly (() => Answerer)[]) {
    this.#parts = parts;
    this.#answerers = [...answerers];
  }

  /**
   * Asks a question.
   *
   * @returns stops it: nothing more of it is heard
   */
  ask(
    asked: Omit<SearchAsked, 'own'>,
    scenarios: ReadonlyMap<string, SearchAsked['own'][number]>,
    hear: Hear,
  ): () => void {
    const id = this.#next++;
    const theirs = new Set(this.#parts.scenarios);
    const own = [...scenarios.values()].filter((each) => !theirs.has(each));
    this.#open.set(id, { asked: { ...asked, own }, hear });
    if (this.#port === null) this.#start();
    else this.#say({ kind: 'ask', id, asked: { ...asked, own } });
    return () => {
      if (this.#open.delete(id)) this.#say({ kind: 'stop', id });
    };
  }

  #say(order: SearchOrder): void {
    this.#port?.postMessage(order);
  }

  /** Starts the first that can be, and tells it of everything that is open. */
  #start(): void {
    const answerer = this.#answerers[0];
    if (answerer === undefined) {
      for (const [id, { hear }] of this.#open)
        hear({ kind: 'failed', id, message: 'nothing here can search' });
      this.#open.clear();
      return;
    }
    const next = () => {
      this.#port = null;
      this.#answerers.shift();
      this.#start();
    };
    try {
      const { port, onBroken } = answerer();
      port.addEventListener('message', ({ data }) => this.#hear(data as SearchReport));
      port.start?.();
      onBroken(next);
      this.#port = port;
    } catch {
      next();
      return;
    }
    this.#say({ kind: 'begin', parts: this.#parts });
    for (const [id, { asked }] of this.#open) this.#say({ kind: 'ask', id, asked });
  }

  #hear(report: SearchReport): void {
    const open = this.#open.get(report.id);
    if (report.kind !== 'progress') this.#open.delete(report.id);
    open?.hear(report);
  }
}
