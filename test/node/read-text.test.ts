import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listContent } from '../../src/node/list-content.ts';
import { LARGEST_FILE } from '../../src/load/largest-file.ts';
import { readBytes, readText } from '../../src/node/read-text.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-files-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function written(name: string, data: string | Uint8Array): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, data);
  return file;
}

const isPosix = process.platform !== 'win32';

describe('readText', () => {
  it('reads text in any script', () => {
    const text = 'title: Größe، שלום 🕊️\r\n';
    expect(readText(written('a.yaml', text))).toEqual({ ok: true, value: text });
  });

  it('drops a byte order mark', () => {
    expect(readText(written('bom.yaml', '\uFEFFa: 1\n'))).toEqual({ ok: true, value: 'a: 1\n' });
  });

  it('reads up to the limit, and no byte more', () => {
    const most = written('most.yaml', 'x'.repeat(LARGEST_FILE));
    expect(readText(most).value).toHaveLength(LARGEST_FILE);
    expect(readText(written('more.yaml', 'x'.repeat(LARGEST_FILE + 1)))).toEqual({
      ok: false,
      error: {
        message: 'is larger than 1024 KiB',
        hint: 'split it, or check that it is the file you meant',
      },
    });
  });

  it.each([
    ['bytes that are no UTF-8', Uint8Array.of(0x61, 0xff, 0x62), 1, 'save it as UTF-8'],
    ['a byte in the third line', Uint8Array.of(10, 0x61, 10, 0xff, 10), 3, 'save it as UTF-8'],
    ['a character cut in two', Uint8Array.of(0x61, 10, 0xc3), 2, 'save it as UTF-8'],
    ['a character with a line within', Uint8Array.of(0xc3, 10, 0xa9), 1, 'save it as UTF-8'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 1, 'it looks like UTF-16: save it as UTF-8'],
  ])('refuses %s', (name, bytes, line, hint) => {
    expect(readText(written(`${name}.yaml`, bytes))).toEqual({
      ok: false,
      error: { message: `is not UTF-8 text in line ${line}`, hint },
    });
  });

  it('says what is not there', () => {
    expect(readText(path.join(folder, 'nowhere.yaml')).error?.message).toBe('is not there');
    const inside = path.join(written('file', ''), 'inside.yaml');
    expect(readText(inside).error?.message).toBe('is not there');
  });

  it('refuses a folder', () => {
    expect(readText(folder).error?.message).toBe('is a folder, not a file');
  });

  // Windows has neither named pipes in the file system, nor these devices, nor links without a privilege.
  describe.skipIf(!isPosix)('on POSIX', () => {
    it('refuses a named pipe without waiting for it', () => {
      const pipe = path.join(folder, 'pipe.yaml');
      execFileSync('mkfifo', [pipe]);
      expect(readText(pipe).error?.message).toBe('is a named pipe, not a file');
    });

    it.each(['/dev/zero', '/dev/null'])('refuses %s', (device) => {
      expect(readText(device).error?.message).toBe('is a device, not a file');
    });

    it('refuses a link in a circle', () => {
      const link = path.join(folder, 'circle.yaml');
      fs.symlinkSync(link, link);
      expect(readText(link).error?.message).toBe('is a symbolic link that leads back to itself');
    });

    it('follows a link to a file', () => {
      const link = path.join(folder, 'link.yaml');
      fs.symlinkSync(written('target.yaml', 'a: 1'), link);
      expect(readText(link)).toEqual({ ok: true, value: 'a: 1' });
    });
  });
});

describe('readBytes', () => {
  it('gives the bytes as they are', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0);
    expect([...(readBytes(written('bytes', bytes)).value ?? [])]).toEqual([...bytes]);
  });
});

describe('listContent', () => {
  it('lists YAML files in order, hidden ones and folders aside', () => {
    const inside = path.join(folder, 'content');
    fs.mkdirSync(path.join(inside, 'folder.yaml'), { recursive: true });
    for (const name of ['b.yaml', 'a.yml', 'B.yaml', '.swap.yaml', 'c.yaml~', 'notes.md'])
      fs.writeFileSync(path.join(inside, name), '');
    expect(listContent(inside)).toEqual({ ok: true, value: ['B.yaml', 'a.yml', 'b.yaml'] });
  });

  it('tells a folder that is not there from one that cannot be listed', () => {
    expect(listContent(path.join(folder, 'nowhere'))).toBeNull();
    expect(listContent(written('plain', ''))?.ok).toBe(false);
  });
});
