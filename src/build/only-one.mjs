import fs from 'node:fs';
import os from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 100;
const GIVE_UP_AFTER_MS = 10 * 60 * 1000;
/** A lock file is empty for the instant between its creation and its first write, never for seconds. */
const EMPTY_IS_ABANDONED_AFTER_MS = 5000;

/**
 * Runs `work` while no other process that uses the same lock file does; a second one waits its turn.
 * A lock whose owner died (kill -9, power cut) is taken over. Owners on another host cannot be asked
 * whether they live: for them the wait ends in an error that names the file, after ten minutes.
 *
 * @template T
 * @param {string} lockFile
 * @param {(line: string) => void} say told once when there is somebody to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onlyOne(lockFile, say, work) {
  const mine = `${process.pid} ${os.hostname()} ${Date.now().toString(36)}`;
  const startedAt = Date.now();
  let told = false;
  while (!claim(lockFile, mine)) {
    removeIfAbandoned(lockFile);
    if (Date.now() - startedAt > GIVE_UP_AFTER_MS) {
      throw new Error(
        `Waited ten minutes for another set-up. If none is running, delete ${lockFile}.`,
      );
    }
    if (!told && Date.now() - startedAt > 5 * POLL_MS) {
      say('waiting for another set-up of this checkout ...');
      told = true;
    }
    await wait(POLL_MS);
  }
  const release = () => {
    if (read(lockFile) === mine) fs.rmSync(lockFile, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/**
 * @param {string} lockFile
 * @param {string} owner
 */
function claim(lockFile, owner) {
  try {
    fs.writeFileSync(lockFile, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Only the holder of the token named after a dead owner may remove that owner's lock, and it looks
 * once more while holding it: so two processes that notice together cannot remove a third's new lock.
 * @param {string} lockFile
 */
function removeIfAbandoned(lockFile) {
  const owner = read(lockFile);
  if (owner === undefined || !isAbandoned(lockFile, owner)) return;
  const token = `${lockFile}.${owner.split(' ').at(-1)}`;
  if (!claim(token, '')) return;
  try {
    if (read(lockFile) === owner) fs.rmSync(lockFile, { force: true });
  } finally {
    fs.rmSync(token, { force: true });
  }
}

/**
 * @param {string} lockFile
 * @param {string} owner
 */
function isAbandoned(lockFile, owner) {
  if (owner === '') {
    const stats = fs.statSync(lockFile, { throwIfNoEntry: false });
    return stats !== undefined && Date.now() - stats.mtimeMs > EMPTY_IS_ABANDONED_AFTER_MS;
  }
  const [pid, host] = owner.split(' ');
  if (host !== os.hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
