import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAgreements } from '../../src/node/list-agreements.ts';
import { commandLine } from '../cli/command-line.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a reader has to do, by the README. */
const [, section = ''] = fs
  .readFileSync(path.join(ROOT, 'scenarios/README.md'), 'utf8')
  .split(/^## Another document\n/m);

/** The blocks of a kind in that section, whole. */
function blocks(kind: string): string[] {
  const [own = ''] = section.split(/^## /m);
  const fenced = new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...own.matchAll(fenced)].map((match) => match[1] ?? '');
}

const commands = blocks('sh record').map((block) =>
  [...block.matchAll(/^npx phasegate (.*)$/gm)].map((match) => (match[1] ?? '').split(' ')),
);

/** Tests of whether what ships is true to its sources. */
const OF_CONTENT = [
  'test/load/shipped.test.ts',
  'test/machines/claims.test.ts',
  'test/machines/examples.test.ts',
  'test/machines/readings.test.ts',
  'test/scenarios/scenarios.test.ts',
];

let copy = '';
beforeAll(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-record-'));
  for (const folder of ['machines', 'scenarios', 'seeds'])
    fs.cpSync(path.join(ROOT, folder), path.join(copy, folder), { recursive: true });
});
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

async function run(all: readonly (readonly string[])[]): Promise<void> {
  for (const words of all) {
    // Content is read anew each time, as it has been edited since.
    const given = commandLine(copy, listAgreements(copy, 'machines'));
    const { code, error } = await given(words, { userFolder: copy, width: 100 });
    expect({ words, code, error }).toEqual({ words, code: 0, error: '' });
  }
}

function edit(file: string, change: (text: string) => string): void {
  const before = fs.readFileSync(path.join(copy, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  fs.writeFileSync(path.join(copy, file), after);
}

describe('a document more', () => {
  it('is added by what the README says, in a copy', async () => {
    const [source = [], rest = []] = commands;
    expect([source.length, rest.length]).toEqual([1, 2]);
    const [claims = '', steps = ''] = [...blocks('yaml claims'), ...blocks('yaml step')];
    const [, step = ''] = steps.split(/^ *#.*\n/m);
    fs.writeFileSync(path.join(copy, 'page.txt'), 'A heading.\n\nA paragraph.\n');
    await run(source);
    edit('seeds/document-6.yaml', (text) => text.replace(/^claims: \[\]\n[\s\S]*/m, () => claims));
    edit('scenarios/record.yaml', (text) => text.replace(/^(?=(?:#.*\n)*questions:)/m, () => step));
    await run(rest);
    const record = fs.readFileSync(path.join(copy, 'scenarios/record.yaml'), 'utf8');
    // What the gate comes to under each reading has been written down.
    const [, added = ''] = record.split('- id: what-happened');
    expect(added.split('questions:')[0]).toMatch(/israel: \{ closed: \[\[remainsFirst\]\] \}/);
  });

  it.each([
    ['what is said of the shipped agreement true', OF_CONTENT],
    [
      'the examples of the README as they are',
      ['test/readme/readme.test.ts', '-t', 'really prints'],
    ],
  ])('leaves %s', (_, tests) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...tests],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', PHASEGATE_TEST_CONTENT: `${copy}/` },
      },
    );
    const failed = `${stdout}\n${stderr}`.match(/^ *FAIL .*$|^\w*Error: .*$/gm);
    expect({ status, failed }).toEqual({ status: 0, failed: null });
  });
});
