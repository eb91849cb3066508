import { eventsFound, type Found } from '../answer/found.ts';
import type { Block } from '../explain/document.ts';
import { foundText } from '../explain/found-text.ts';
import type { Question } from '../lab/question.ts';
import { sceneIn } from '../lab/scene.ts';
import { finishInTurns, searched } from '../lab/searching.ts';
import type { Setting } from '../lab/state.ts';
import { assembled, type Parts } from '../load/library.ts';
import type { PlayClocks } from '../model/run.ts';
import { Runner } from '../model/runner.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Progress } from '../search/work.ts';

/** A question as data: the moment that it is asked from is named, and played again by whoever answers. */
export interface SearchAsked {
  readonly question: Omit<Question, 'moment'>;
  readonly scenario: string;
  readonly position: number;
  readonly clocks: PlayClocks;
  /** Scenarios that are not of the page's own parts. */
  readonly own: readonly ScenarioFile[];
}

/** What is said to whoever answers: first what the page is made of, then questions. */
export type SearchOrder =
  | { readonly kind: 'begin'; readonly parts: Parts }
  | { readonly kind: 'ask'; readonly id: number; readonly asked: SearchAsked }
  | { readonly kind: 'stop'; readonly id: number };

/** The answer to a question: as a document, and with the events of the first way that was found. */
export interface SearchAnswer {
  readonly kind: Found['kind'];
  readonly blocks: readonly Block[];
  readonly events: readonly string[];
}

/** What is said back of a question. */
export type SearchReport =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'answered'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** What two that talk to each other have of one another: a worker, what is within it, or the end of a channel. */
export interface Port {
  postMessage: (message: unknown) => void;
  addEventListener: (kind: 'message', hear: (event: MessageEvent) => void) => void;
  /** The end of a channel hears nothing before. */
  start?: () => void;
}

/**
 * Answers the questions that come in by a port, each in turns between which others are heard: one that is stopped says
 * nothing more.
 *
 * @param beginTurn begins a turn, and gives what says whether it is time to hear others
 */
export function answerSearches(port: Port, beginTurn: () => () => boolean): void {
  let begun: { readonly setting: Setting; readonly parts: Parts } | null = null;
  const running = new Set<number>();
  const report = (said: SearchReport) => {
    if (running.has(said.id)) port.postMessage(said);
  };
  const answer = async (id: number, asked: SearchAsked) => {
    running.add(id);
    try {
      if (begun === null) throw new Error('nothing to search in was given');
      const found = await answered(begun.setting, begun.parts, asked, {
        beginTurn,
        shouldStop: () => !running.has(id),
        onProgress: (progress) => report({ kind: 'progress', id, progress }),
      });
      report({ kind: 'answered', id, answer: found });
    } catch (error) {
      report({
        kind: 'failed',
        id,
        message: error instanceof Error ? error.message : String(error),
      });
    }
    running.delete(id);
  };
  port.addEventListener('message', ({ data }) => {
    const order = data as SearchOrder;
    switch (order.kind) {
      case 'begin': {
        const { agreement, properties } = assembled(order.parts);
        begun = {
          parts: order.parts,
          setting: { agreement, properties, runner: new Runner(agreement) },
        };
        break;
      }
      case 'ask':
        void answer(order.id, order.asked);
        break;
      case 'stop':
        running.delete(order.id);
        break;
    }
  });
  port.start?.();
}

async function answered(
  setting: Setting,
  parts: Parts,
  { question: asked, own, clocks, ...spot }: SearchAsked,
  turns: {
    readonly beginTurn: () => () => boolean;
    readonly shouldStop: () => boolean;
    readonly onProgress: (progress: Progress) => void;
  },
): Promise<SearchAnswer> {
  const scenarios = new Map([...parts.scenarios, ...own].map((each) => [each.id, each]));
  const { moment } = sceneIn(setting, scenarios, spot, clocks);
  const question: Question = { ...asked, moment };
  let isTurnOver = turns.beginTurn();
  const found = await finishInTurns(searched(setting, question), {
    shouldStop: turns.shouldStop,
    onProgress: turns.onProgress,
    isTurnOver: () => isTurnOver(),
    pause: async () => {
      await new Promise((done) => {
        setTimeout(done, 0);
      });
      isTurnOver = turns.beginTurn();
    },
  });
  const { gate: goal, readings } = question;
  return {
    kind: found.kind,
    blocks: foundText({ moment, readings, goal }, found),
    events: eventsFound(found),
  };
}
