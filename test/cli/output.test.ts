import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../dist/phasegate.js', import.meta.url));
const FULL = '/dev/full';
const COMMANDS = [
  ['verify'],
  ['check', 'phaseTwo'],
  ['play', 'record', '--json'],
  ['export', '--format', 'json'],
];

describe('output that cannot be written', () => {
  // The device is Linux's own: elsewhere there is nothing that is always full.
  it.skipIf(!fs.existsSync(FULL))('is one line and a mend, exit code 2', () => {
    for (const words of COMMANDS) {
      const full = fs.openSync(FULL, 'w');
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      fs.closeSync(full);
      const lines =
        'phasegate: the output could not be saved: the disk is full [cannot-write]\n  make room, or save it elsewhere\n';
      expect([words, status, stderr]).toEqual([words, 2, lines]);
    }
  });
});
