import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveText } from '../../src/node/save-text.ts';
import type { Writer } from '../../src/node/temporary.ts';
import { reasonOf } from '../../src/node/read-text.ts';
import { writeReason } from '../../src/node/write-reason.ts';
import { smallDisk } from './small-disk.ts';

const writer: Writer = { pid: process.pid, isAlive: (pid) => pid === 4_000_001 };

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-save-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const save = (place: string, text: string, replace = false) =>
  saveText(place, text, { replace, writer });
const inFolder = (name: string) => path.join(folder, name);
const read = (name: string) => fs.readFileSync(inFolder(name), 'utf8');

describe('saving', () => {
  it('writes a new file and leaves nothing beside it', async () => {
    expect(await save(inFolder('a.yaml'), 'one\n')).toEqual({ ok: true });
    expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
    expect(read('a.yaml')).toBe('one\n');
  });

  it('never replaces a file without being told to', async () => {
    fs.writeFileSync(inFolder('a.yaml'), 'old');
    expect(await save(inFolder('a.yaml'), 'new')).toMatchObject({ ok: false, exists: true });
    expect(read('a.yaml')).toBe('old');
    expect(await save(inFolder('a.yaml'), 'new', true)).toEqual({ ok: true });
    expect(read('a.yaml')).toBe('new');
    expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('lets one of many have a name that all want at once', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
    const results = await Promise.all(texts.map((text) => save(inFolder('a.yaml'), text)));
    const won = results.findIndex((result) => result.ok);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(read('a.yaml')).toBe(texts[won]);
    expect(results.filter((result) => !result.ok && result.exists)).toHaveLength(19);
    expect(fs.readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('follows a link to the file and keeps its permissions', async () => {
    fs.writeFileSync(inFolder('real.yaml'), 'old', { mode: 0o640 });
    fs.symlinkSync('real.yaml', inFolder('link.yaml'));
    expect(await save(inFolder('link.yaml'), 'new', true)).toEqual({ ok: true });
    expect(read('real.yaml')).toBe('new');
    expect(fs.lstatSync(inFolder('link.yaml')).isSymbolicLink()).toBe(true);
    expect(fs.statSync(inFolder('real.yaml')).mode & 0o777).toBe(0o640);
  });

  it('sweeps what dead processes left, and nothing of the living or of others', async () => {
    const names = ['.phasegate-4000002-1.tmp', '.phasegate-4000001-1.tmp', '.other-4000002-1.tmp'];
    for (const name of names) fs.writeFileSync(inFolder(name), '');
    await save(inFolder('a.yaml'), 'one');
    expect(fs.readdirSync(folder).toSorted()).toEqual([
      '.other-4000002-1.tmp',
      '.phasegate-4000001-1.tmp',
      'a.yaml',
    ]);
  });

  it.each([
    ['a folder', '.', 'is a folder, not a file'],
    ['a place without a folder', 'no/where.yaml', 'would be in a folder that does not exist'],
    ['a place inside a file', 'file/x.yaml', 'would be in a folder that does not exist'],
    ['too long a name', `${'x'.repeat(300)}.yaml`, 'has too long a name'],
  ])('says what is wrong with %s', async (_, name, message) => {
    fs.writeFileSync(inFolder('file'), '');
    const result = await save(inFolder(name), 'text', true);
    expect(result).toMatchObject({ ok: false, exists: false, error: { message } });
    expect(fs.readdirSync(folder)).toEqual(['file']);
  });
});

describe('a disk that cannot take it', () => {
  const disk = smallDisk(64);
  afterAll(() => disk?.remove());

  // Mounting takes a right that not every machine gives to tests; the messages are tested below all the same.
  it.skipIf(disk === null)(
    'leaves the old file as it was when it is full, and says so',
    async () => {
      if (disk === null) return;
      const place = path.join(disk.folder, 'a.yaml');
      expect(await save(place, 'old\n')).toEqual({ ok: true });
      const result = await save(place, 'x'.repeat(200_000), true);
      expect(result).toMatchObject({
        ok: false,
        error: {
          message: 'could not be saved: the disk is full',
          hint: 'make room, or save it elsewhere',
        },
      });
      expect(fs.readFileSync(place, 'utf8')).toBe('old\n');
      expect(fs.readdirSync(disk.folder)).toEqual(['a.yaml']);
      expect(await save(place, 'shorter\n', true)).toEqual({ ok: true });
    },
  );

  // Mounting takes a right, as above.
  it.skipIf(disk === null)(
    'leaves the old file as it was when it can only be read, and says so',
    async () => {
      if (disk === null) return;
      disk.makeReadOnly();
      const place = path.join(disk.folder, 'a.yaml');
      const before = fs.readFileSync(place, 'utf8');
      expect(await save(place, 'new', true)).toMatchObject({
        ok: false,
        exists: false,
        error: { message: 'is on a disk that can only be read' },
      });
      expect(await save(path.join(disk.folder, 'b.yaml'), 'new')).toMatchObject({ ok: false });
      expect(fs.readFileSync(place, 'utf8')).toBe(before);
    },
  );

  it.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EIO'])(
    'has words for %s',
    (code) => {
      const [message] = writeReason(Object.assign(new Error(`${code}: open '/x'`), { code }));
      expect(message).not.toContain('/x');
      expect(message.length).toBeGreaterThan(10);
    },
  );

  it('has none for what is a bug', () => {
    const bug = new TypeError('it has no name');
    expect(() => writeReason(bug)).toThrow(bug);
    expect(() => reasonOf(bug)).toThrow(bug);
  });
});
