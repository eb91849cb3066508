import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { LARGEST_FILE, tooLarge } from '../load/largest-file.ts';

/** Why a file could not be read, in words that follow its name, and what helps. */
export interface ReadError {
  readonly message: string;
  readonly hint: string | null;
}

/** A file's text, or why it could not be read. */
export type ReadResult<T = string> =
  | { readonly ok: true; readonly value: T; readonly error?: never }
  | { readonly ok: false; readonly value?: never; readonly error: ReadError };

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a UTF-8 text that someone else may have written; a byte order mark is dropped. Refuses whatever is not a
 * regular file without waiting for it (a FIFO would hang, `/dev/zero` never ends), files over {@link LARGEST_FILE},
 * and bytes that are not UTF-8.
 */
export function readText(path: string): ReadResult {
  const bytes = readBytes(path);
  return bytes.ok ? decoded(bytes.value) : bytes;
}

/** Whether there is anything at a path, readable or not. */
export function isThere(path: string): boolean {
  return fs.existsSync(path);
}

/** Bytes as the UTF-8 text that they are, or why they are none. */
export function decoded(bytes: Buffer): ReadResult {
  try {
    return { ok: true, value: UTF8.decode(bytes) };
  } catch {
    return failed(`is not UTF-8 text in line ${wrongLine(bytes)}`, hintOnEncoding(bytes));
  }
}

/** Reads a regular file's bytes, with the refusals of {@link readText}. */
export function readBytes(path: string): ReadResult<Buffer> {
  let descriptor: number;
  try {
    // Without O_NONBLOCK opening a FIFO waits for somebody to write to it.
    descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return failed(...reasonOf(error));
  }
  try {
    const stats = fs.fstatSync(descriptor);
    if (!stats.isFile()) return failed(`is ${kindOf(stats)}, not a file`, null);
    if (stats.size > LARGEST_FILE) return tooLarge();
    return readUpTo(descriptor, LARGEST_FILE);
  } catch (error) {
    return failed(...reasonOf(error));
  } finally {
    fs.closeSync(descriptor);
  }
}

/** What has been read stays in it only until the next read: every start reads some thirty files. */
const room = Buffer.allocUnsafeSlow(64 * 1024);

/** The size in a file's status is a promise only: the file may grow, and those under /proc say 0. */
function readUpTo(descriptor: number, most: number): ReadResult<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const read = fs.readSync(descriptor, room, 0, room.length, null);
    if (read === 0) return { ok: true, value: Buffer.concat(chunks) };
    chunks.push(Buffer.from(room.subarray(0, read)));
    total += read;
    if (total > most) return tooLarge();
  }
}

function failed(message: string, hint: string | null): { ok: false; error: ReadError } {
  return { ok: false, error: { message, hint } };
}

function kindOf(stats: fs.Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

/** The first line that is no UTF-8, from 1: no character has the byte of a line's end within it. */
function wrongLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; ; line += 1) {
    const end = bytes.indexOf('\n', from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

function hintOnEncoding(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex');
  return start === 'fffe' || start === 'feff'
    ? 'it looks like UTF-16: save it as UTF-8'
    : 'save it as UTF-8';
}

/**
 * Why a file could not be read, and how to mend it. Node's own messages repeat the path and the system call; a reader
 * needs neither.
 *
 * @throws the error itself where it has no code: then it is none of the system's, but a bug
 */
export function reasonOf(error: unknown): [message: string, hint: string | null] {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  switch (code) {
    case 'ENOENT':
      return ['is not there', null];
    case 'ENOTDIR':
      return ['is not there', 'a part of its path is a file, not a folder'];
    case 'EISDIR':
      return ['is a folder, not a file', null];
    case 'ENXIO':
      return ['is a socket or a device, not a file', null];
    case 'EACCES':
    case 'EPERM':
      return ['may not be read', 'check its permissions'];
    case 'ELOOP':
      return ['is a symbolic link that leads back to itself', null];
    case 'ENAMETOOLONG':
      return ['has too long a name', null];
    default:
      return [`could not be read (${code})`, null];
  }
}
