import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/node/load-agreement.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

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
      const loaded = loadAgreement(name);
      expect({ ...loaded.agreement, readings: null }).toEqual({ ...agreement, readings: null });
      for (const [id, reading] of agreement.readings)
        expect(loaded.agreement.readings.get(id)).toEqual(reading);
      expect(inOrder(loaded.scenarios.keys())).toEqual(inOrder(scenarios.keys()));
      expect([...loaded.scenarios.values()].map(({ kind }) => kind)[0]).toBe('documented');
    }
  });

  it('reads it from where it is told that its files are', () => {
    fs.mkdirSync(path.join(folder, 'papers'));
    for (const kind of ['sources', 'scenarios'])
      fs.renameSync(path.join(folder, kind), path.join(folder, 'papers', kind));
    const { agreement, scenarios } = loadAgreement(folder, {
      sources: pathToFileURL(path.join(folder, 'papers/sources/')),
      scenarios: path.join(folder, 'papers/scenarios'),
    });
    expect(agreement.sources).toHaveLength(3);
    expect(scenarios.size).toBe(4);
  });

  it('reads it from where its own file says that they are, outside its folder as well', () => {
    const beside = path.basename(folder);
    const inside = path.join(folder, 'accord');
    fs.mkdirSync(inside);
    for (const name of fs.readdirSync(folder).filter((each) => each !== 'accord'))
      if (name !== 'sources') fs.renameSync(path.join(folder, name), path.join(inside, name));
    fs.renameSync(path.join(inside, 'scenarios'), path.join(inside, 'told'));
    edit(
      'accord/agreement.yaml',
      'opens:',
      `sources: ../../${beside}/sources\nscenarios: told\nopens:`,
    );
    const { agreement, scenarios } = loadAgreement(inside);
    expect(agreement.sources).toHaveLength(3);
    expect(scenarios.size).toBe(4);
  });

  it('needs no scenarios', () => {
    fs.rmSync(path.join(folder, 'scenarios'), { recursive: true });
    edit('agreement.yaml', 'opens: harbour-record\n', '');
    expect(loadAgreement(folder).scenarios.size).toBe(0);
  });

  it('throws all that is wrong at once, with file, line and column', () => {
    edit('parties.yaml', 'members: [guild, wardens]', 'members: [guild, warden]');
    edit('events.yaml', 'moves: { lost: located,', 'moves: { lost: locatd,');
    expect(() => loadAgreement(folder)).toThrow(
      new Error(
        [
          `The agreement in ${folder} is not right:`,
          `${folder}/events.yaml:71:20: there is no stage of wreck called "locatd" [unknown-id]`,
          '    did you mean located?',
          `${folder}/parties.yaml:6:67: there is no party "warden" [unknown-id]`,
          '    did you mean wardens?',
        ].join('\n'),
      ),
    );
  });

  it('throws what is no YAML, what comes out otherwise than expected, and what cannot be read', () => {
    edit('scenarios/guild-sequence.yaml', 'northquay: impossible', 'northquay: refused');
    expect(() => loadAgreement(folder)).toThrow(/guild-sequence\.yaml:\d+:\d+: .*refused/);
    edit('regions.yaml', 'regions:', 'regions: [');
    expect(() => loadAgreement(folder)).toThrow(/regions\.yaml:\d+:\d+: not valid YAML/);
    fs.rmSync(path.join(folder, 'regions.yaml'));
    fs.mkdirSync(path.join(folder, 'regions.yaml'));
    expect(() => loadAgreement(folder)).toThrow(/regions\.yaml: the file is not there/);
    expect(() => loadAgreement(`${folder}/nowhere`)).toThrow(
      `${folder}/nowhere: there is no such folder`,
    );
  });

  it('takes one that ships as the one below, by its id', () => {
    fs.rmSync(folder, { recursive: true });
    fs.mkdirSync(folder);
    const file = path.join(folder, 'agreement.yaml');
    fs.writeFileSync(file, 'extends: highmeadow\nid: laid\n');
    const { agreement, scenarios } = loadAgreement(folder);
    expect(agreement.id).toBe('laid');
    expect(scenarios.has('meadow-record')).toBe(true);
    fs.writeFileSync(file, 'extends: highmedow\n');
    expect(() => loadAgreement(folder)).toThrow(
      `${file}:1:10: there is no agreement "highmedow" [unknown-id]`,
    );
  });
});
