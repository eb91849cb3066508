import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../src/draw/line.ts';
import type { Laboratory } from '../../src/node/laboratory.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reduce.ts';
import { filesOf, openedFrom } from '../../src/tui/services.ts';
import type { State } from '../../src/tui/state.ts';
import { harbourLaboratory } from './harbour-laboratory.ts';
import { beginHarbour, harbour, harbourSession, press, typing } from './harbour-session.ts';

const session = harbourSession();
const start = beginHarbour(session);
let folder = '';
let laboratory: Laboratory;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-files-'));
  laboratory = harbourLaboratory(folder, null);
  const record = harbour.scenarios.get(harbour.opens);
  if (record === undefined) throw new Error('no record');
  const mine = { ...record, id: 'mine', title: 'Saved by me', kind: 'hypothetical' as const };
  for (const name of ['mine.yaml', 'pg1-mine.yml']) await laboratory.save(mine, name, false);
  fs.writeFileSync(path.join(folder, 'odd.yaml'), 'title: x\nsteps: [\n');
  fs.writeFileSync(path.join(folder, 'compose.yaml'), 'services: {}\n');
  fs.writeFileSync(path.join(folder, 'latin.yaml'), Buffer.from([0xe9, 0x0a]));
  fs.mkdirSync(path.join(folder, 'folder.yaml'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The list with the files there. */
async function listed(): Promise<State> {
  const open = press(session, start, 'o');
  expect(open.request).toEqual({ kind: 'files' });
  return reduce(session, open, await filesOf(laboratory));
}

const shown = (state: State) =>
  frameOf(session, state).body.map(plain).join(' ').replaceAll(/\s+/g, ' ');

describe('the list of what can be opened', () => {
  it('has the scenario files of the folder under a heading, and why one cannot be opened', async () => {
    const found = await laboratory.files();
    const names = found.files.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['latin.yaml', 'mine.yaml', 'odd.yaml', 'pg1-mine.yml']);
    const end = press(session, await listed(), 'end');
    expect(shown(end)).toContain('Your files');
    const odd = press(session, await listed(), ...typing('odd.yaml'));
    expect(shown(odd)).toMatch(/odd\.yaml It cannot be opened: odd\.yaml:3:1: not valid YAML/);
    expect(shown(odd)).not.toContain('\\n');
    expect(press(session, odd, 'enter')).toMatchObject({
      overlays: [{ kind: 'scenarios' }],
      notice: expect.stringContaining('It cannot be opened: odd.yaml:3:1'),
    });
    const latin = press(session, await listed(), ...typing('latin'));
    expect(shown(latin)).toContain('It cannot be opened: it is not UTF-8 text');
  });

  it('opens a file that is chosen, whatever its name looks like', async () => {
    for (const name of ['mine.yaml', 'pg1-mine.yml']) {
      const chosen = press(session, await listed(), ...typing(name), 'enter');
      if (chosen.request?.kind !== 'open') throw new Error('It was to be opened.');
      const opened = reduce(session, chosen, await openedFrom(laboratory, chosen.request.typed));
      expect(opened).toMatchObject({ scenario: 'mine', branches: ['mine'], overlays: [] });
    }
  });

  it('says that files are looked for, and where there are none', async () => {
    expect(shown(press(session, start, 'o', 'end'))).toContain(
      'Your files Looking for your files.',
    );
    const none = reduce(session, press(session, start, 'o'), await filesOf(undefined));
    expect(shown(press(session, none, 'end'))).toContain('No scenario file is in this folder.');
  });

  it('looks at forty files at most, and says how many it did not look at', async () => {
    const many = path.join(folder, 'many');
    fs.mkdirSync(many);
    for (let index = 0; index < 43; index += 1)
      fs.writeFileSync(path.join(many, `${index}.yaml`), 'a: 1\n');
    const { yamlFiles } = await import('../../src/node/yaml-files.ts');
    expect(yamlFiles(many, 40)).toMatchObject({ names: { length: 40 }, more: 3 });
    expect(yamlFiles(path.join(many, 'none'), 40)).toEqual({ names: [], more: 0 });
    const reply = { kind: 'files', found: { files: [], more: 3 } } as const;
    const told = reduce(session, press(session, start, 'o'), reply);
    expect(shown(press(session, told, 'end'))).toContain('3 more YAML files were not looked at');
  });
});
