import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-'));
  made.push(folder);
  return folder;
}

/** The fictional agreement in a folder of its own, to be changed; the folder that it lies in. */
export function copyOfHarbour(): string {
  const folder = temporaryFolder();
  const harbour = fileURLToPath(new URL('../fixtures/harbour', import.meta.url));
  fs.cpSync(harbour, path.join(folder, 'harbour'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
  return folder;
}

/** Every file below a folder with its text, by its path from there. */
export function textsBelow(folder: string): Map<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => fs.statSync(path.join(folder, name)).isFile())
      .toSorted()
      .map((name) => [
        name.split(path.sep).join('/'),
        fs.readFileSync(path.join(folder, name), 'utf8'),
      ]),
  );
}
