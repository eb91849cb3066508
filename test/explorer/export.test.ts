import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compiled } from '../../src/explorer/compile.ts';
import { slice } from '../../src/explorer/cone.ts';
import { EXPORT_FORMATS, exportSystem } from '../../src/explorer/export/formats.ts';
import {
  asNamedSystem,
  type NamedGuard,
  type NamedSystem,
} from '../../src/explorer/export/json.ts';
import { gatePassed } from '../../src/explorer/goal.ts';
import { resolve } from '../../src/explorer/predicate.ts';
import { reachableFrom } from '../../src/explorer/reachability.ts';
import { Space } from '../../src/explorer/space.ts';
import { namedState, type State, type System, take } from '../../src/explorer/system.ts';
import { finish } from '../../src/explorer/work.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { anyQuestion, reachableStates, standpoint } from './invented.ts';
import { shippedAgreement } from './shipped.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-export-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function areInstalled(...programs: string[]): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const missing = programs.filter(
    (program) => !folders.some((directory) => fs.existsSync(path.join(directory, program))),
  );
  for (const program of missing)
    process.stderr.write(`${program} is not installed, so its count is not compared with ours.\n`);
  return missing.length === 0;
}

function countOf(system: System): bigint {
  const space = new Space(system);
  return space.members.count(finish(reachableFrom(space, space.start)).set);
}

/** Slices that other tools finish: some thousands of states to a million. */
function slices(): [string, System][] {
  const shipped = shippedAgreement();
  const { agreement: harbour } = loadHarbour();
  const cut = (agreement: typeof shipped, reading: string, gate: string): [string, System] => {
    const system = compiled(agreement, { terms: { reading, day: null, waived: [] } });
    const sliced = slice(system, resolve(gatePassed(agreement, gate), system));
    return [`${agreement.id} ${reading} ${gate}`, sliced];
  };
  // Two readings of each agreement, and of each the largest slice that takes the others a moment only.
  return [shipped, harbour].flatMap((agreement) =>
    [...agreement.readings.keys()].slice(0, 2).flatMap((reading) =>
      [...agreement.gates.keys()]
        .map((gate) => cut(agreement, reading, gate))
        .map(([name, system]) => ({ name, system, count: countOf(system) }))
        .filter(({ count }) => count < 200_000n)
        .toSorted((left, right) => Number(right.count - left.count))
        .slice(0, 1)
        .map(({ name, system }): [string, System] => [name, system]),
    ),
  );
}

describe('a count by another tool', () => {
  // SPIN is a package of its own, which a machine may not have; then the counts are not compared.
  it.skipIf(!areInstalled('spin', 'gcc'))('by SPIN, is ours', () => {
    for (const [name, system] of slices()) {
      fs.writeFileSync(path.join(folder, 'model.pml'), exportSystem(system, 'promela', [name]));
      run('spin', '-a', 'model.pml');
      run('gcc', '-O1', '-w', '-DSAFETY', '-DNOREDUCE', '-o', 'pan', 'pan.c');
      const output = run('./pan', '-m1000000');
      const stored = /(\d+) states, stored/.exec(output)?.[1];
      expect([name, stored]).toEqual([name, String(countOf(system))]);
    }
  });

  // rumur is a package of its own, which a machine may not have; then the counts are not compared.
  it.skipIf(!areInstalled('rumur', 'gcc'))('by rumur, is ours', () => {
    for (const [name, system] of slices()) {
      fs.writeFileSync(path.join(folder, 'model.m'), exportSystem(system, 'murphi', [name]));
      run('rumur', '--deadlock-detection', 'off', '--output', 'model.c', 'model.m');
      run('gcc', '-std=c11', '-O1', '-w', '-mcx16', '-o', 'checker', 'model.c', '-lpthread');
      const output = run('./checker');
      // It counts aloud while it searches; the last number is the whole.
      const found = [...output.matchAll(/(\d+) states/g)].at(-1)?.[1];
      expect([name, found]).toEqual([name, String(countOf(system))]);
    }
  });
});

/** Where the events of a system written by names lead from a state. */
function nextByNames(system: NamedSystem, state: Record<string, string>): string[] {
  const meets = (guard: NamedGuard): boolean => {
    if ('all' in guard) return guard.all.every(meets);
    if ('any' in guard) return guard.any.some(meets);
    return guard.stages.includes(state[guard.region] ?? '');
  };
  return system.events
    .filter(({ guard }) => meets(guard))
    .map(({ id, moves }) => {
      const next = { ...state };
      for (const [region, move] of Object.entries(moves))
        next[region] = move[state[region] ?? ''] ?? state[region] ?? '';
      return `${id} ${JSON.stringify(next)}`;
    });
}

/** Where the events of a statechart in SCXML lead from a state, by a reading of what is written there. */
function nextByScxml(text: string, state: Record<string, string>): string[] {
  const unescaped = (part: string): string =>
    part
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  const active = new Set(Object.entries(state).map(([region, stage]) => `${region}.${stage}`));
  const next = new Map<string, Record<string, string>>();
  for (const [, id = '', body = ''] of text.matchAll(
    /<state id="([^"]+\.[^"]+)">([\s\S]*?)<\/state>/g,
  )) {
    if (!active.has(id)) continue;
    const transition = /<transition event="([^"]*)" cond="([^"]*)" target="([^"]*)"\/>/g;
    for (const [, event = '', guard = '', target = ''] of body.matchAll(transition)) {
      const test = unescaped(guard).replaceAll(/In\('([^']+)'\)/g, (_, stage: string) =>
        String(active.has(stage)),
      );
      if (!isTrue(test)) continue;
      const [region = '', stage = ''] = target.split('.');
      next.set(event, { ...(next.get(event) ?? state), [region]: stage });
    }
  }
  return [...next].map(([event, reached]) => `${event} ${JSON.stringify(reached)}`);
}

/** Evaluates an expression of true, false, &&, || and brackets, from the inside out. */
function isTrue(expression: string): boolean {
  let text = expression.replaceAll(' ', '');
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replaceAll(/\((true|false)\)/g, '$1')
      .replaceAll(/(true|false)&&(true|false)/g, (_, left, right) =>
        String(left === 'true' && right === 'true'),
      )
      .replaceAll(/(?<![&])(true|false)\|\|(true|false)(?!&)/g, (_, left, right) =>
        String(left === 'true' || right === 'true'),
      );
  }
  return text === 'true';
}

/**
 * Where the summands of a process in mCRL2 lead from a state, by a reading of what is written there: the guard, the
 * action, and the parameters that change, all of them by the old values.
 */
function nextByMcrl2(text: string, system: System, state: Record<string, string>): string[] {
  const nameOf = (id: string) => id.replaceAll(/[^a-zA-Z0-9]/g, '_');
  const values = new Map<string, string>();
  const stages = new Map<string, string>();
  for (const { id, stages: ids } of system.regions) {
    values.set(`region_${nameOf(id)}`, `stage_${nameOf(id)}_${nameOf(state[id] ?? '')}`);
    for (const stage of ids) stages.set(`stage_${nameOf(id)}_${nameOf(stage)}`, stage);
  }
  const known = (expression: string) =>
    expression.replaceAll(
      /\(?(region_\w+) == (stage_\w+)\)?/g,
      (_, region: string, stage: string) => String(values.get(region) === stage),
    );
  /** The value of nested `if(test, then, else)`; each `else` is the last of its kind or a parameter. */
  const valueOf = (expression: string): string => {
    const [, test = '', then = '', rest = ''] =
      /^if\((true|false), (stage_\w+), (.*)\)$/.exec(expression) ?? [];
    if (test === '') return values.get(expression) ?? expression;
    return test === 'true' ? then : valueOf(rest);
  };
  const summands = /^ {2}(.+) -> event_(\w+) \. Agreement\((.*)\)(?: \+|;)$/gm;
  const eventIds = new Map(system.events.map(({ id }) => [nameOf(id), id]));
  return [...text.matchAll(summands)].flatMap(([, guard = '', action = '', updates = '']) => {
    if (!isTrue(known(guard))) return [];
    const next = { ...state };
    for (const [, region = '', value = ''] of updates.matchAll(
      /region_(\w+) = (.*?)(?=, region_\w+ = |$)/g,
    )) {
      const id = system.regions.find((each) => nameOf(each.id) === region)?.id ?? region;
      // In an `if` the comparison stands without brackets of its own.
      const plain = value.replaceAll(
        /(region_\w+) == (stage_\w+)/g,
        (_, name: string, stage: string) => String(values.get(name) === stage),
      );
      next[id] = stages.get(valueOf(plain)) ?? 'nowhere';
    }
    return [`${eventIds.get(action)} ${JSON.stringify(next)}`];
  });
}

describe('an export', () => {
  it('by names, in SCXML and in mCRL2 says what the system does', () => {
    fc.assert(
      fc.property(anyQuestion, ({ agreement, view }) => {
        const system = compiled(agreement, view);
        const named = asNamedSystem(system);
        const scxml = exportSystem(system, 'scxml');
        const mcrl2 = exportSystem(system, 'mcrl2');
        for (const state of reachableStates(system).slice(0, 20)) {
          const expected = system.events.flatMap((event) => {
            const next: State | null = take(event, state);
            return next === null ? [] : [`${event.id} ${JSON.stringify(namedState(system, next))}`];
          });
          const names = namedState(system, state);
          expect(nextByNames(named, names).toSorted()).toEqual(expected.toSorted());
          expect(nextByScxml(scxml, names).toSorted()).toEqual(expected.toSorted());
          expect(nextByMcrl2(mcrl2, system, names).toSorted()).toEqual(expected.toSorted());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is text that no title can break out of', () => {
    const { agreement } = loadHarbour();
    const [reading = ''] = agreement.readings.keys();
    const system = compiled(agreement, standpoint(reading));
    for (const format of EXPORT_FORMATS.filter((other) => other !== 'json')) {
      const text = exportSystem(system, format, ['*/ --> \u0007 hostile\n#define x']);
      expect(text).not.toMatch(/\n#define x/);
      expect(text.match(/\*\//g)?.length ?? 0).toBe(text.match(/\/\*/g)?.length ?? 0);
    }
  });

  it('is well-formed in XML with any hyphens in its comments', () => {
    const { agreement } = loadHarbour();
    const [reading = ''] = agreement.readings.keys();
    const system = compiled(agreement, standpoint(reading));
    const bare = exportSystem(system, 'scxml');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('-', '--', '>', '!', '<', 'x', '\u2028')), (parts) => {
        const text = exportSystem(system, 'scxml', [parts.join('')]);
        expect(text.replaceAll(/<!--(?:[^-]|-[^-])*-->\n/g, '')).toBe(bare);
        expect(text).not.toContain('\u2028');
      }),
    );
  });

  it('looks the same as last time', () => {
    const { agreement } = loadHarbour();
    const [reading = ''] = agreement.readings.keys();
    const [gate = ''] = agreement.gates.keys();
    const system = compiled(agreement, standpoint(reading));
    const cut = slice(system, resolve(gatePassed(agreement, gate), system));
    expect(exportSystem(cut, 'mcrl2', [agreement.title])).toMatchSnapshot('mcrl2');
    expect(exportSystem(cut, 'promela', [agreement.title])).toMatchSnapshot('promela');
    expect(exportSystem(cut, 'murphi', [agreement.title])).toMatchSnapshot('murphi');
  });
});
