import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplesIn } from '../../src/cli/examples.ts';
import { shippedgate } from './command-line.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { out: overview } = await shippedgate(['--help']);
const commands = [...overview.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<)/gm)].map(
  ([, name = '']) => name,
);
const helps = await Promise.all(
  commands.map(async (name) => ({ name, help: (await shippedgate([name, '--help'])).out })),
);
const lines = [overview, ...helps.map(({ help }) => help)].flatMap(examplesIn);

/** The words of an example behind the program's name, without what the shell does with the output. */
const wordsOf = (line: string) =>
  line
    .replace(/ > \S+$/, '')
    .split(' ')
    .slice(1);

/** A folder with what others would have written before: an agreement, a text, a machine and a trace. */
async function prepared(): Promise<string> {
  const userFolder = temporaryFolder();
  const write = (name: string, text: string) => fs.writeFileSync(path.join(userFolder, name), text);
  await shippedgate(['new', 'agreement', 'accord'], { userFolder });
  const machine = ['export', '-A', 'accord', '--format', 'xstate'];
  write('machine.json', (await shippedgate(machine, { userFolder })).out);
  const trace = ['export', '--format', 'itf'];
  write('counterexample.itf.json', (await shippedgate(trace, { userFolder })).out);
  write('report-3.txt', 'The talks went on.\n\nNobody said more.\n');
  return userFolder;
}

describe('the examples in --help', () => {
  it.each(helps)('has one or more for $name, of that command', ({ name, help }) => {
    const own = examplesIn(help).filter((line) => wordsOf(line)[0] === name);
    expect(own.length).toBeGreaterThan(0);
    expect(examplesIn(help)).toEqual(own);
  });

  it.each(lines)('%s', { timeout: 60_000 }, async (line) => {
    const userFolder = await prepared();
    const stateFolder = path.join(userFolder, 'state');
    const { code, error } = await shippedgate(wordsOf(line), { userFolder, stateFolder });
    expect({ error, isMistaken: code > 1 }).toEqual({ error: '', isMistaken: false });
  });
});

const MANDOC = spawnSync('mandoc', ['-T', 'utf8'], { input: '' }).error === undefined;

describe('the manual page', () => {
  it('tells of every command, with its examples', async () => {
    const { code, out } = await shippedgate(['help', '--man']);
    expect(code).toBe(0);
    const sections = [...out.matchAll(/^\.SS "(\S+)/gm)].map(([, name = '']) =>
      name.replaceAll('\\-', '-'),
    );
    expect(sections).toEqual(commands);
    const plain = out.replaceAll('\\-', '-');
    expect(lines.filter((line) => !plain.includes(line))).toEqual([]);
  });

  // Only a reader of manual pages can say whether this is one, and there is not one everywhere.
  it.skipIf(!MANDOC)('is without fault to mandoc, where that is installed', async () => {
    const { out } = await shippedgate(['help', '--man']);
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning'], {
      input: out,
      encoding: 'utf8',
    });
    // It has no date, so that the same sources make the same page.
    const said = stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'));
    expect(said).toEqual([]);
  });
});
