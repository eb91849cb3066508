import { describe, expect, it } from 'vitest';
import { partyReadings } from '../../src/model/agreement.ts';
import { NO_CLOCKS } from '../../src/model/run.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import {
  answerSearches,
  type Port,
  type SearchAsked,
  type SearchReport,
} from '../../src/web/search-service.ts';
import { Searches } from '../../src/web/searches.ts';
import { loadShipped } from '../shipped.ts';

const { parts, agreement, scenarios } = loadShipped('machines/highmeadow');
const [opens] = [...scenarios.keys()];
const [gate] = [...agreement.gates.keys()];
const asked: Omit<SearchAsked, 'own'> = {
  question: {
    kind: 'plan',
    gate: gate ?? '',
    isForEveryone: true,
    readings: partyReadings(agreement).map(({ id }) => id),
  },
  scenario: opens ?? '',
  position: 0,
  clocks: NO_CLOCKS,
};

/** One who answers at the other end of a channel, with nothing in common but what can be cloned. */
function answering(stepsOfTurn = 50) {
  const { port1, port2 } = new MessageChannel();
  answerSearches(port2 as unknown as Port, () => {
    let steps = stepsOfTurn;
    return () => (steps -= 1) < 0;
  });
  return { port: port1 as unknown as Port, onBroken: () => {}, close: () => port1.close() };
}

/** What is said of a question in the end. */
async function ended(
  searches: Searches,
  what: Omit<SearchAsked, 'own'>,
  all: ReadonlyMap<string, ScenarioFile> = scenarios,
): Promise<SearchReport> {
  return new Promise((done) => {
    searches.ask(what, all, (report) => {
      if (report.kind !== 'progress') done(report);
    });
  });
}

describe('searches', () => {
  it('answer with a document and the events of the way, through a channel', async () => {
    const one = answering();
    const searches = new Searches(parts, [() => one]);
    const said = await ended(searches, asked);
    expect(said.kind).toBe('answered');
    const { answer } = said as Extract<SearchReport, { kind: 'answered' }>;
    expect(answer.kind).toBe('plan');
    expect(answer.events.at(-1)).toBe(agreement.gates.get(gate ?? '')?.event);
    expect(JSON.stringify(answer.blocks)).toContain('The shortest path to');
    one.close();
  });

  it('play scenarios of the user, which are not among the parts', async () => {
    const one = answering();
    const searches = new Searches(parts, [() => one]);
    const from = scenarios.get(opens ?? '');
    if (from === undefined) throw new Error('There is no scenario.');
    const own = { ...from, id: 'mine' };
    const said = await ended(
      searches,
      { ...asked, scenario: 'mine' },
      new Map([...scenarios, ['mine', own]]),
    );
    expect(said.kind).toBe('answered');
    const unknown = await ended(searches, { ...asked, scenario: 'nowhere' });
    expect(unknown).toMatchObject({ kind: 'failed', message: 'There is no scenario nowhere.' });
    one.close();
  });

  it('say nothing more once they are stopped, and answer the next', async () => {
    const one = answering(0);
    const searches = new Searches(parts, [() => one]);
    const heard: SearchReport[] = [];
    const stop = searches.ask(asked, scenarios, (report) => heard.push(report));
    stop();
    const said = await ended(searches, asked);
    expect(said.kind).toBe('answered');
    expect(heard).toEqual([]);
    one.close();
  });

  it('are taken over by the next where one cannot be started, or breaks down', async () => {
    const one = answering();
    let breaks = () => {};
    const deaf = {
      port: { postMessage: () => {}, addEventListener: () => {} },
      onBroken: (broken: () => void) => {
        breaks = broken;
      },
    };
    const refused = () => {
      throw new Error('refused');
    };
    const searches = new Searches(parts, [refused, () => deaf, () => one]);
    const said = ended(searches, asked);
    breaks();
    await expect(said).resolves.toMatchObject({ kind: 'answered' });
    one.close();
  });

  it('fail where nobody is left', async () => {
    const searches = new Searches(parts, []);
    await expect(ended(searches, asked)).resolves.toMatchObject({ kind: 'failed' });
  });
});
