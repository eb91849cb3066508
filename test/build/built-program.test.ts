import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { conditionsOf, NOTHING_ASKED } from '../../src/model/condition.ts';
import { MOST_WORLDS } from '../../src/model/worlds.ts';
import { loadShipped } from '../shipped.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = path.join(ROOT, 'dist');

/** How one command of the built program ended; the files it is given lie in a folder of its own. */
function phasegate(
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
): { code: number | null; out: string; error: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-built-'));
  try {
    for (const [name, text] of Object.entries(files))
      fs.writeFileSync(path.join(folder, name), text);
    const { INIT_CWD: _, PHASEGATE_TRACE: __, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(DIST, 'phasegate.js'), ...words],
      { cwd: folder, env, encoding: 'utf8' },
    );
    return { code: status, out: stdout, error: stderr };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** What is looked at together for an event under a reading, with everything that it hangs on unknown; the most there is. */
function tooMuchUnknown(): string[] {
  const { agreement } = loadShipped();
  const stagesOf = (region: string) => agreement.regions.get(region)?.stages.length ?? 1;
  const [largest] = [...agreement.readings.values()]
    .flatMap(({ positions }) =>
      [...positions].map(([event, statements]) => {
        const asked = statements.map((statement) => statement.asked);
        const required = agreement.events.get(event)?.requirement ?? NOTHING_ASKED;
        const looked = [required, ...asked].flatMap(conditionsOf).map(({ region }) => region);
        const home = agreement.events.get(event)?.home ?? '';
        const regions = [...new Set([home, ...looked])];
        const size = regions.reduce((product, region) => product * stagesOf(region), 1);
        return { event, regions, size };
      }),
    )
    .toSorted((left, right) => right.size - left.size);
  if (largest === undefined || largest.size <= MOST_WORLDS)
    throw new Error('Nothing shipped hangs on more than is looked at.');
  const unknown = largest.regions.flatMap((region) => ['--unknown', region]);
  return ['what-if', 'record', ...unknown, '--event', largest.event];
}

describe('errors in the built program', () => {
  it.each([
    {
      name: 'too much is unknown, found by what what-if loads',
      words: tooMuchUnknown(),
      error:
        /^phasegate: What is not known gives \d+ possible values, more than the \d+ that are looked at\. \[too-large\]\n {2}take fewer regions as unknown\n$/,
    },
    {
      name: 'a usage error of what-if',
      words: ['what-if', 'record', '--unknown', 'nosuch'],
      error: /^phasegate: there is no region "nosuch" \[unknown-id\]\n {2}known here: .*\n$/,
    },
    {
      name: 'a usage error of a search',
      words: ['plan', 'nosuch'],
      error: /^phasegate: "nosuch" is no goal: .*\n {2}\S.*\n$/,
    },
    {
      name: 'a usage error of a branch that is to be saved',
      words: ['what-if', 'record', '--save', 'there.yaml'],
      files: { 'there.yaml': '' },
      error:
        /^phasegate: there\.yaml is there already \[cannot-write\]\n {2}name another file, .*\n$/,
    },
    {
      name: 'content that the checks refuse',
      words: ['play', 'bad.yaml'],
      files: { 'bad.yaml': 'id: bad\nsteps: 1\n' },
      error: /^(bad\.yaml:.*\n {4}.*\n)+phasegate: \d+ problems in the content\n$/,
    },
    {
      name: 'content with more problems than anybody reads',
      words: ['play', 'many.yaml'],
      files: { 'many.yaml': 'a: &a 1\r'.repeat(500) },
      error:
        /^(many\.yaml:.*\n {4}.*\n){20}phasegate: \d+ problems in the content; \d+ of them are not shown\n$/,
    },
  ])('$name', ({ words, files = {}, error }) => {
    const came = phasegate(words, files);
    expect(came).toEqual({ code: 2, out: '', error: expect.stringMatching(error) as unknown });
  });
});

/** The JavaScript of the last build, by its path in `dist/`; what an older one left there does not count. */
function builtFiles(): Map<string, string> {
  const stamp = fs.readFileSync(path.join(DIST, '.built-from.json'), 'utf8');
  const { files } = JSON.parse(stamp) as { files: readonly string[] };
  return new Map(
    files
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, fs.readFileSync(path.join(DIST, file), 'utf8')]),
  );
}

/** The texts of all sources that are bundled. */
function sources(): string[] {
  const folder = path.join(ROOT, 'src');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('build'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

describe('the files of the build', () => {
  // The library is bundled apart from the command, for other bundlers, and the page for browsers: each has its own share.
  it.each([
    { of: 'the command', isIn: (file: string) => !/^(?:library|page)\//.test(file), least: 200 },
    { of: 'the page', isIn: (file: string) => file === 'page/page.js', least: 100 },
    { of: 'the library', isIn: (file: string) => file.startsWith('library/'), least: 200 },
  ])('hold the text of each source once in $of', ({ isIn, least }) => {
    const built = [...builtFiles()]
      .flatMap(([file, text]) => (isIn(file) ? [text] : []))
      .join('\n');
    const written = sources().join('\n');
    const timesIn = (text: string, part: string): number => text.split(part).length - 1;
    const said = [...written.matchAll(/'([A-Za-z]+ [A-Za-z ,.:-]{20,})'/g)]
      .map(([, text = '']) => text)
      .filter((text) => timesIn(written, text) === 1);
    const times = said.map((text) => [text, timesIn(built, text)] as const);
    expect(times.filter(([, count]) => count > 1)).toEqual([]);
    // What nothing uses is left out; nearly everything is used.
    expect(times.filter(([, count]) => count === 1).length).toBeGreaterThan(least);
  });

  it('are few where the command starts', () => {
    const loaded = loadedWith('phasegate.js');
    // More: a part that is loaded later shares what LOADED_AT_START in src/build/program.mjs does not lead to.
    expect(loaded.length).toBeLessThanOrEqual(3);
  });

  it('bring no reader of files along where an answer is made of content that has been read', () => {
    const built = builtFiles();
    const parts = [...built.keys()].filter((file) =>
      /^parts\/(check|unmet|levels|duties|exploring|branching)\b/.test(file),
    );
    const readers = [...built].flatMap(([file, text]) =>
      /ZodError|YAMLParseError/.test(text) ? [file] : [],
    );
    expect(parts.length).toBeGreaterThan(8);
    expect(readers.length).toBeGreaterThan(0);
    const loading = parts.filter((part) => loadedWith(part).some((file) => readers.includes(file)));
    expect(loading).toEqual([]);
  });
});

/** The files of the build that are loaded at once with one of them. */
function loadedWith(file: string): string[] {
  const built = builtFiles();
  const loaded = new Set([file]);
  // A set goes on over what is added to it meanwhile.
  for (const each of loaded) {
    const text = built.get(each) ?? '';
    for (const [, name = ''] of text.matchAll(/\b(?:from|import)"(\.{1,2}\/[^"]+)"/g))
      loaded.add(path.posix.join(path.posix.dirname(each), name));
  }
  expect([...loaded].filter((each) => !built.has(each))).toEqual([]);
  return [...loaded];
}
