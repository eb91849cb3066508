import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { loadAgreement } from '../../src/node/load-agreement.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { machine } from '../fixtures/harbour/machine.ts';

const HARBOUR = fileURLToPath(new URL('../fixtures/harbour', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-load-'));
  fs.cpSync(HARBOUR, folder, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function edit(name: string, from: string, to: string): void {
  const file = path.join(folder, name);
  const text = fs.readFileSync(file, 'utf8');
  expect(text).toContain(from);
  fs.writeFileSync(file, text.replace(from, to));
}

describe('loadAgreement', () => {
  it('reads an agreement whole, by any name of its folder', () => {
    const { agreement, scenarios } = loadHarbour();
    const inOrder = (ids: Iterable<string>): string[] => [...ids].toSorted();
    for (const name of [folder, `${folder}/`, path.relative('.', folder), pathToFileURL(folder)]) {
      const loaded = loadAgreement(machine, name);
      expect({ ...loaded.agreement, readings: null }).toEqual({ ...agreement, readings: null });
      for (const [id, reading] of agreement.readings)
        expect(loaded.agreement.readings.get(id)).toEqual(reading);
      expect(inOrder(loaded.scenarios.keys())).toEqual(inOrder(scenarios.keys()));
      expect([...loaded.scenarios.values()].map(({ kind }) => kind)[0]).toBe('documented');
    }
  });

  it('reads it from where its files are, under the id that they give it', () => {
    fs.mkdirSync(path.join(folder, 'papers'));
    for (const kind of ['sources', 'scenarios'])
      fs.renameSync(path.join(folder, kind), path.join(folder, 'papers', kind));
    const nameless = createMachine(machine.config as Parameters<typeof createMachine>[0]);
    const { agreement, scenarios } = loadAgreement(nameless, folder, {
      id: 'harbour',
      sources: pathToFileURL(path.join(folder, 'papers/sources/')),
      scenarios: path.join(folder, 'papers/scenarios'),
    });
    expect(agreement.id).toBe('harbour');
    expect(agreement.sources).toHaveLength(3);
    expect(scenarios.size).toBe(4);
  });

  it('needs no scenarios', () => {
    fs.rmSync(path.join(folder, 'scenarios'), { recursive: true });
    expect(loadAgreement(machine, folder).scenarios.size).toBe(0);
  });

  it('throws all that is wrong at once, with file, line and column', () => {
    edit('parties.yaml', 'members: [guild, wardens]', 'members: [guild, warden]');
    edit('agreement.yaml', 'region: canal', 'region: cannal');
    expect(() => loadAgreement(machine, folder)).toThrow(
      new Error(
        [
          'The agreement harbour is not right:',
          `${folder}/agreement.yaml:7:15: there is no region "cannal"`,
          '    did you mean canal?',
          `${folder}/parties.yaml:6:67: there is no party "warden"`,
          '    did you mean wardens?',
        ].join('\n'),
      ),
    );
  });

  it('throws what is no YAML, what comes out otherwise than expected, and what cannot be read', () => {
    edit('scenarios/guild-sequence.yaml', 'northquay: impossible', 'northquay: refused');
    expect(() => loadAgreement(machine, folder)).toThrow(/guild-sequence\.yaml:\d+:\d+: .*refused/);
    edit('gates.yaml', 'gates:', 'gates: [');
    expect(() => loadAgreement(machine, folder)).toThrow(/gates\.yaml:\d+:\d+: not valid YAML/);
    fs.rmSync(path.join(folder, 'gates.yaml'));
    fs.mkdirSync(path.join(folder, 'gates.yaml'));
    expect(() => loadAgreement(machine, folder)).toThrow(/gates\.yaml: the file is not there/);
    expect(() => loadAgreement(machine, `${folder}/nowhere`)).toThrow(
      `${folder}/nowhere: there is no such folder`,
    );
  });

  it('throws what is wrong with the machine', () => {
    const meta = { title: 'x', kind: 'provision', level: 0 };
    const regions = {
      a: { meta, initial: 'one', states: { one: { meta, on: { 'a.*': 'one' } } } },
    };
    const wild = createMachine({ id: 'harbour', type: 'parallel', states: regions });
    expect(() => loadAgreement(wild, folder)).toThrow('a transition on a.*, a wildcard');
  });
});
