/** xstate/graph and the explorer on the same part of the shipped agreement; prints one JSON line. */
import { createMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { machineOf } from '../../src/model/machine.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { compiled } from '../../src/search/compile.ts';
import { reachableFrom } from '../../src/search/reachability.ts';
import { Space } from '../../src/search/space.ts';
import { finish } from '../../src/search/work.ts';
import { loadShipped } from '../shipped.ts';

/** Few enough regions for a search over XState's own snapshots. */
const KEPT = ['phase', 'truce', 'remains', 'rafah', 'aid', 'exchange'];

const { agreement } = loadShipped();
const terms = { reading: REPORTED, day: null, knownBy: null, waived: [] };
const whole = machineOf(agreement.statechart);
const states = Object.fromEntries(
  Object.entries(whole.config.states ?? {}).filter(([id]) => KEPT.includes(id)),
);
const machine = createMachine(
  { ...whole.config, states } as Parameters<typeof createMachine>[0],
  whole.implementations as Parameters<typeof createMachine>[1],
);

const beforeGraph = performance.now();
const found = Object.keys(getShortestPaths(machine)).length;
const graphMs = performance.now() - beforeGraph;

const { regions, events } = compiled(agreement, { terms });
const places = regions
  .map(({ id }, place) => ({ id, place }))
  .filter(({ id }) => KEPT.includes(id));
const renumbered = new Map(places.map(({ place }, index) => [place, index]));
const part = {
  regions: places.map(({ place }) => regions[place]).filter((region) => region !== undefined),
  events: events
    .filter(({ home }) => renumbered.has(home))
    .map((event) => ({
      ...event,
      home: renumbered.get(event.home) ?? 0,
      asked: { kind: 'all' as const, of: [] },
      guard: { kind: 'in' as const, region: renumbered.get(event.home) ?? 0, stages: event.from },
      moves: event.moves.flatMap(({ region, to }) =>
        renumbered.has(region) ? [{ region: renumbered.get(region) ?? 0, to }] : [],
      ),
    })),
};
const beforeOurs = performance.now();
const space = new Space(part);
const count = space.members.count(finish(reachableFrom(space, space.start)).set);
const oursMs = performance.now() - beforeOurs;
if (count !== BigInt(found))
  throw new Error(`xstate/graph counts ${found} states, the explorer ${count}.`);
process.stdout.write(`${JSON.stringify({ states: found, graphMs, oursMs })}\n`);
