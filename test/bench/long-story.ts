import { assembleAgreement } from '../../src/model/assemble.ts';
import { assumedStep } from '../../src/model/assumed-step.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { dayAfter } from '../../src/model/days.ts';
import type { ScenarioFile, StepFile } from '../../src/model/shapes/scenario.ts';
import { loadShipped } from '../shipped.ts';

const STEPS = 1000;

/**
 * A scenario of a thousand steps of the invented accord for teaching: its events one after another, round and round, a
 * new one each day. Its meetings may happen again; for every other event its region is first taken back to where it
 * can happen.
 */
export function longStory(): {
  agreement: Agreement;
  scenarios: ReadonlyMap<string, ScenarioFile>;
  opens: string;
} {
  const { files, scenarios } = loadShipped('machines/highmeadow');
  const events = files.events.events.map((event) =>
    event.id === 'talks.held'
      ? { ...event, again: true as const, moves: { called: 'held', held: 'held' } }
      : event,
  );
  const agreement = assembleAgreement({ ...files, events: { events } });
  const steps: StepFile[] = [];
  const taken = new Set<string>();
  let day = '2041-05-02';
  const add = (action: Parameters<typeof assumedStep>[0]) => {
    const step = assumedStep(action, agreement, taken, { date: { from: day, to: day } });
    taken.add(step.id);
    steps.push(step);
  };
  for (let round = 0; steps.length < STEPS; round += 1) {
    const event = [...agreement.events.values()][round % agreement.events.size];
    if (event === undefined) break;
    const [from = ''] = Object.keys(event.moves[event.home] ?? {});
    if (!event.again) add({ kind: 'assume', region: event.home, stage: from });
    add({ kind: 'event', event: event.id });
    day = dayAfter(day);
  }
  const long: ScenarioFile = {
    agreement: agreement.id,
    id: 'a-thousand-steps',
    kind: 'hypothetical',
    title: 'A thousand steps',
    summary: 'Every event, round and round.',
    steps: steps.slice(0, STEPS),
  };
  return { agreement, scenarios: new Map(scenarios).set(long.id, long), opens: long.id };
}
