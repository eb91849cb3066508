import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMachine, transition } from 'xstate';
import type { Agreement } from '../../src/model/agreement.ts';
import { Runner } from '../../src/model/runner.ts';
import { compiled } from '../../src/search/compile.ts';
import { type About, UNSAID } from '../../src/search/export/about.ts';
import { exportSystem } from '../../src/search/export/formats.ts';
import { exportedPart } from '../../src/search/export/part.ts';
import { guardsOf } from '../../src/search/export/guards-of.ts';
import type { XStateConfig } from '../../src/search/export/xstate.ts';
import { namedState, type System, take } from '../../src/search/system.ts';
import { finish } from '../../src/search/work.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';
import { takeUnder } from '../../src/testing/take-under.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import {
  anyStandpoint,
  reachableStates,
  READINGS,
  SMALL,
  standpoint,
  termsOf,
} from './invented.ts';

/** The machine of an exported file, its guards put together by what the file says that they ask. */
function machineOfFile(text: string) {
  const config = JSON.parse(text) as XStateConfig;
  const guards = guardsOf(config);
  return createMachine(config as object).provide({ guards: guards as never });
}

type Stages = Record<string, string>;

/** Where an event leads the machine from a state. */
function step(machine: ReturnType<typeof machineOfFile>, from: Stages, event: string): Stages {
  const snapshot = machine.resolveState({ value: from, context: {} });
  return transition(machine, snapshot, { type: event })[0].value as Stages;
}

/** Agreements whose titles try to break out of whatever they are written in. */
const HOSTILE = [
  '"]; } \\',
  '--> %%{init: {}}%% #35; :::',
  '</b> & &lt; `x` [*] {',
  'style: classDef x; end note',
  'שלום سلام 🔍 ünïcode',
  '\\"',
  "it's 100% -- ; : |",
];

function hostile(agreement: Agreement): Agreement {
  let next = 0;
  const title = () => HOSTILE[(next += 1) % HOSTILE.length] ?? '';
  return {
    ...agreement,
    title: title(),
    regions: new Map(
      [...agreement.regions].map(([id, region]) => [
        id,
        {
          ...region,
          title: title(),
          stages: region.stages.map((stage) => ({ ...stage, title: title() })),
        },
      ]),
    ),
    events: new Map([...agreement.events].map(([id, event]) => [id, { ...event, title: title() }])),
  };
}

/** Readings of an invented agreement, one or several at once. */
const anySystem = anyAgreement(SMALL).chain((agreement) =>
  fc
    .subarray(READINGS, { minLength: 1 })
    .chain((readings) => fc.tuple(...readings.map((reading) => anyStandpoint(agreement, reading))))
    .map((views) => ({ agreement, system: finish(exportedPart(agreement, views, null)).system })),
);

describe('an export for XState', () => {
  it('is a machine that moves as ours does under the same reading, on any way', () => {
    const seen = { taken: 0, refused: 0 };
    const way = fc.array(fc.nat({ max: 1000 }), { maxLength: 30, size: 'max' });
    const anyCase = fc
      .oneof(anyAgreement(), fc.constant(loadHarbour().agreement))
      .chain((agreement) =>
        fc.record({
          agreement: fc.constant(agreement),
          reading: fc.constantFrom(...agreement.readings.keys(), 'reported'),
          way,
        }),
      );
    fc.assert(
      fc.property(anyCase, ({ agreement, reading, way: choices }) => {
        const terms = termsOf(reading);
        const system = compiled(agreement, { terms });
        const machine = machineOfFile(exportSystem(system, 'xstate', { ...UNSAID, agreement }));
        const runner = new Runner(agreement);
        const events = [...agreement.events.keys()];
        let state: Stages = { ...runner.initial() };
        expect(
          transition(machine, machine.getInitialSnapshot({} as never), { type: 'none' })[0].value,
        ).toEqual(state);
        for (const choice of choices) {
          const event = events[choice % events.length] ?? '';
          const expected = takeUnder(runner, agreement, terms, state, event);
          const got = step(machine, state, event);
          expect(got).toEqual(expected ?? state);
          seen[expected === null ? 'refused' : 'taken'] += 1;
          state = got;
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
  });

  it('moves as the joint system of several readings does', () => {
    let together = 0;
    fc.assert(
      fc.property(anySystem, ({ system }) => {
        if (system.regions.some(({ id }) => id.includes('@'))) together += 1;
        const machine = machineOfFile(exportSystem(system, 'xstate'));
        for (const state of reachableStates(system).slice(0, 10)) {
          const names = namedState(system, state);
          for (const id of new Set(system.events.map((event) => event.id))) {
            const next = system.events
              .filter((event) => event.id === id)
              .map((event) => take(event, state))
              .find((each) => each !== null);
            const expected = next === undefined || next === null ? names : namedState(system, next);
            expect(step(machine, names, id)).toEqual(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(together).toBeGreaterThan(5);
  });

  it('needs no guard where an event hangs on the one region that it moves, and opens as it is', () => {
    const { agreement } = loadHarbour();
    const system = compiled(agreement, standpoint('reported'));
    const text = exportSystem(system, 'xstate', { ...UNSAID, agreement });
    const { meta, states } = JSON.parse(text) as XStateConfig;
    // As reported, only those that move several regions.
    expect(Object.keys(meta.guards)).toEqual(['phase.oneBegan', 'calm.broke']);
    expect(states['canal']?.states['shut']).toEqual({
      description: 'shut',
      meta: { title: 'shut', level: 0 },
      on: {
        'canal.offeredOneWay': {
          target: 'oneWayOffered',
          description: 'The canal is offered one way',
          meta: { title: 'The canal is offered one way' },
        },
        'canal.opened': {
          target: 'open',
          description: 'The canal opens both ways',
          meta: { title: 'The canal opens both ways' },
        },
      },
    });
    expect(states['phase']?.states['phaseOne']?.on?.['calm.broke']).toEqual({
      target: 'broken',
      guard: 'calm.broke',
      description: 'The calm breaks: calm on the water: holding',
      meta: { title: 'The calm breaks', direction: 'backward' },
    });
    const config = JSON.parse(text) as object;
    const machine = createMachine(config);
    const [snapshot] = transition(machine, machine.getInitialSnapshot({} as never), {
      type: 'canal.opened',
    });
    expect(snapshot.value).toMatchObject({ canal: 'open' });
  });
});

/** The edges of a picture: region, from, to. */
function edgesOf(system: System): string[] {
  // What may happen again leads from a stage of its own region to the same one.
  return system.events.flatMap(({ moves, again, home, from: leaves }) =>
    moves.flatMap(({ region, to }) =>
      to.flatMap((target, from) =>
        target !== from || (again && region === home && leaves.includes(from))
          ? [`${region} ${from} ${target}`]
          : [],
      ),
    ),
  );
}

describe('a picture', () => {
  const about = (agreement: Agreement): About => ({ ...UNSAID, lines: HOSTILE, agreement });

  it('in Mermaid has every move, and no title that its grammar could trip over', () => {
    fc.assert(
      fc.property(anyAgreement(SMALL).map(hostile), (agreement) => {
        const system = compiled(agreement, standpoint('reported'));
        const text = exportSystem(system, 'mermaid', about(agreement));
        const [head, ...lines] = text
          .trimEnd()
          .split('\n')
          .filter((line) => !line.startsWith('%%'));
        expect(head).toBe('stateDiagram-v2');
        expect(text).not.toContain('%%{');
        const title = '(?:[\\p{L}\\p{M}\\p{N} ]|#\\d+;)+';
        const shapes = new RegExp(
          [
            `  state "${title}" as r\\d+ \\{`,
            '    direction LR',
            `    state "${title}" as s\\d+_\\d+`,
            '    \\[\\*\\] --> s\\d+_\\d+',
            `    s\\d+_\\d+ --> s\\d+_\\d+ : ${title}(?:<br/>${title})*`,
            '  \\}',
          ]
            .map((shape) => `^(?:${shape})$`)
            .join('|'),
          'u',
        );
        for (const line of lines) expect(line).toMatch(shapes);
        const drawn = [...text.matchAll(/s(\d+)_(\d+) --> s\d+_(\d+)/g)].map(
          ([, region, from, to]) => `${region} ${from} ${to}`,
        );
        expect(drawn.toSorted()).toEqual(edgesOf(system).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('shows only the regions that were asked for', () => {
    const { agreement } = loadHarbour();
    const system = compiled(agreement, standpoint('northquay'));
    for (const format of ['dot', 'mermaid'] as const) {
      const text = exportSystem(system, format, about(agreement), new Set(['canal']));
      expect(text).toContain('offered one way');
      expect(text).not.toContain('envoys');
    }
    const [, edge] =
      /"canal\.open" -> "canal\.shut" \[(.*)\];/.exec(
        exportSystem(system, 'dot', about(agreement), new Set(['canal'])),
      ) ?? [];
    expect(edge).toBe(
      String.raw`label="The calm breaks\n[calm on the water: holding]", tooltip="calm.broke", style=dashed`,
    );
  });

  // Graphviz is a package of its own, which a machine may not have; then it is not asked.
  it.skipIf(!isInstalled('dot'))('in DOT is what Graphviz reads, with every stage and move', () => {
    fc.assert(
      fc.property(anySystem, ({ agreement: plain, system }) => {
        const agreement = hostile(plain);
        const input = exportSystem(system, 'dot', about(agreement));
        const { stdout, stderr, status } = spawnSync('dot', ['-Tjson0'], {
          input,
          encoding: 'utf8',
        });
        expect([status, stderr]).toEqual([0, '']);
        const graph = JSON.parse(stdout) as {
          label: string;
          objects: { name: string; label: string }[];
          edges?: { label?: string; tooltip?: string }[];
        };
        const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('\\\\', '\\');
        expect(unescaped(graph.label)).toBe(agreement.title);
        const labels = new Map(graph.objects.map(({ name, label }) => [name, unescaped(label)]));
        for (const { id, of = id, stages } of system.regions)
          for (const stage of stages) {
            const known = agreement.regions.get(of)?.stages.find((each) => each.id === stage);
            expect(labels.get(`${id}.${stage}`)).toBe(known?.title);
          }
        const events = (graph.edges ?? []).flatMap(({ tooltip }) => tooltip ?? []);
        expect(new Set(events)).toEqual(
          new Set(
            system.events
              .filter((event) => edgesOf({ ...system, events: [event] }).length > 0)
              .map(({ id }) => id),
          ),
        );
      }),
      { numRuns: 15 },
    );
  });
});

function isInstalled(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = folders.some((folder) => fs.existsSync(path.join(folder, program)));
  if (!found) process.stderr.write(`${program} is not installed, so it is not asked.\n`);
  return found;
}
