import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { afterAll, expect, it } from 'vitest';
import { shippedgate } from '../cli/command-line.ts';

const shipped = fileURLToPath(new URL('../../machines/highmeadow/', import.meta.url));
const tutorial = path.join(shipped, 'README.md');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-tutorial-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Every fenced block, with the text before it; the last part is what stands behind all of them. */
const parts = fs
  .readFileSync(tutorial, 'utf8')
  .split(/^(```[^\n]*\n[\s\S]*?^```\n)/m)
  .map((text) => {
    const [, what = '', inside = ''] = /^```([^\n]*)\n([\s\S]*)^```\n$/m.exec(text) ?? [];
    return { text, what, inside };
  });

/** Runs what stands behind each `$`, and shows it with what it prints. */
async function inConsole(block: string): Promise<string> {
  let shown = '';
  for (const [, line = ''] of block.matchAll(/^\$ (.*)$/gm)) {
    shown += `$ ${line}\n`;
    const [program, ...words] = line.split(' ');
    if (program === 'phasegate') {
      const { out, error } = await shippedgate(words, { userFolder: folder, width: 100 });
      shown += `${out}${error}`.trim() + '\n';
    } else {
      expect(spawnSync(line, { cwd: folder, shell: true }).status).toBe(0);
    }
  }
  return shown;
}

/** The YAML files of an agreement, read, by their path in it. */
function contentOf(home: string): Record<string, unknown> {
  const names = fs.readdirSync(home, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted();
  return Object.fromEntries(
    files.map((name) => [name, parse(fs.readFileSync(path.join(home, name), 'utf8')) as unknown]),
  );
}

it('builds the accord that ships, file by file, and prints what it shows', async () => {
  let done = '';
  for (const { text, what, inside } of parts) {
    const [kind, name] = what.split(' ');
    if (kind === 'console') {
      done += `\`\`\`console\n${await inConsole(inside)}\`\`\`\n`;
      continue;
    }
    if (kind === 'yaml' && name !== undefined) fs.writeFileSync(path.join(folder, name), inside);
    done += text;
  }
  expect(contentOf(path.join(folder, 'accord'))).toEqual(contentOf(shipped));
  // Where the program says something else than it did, `vitest -u` writes it into the tutorial.
  await expect(done).toMatchFileSnapshot(tutorial);
});

it('ends with an accord of which nothing is to be mended', async () => {
  const there = (...words: string[]) =>
    shippedgate(['-A', 'accord', ...words], { userFolder: folder });
  const from = (...words: string[]) => shippedgate(['-A', 'highmeadow', ...words]);
  for (const words of [['check'], ['waits'], ['duties'], ['play', 'ostley-goes-first']])
    expect((await there(...words)).out).toBe((await from(...words)).out);
});
