import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BUILD = fileURLToPath(new URL('../../src/build', import.meta.url));

/** Stands for the bundler: an entry, and a part that is named by what the one source holds. */
const BUNDLER = `
import fs from 'node:fs';
export async function bundle(root, out) {
  const text = fs.readFileSync(root + '/src/source.txt', 'utf8');
  fs.mkdirSync(out + '/parts');
  fs.writeFileSync(out + '/parts/' + text + '.js', text);
  if (text === 'bad') throw new Error('The source is bad.');
  fs.writeFileSync(out + '/phasegate.js', 'loads ' + text);
  return ['parts/' + text + '.js', 'phasegate.js'];
}
`;

let checkout = '';

/** A checkout with the set-up of this one, its dependencies there, and nothing built. */
beforeEach(() => {
  checkout = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-set-up-')));
  const build = path.join(checkout, 'src/build');
  fs.mkdirSync(build, { recursive: true });
  for (const name of ['set-up.mjs', 'only-one.mjs'])
    fs.copyFileSync(path.join(BUILD, name), path.join(build, name));
  fs.writeFileSync(path.join(build, 'bundle.mjs'), BUNDLER);
  const lock = '{}\n';
  fs.writeFileSync(path.join(checkout, 'package-lock.json'), lock);
  fs.mkdirSync(path.join(checkout, 'node_modules'));
  const installed = createHash('sha256').update(lock).digest('hex');
  fs.writeFileSync(
    path.join(checkout, 'node_modules/.phasegate-installed'),
    `${installed} ${process.platform}-${process.arch}\n`,
  );
});

afterEach(() => fs.rmSync(checkout, { recursive: true, force: true }));

/** Runs the set-up on a source. */
function setUp(source: string, ...words: string[]): { code: number | null; said: string } {
  fs.writeFileSync(path.join(checkout, 'src/source.txt'), source);
  const program = path.join(checkout, 'src/build/set-up.mjs');
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  return { code: status, said: stderr };
}

function built(): { entry: string; parts: string[] } {
  const dist = path.join(checkout, 'dist');
  return {
    entry: fs.readFileSync(path.join(dist, 'phasegate.js'), 'utf8'),
    parts: fs.readdirSync(path.join(dist, 'parts')).toSorted(),
  };
}

const BUILT = {
  code: 0,
  said: expect.stringMatching(
    /^(?:set-up: this clone is set up once: .*\n)?set-up: built dist\/ in .* s\n$/,
  ) as unknown,
};

describe('set-up', () => {
  it('builds what is not built, and again what has changed', () => {
    expect(setUp('one')).toEqual(BUILT);
    expect(setUp('one')).toEqual({ code: 0, said: '' });
    expect(setUp('one', '--force')).toEqual(BUILT);
    expect(setUp('two')).toEqual(BUILT);
    expect(built().entry).toBe('loads two');
  });

  it('says what it does and how long that may take, at the first start alone', () => {
    expect(setUp('one').said).toMatch(/set up once: .* half a minute/);
    expect(setUp('two').said).not.toContain('once');
  });

  it('builds anew where a file of the build is gone', () => {
    setUp('one');
    fs.rmSync(path.join(checkout, 'dist/parts/one.js'));
    expect(setUp('one')).toEqual(BUILT);
    expect(built()).toEqual({ entry: 'loads one', parts: ['one.js'] });
  });

  it('keeps the parts of the build before, for a program that is open, and none that are older', () => {
    setUp('one');
    setUp('two');
    expect(built()).toEqual({ entry: 'loads two', parts: ['one.js', 'two.js'] });
    setUp('three');
    expect(built()).toEqual({ entry: 'loads three', parts: ['three.js', 'two.js'] });
  });

  it('leaves nothing else with --clean', () => {
    setUp('one');
    setUp('two');
    fs.writeFileSync(path.join(checkout, 'dist/parts/stray.js'), '');
    expect(setUp('two', '--clean')).toEqual(BUILT);
    expect(built()).toEqual({ entry: 'loads two', parts: ['two.js'] });
  });

  it('leaves the build before as it was where a build fails', () => {
    setUp('one');
    expect(setUp('bad')).toEqual({
      code: 1,
      said: 'The source is bad.\nThe build failed.\nset-up: FAILED\n',
    });
    expect(built()).toEqual({ entry: 'loads one', parts: ['one.js'] });
    expect(fs.readdirSync(checkout).toSorted()).toEqual([
      'dist',
      'node_modules',
      'package-lock.json',
      'src',
    ]);
  });
});
