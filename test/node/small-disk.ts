import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A disk of a few kilobytes in memory. */
export interface SmallDisk {
  readonly folder: string;
  readonly makeReadOnly: () => void;
  readonly remove: () => void;
}

const mount = (...words: string[]) => spawnSync('mount', words, { stdio: 'ignore' }).status === 0;

/** Mounts one; null where this machine or user may not. */
export function smallDisk(kilobytes: number): SmallDisk | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-disk-'));
  const isMounted = mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder);
  if (!isMounted) {
    fs.rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    makeReadOnly: () => {
      if (!mount('-o', 'remount,ro', folder))
        throw new Error('The disk could not be made read-only.');
    },
    remove: () => {
      spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
