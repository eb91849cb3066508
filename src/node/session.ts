import fs from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { KeptExercise, SavedSession } from '../model/saved-session.ts';
import { sha256 } from '../load/hash.ts';
import { LARGEST_FILE } from '../load/largest-file.ts';
import { sessionOf } from '../load/session-shape.ts';
import { withoutOldest } from '../model/kept-history.ts';
import { type ReadError, readText } from './read-text.ts';
import { claim, sweep, syncFolder, type Writer, writeTemporary } from './temporary.ts';
import { writeReason } from './write-reason.ts';

const VERSION = 1;

/** How many of its own revisions a session leaves: should the newest not be readable, another is. */
const OWN_REVISIONS = 4;
/** How many revisions there are of all sessions together, before the oldest go. */
const ALL_REVISIONS = 200;

/** What can be gone on with, and what cannot be read. */
export interface KeptWork {
  /** The newest session that left branches; null where there is none. */
  readonly work: FoundSession | null;
  /** The exercise that is under way by it or by a newer session. */
  readonly exercise: KeptExercise | null;
  /** The task that is taken up by the newest session; null where none is. */
  readonly task: NonNullable<SavedSession['cursor']['task']> | null;
  /** A notice for each file, no older than that session, that could not be read. */
  readonly notices: readonly string[];
}

/** A session as found on the disk. */
export interface FoundSession {
  readonly revision: number;
  /** Which session it is a revision of. */
  readonly id: string;
  /** When it was saved, as the one who saved it told the time. */
  readonly savedAt: string;
  readonly session: SavedSession;
}

/** Sessions, newest first; a notice for each file that could not be read. */
export interface FoundSessions {
  readonly sessions: readonly FoundSession[];
  readonly notices: readonly string[];
}

/** Where a session is kept, and as whose. */
export interface SessionStoreOptions {
  /** The folder of all sessions; it is made when the first is saved. */
  readonly folder: string;
  /** Names this session among others. */
  readonly id: string;
  readonly writer: Writer;
  /** The time, for people to tell sessions apart. */
  readonly now: () => string;
}

/**
 * Keeps a session safe while it goes on. Each save is a file of its own with the next number, which link(2) claims, so
 * that two sessions never take each other's; it is on the disk before the save settles. Saves wait for one another,
 * and of several that wait only the newest is written.
 */
export class SessionStore {
  readonly #options: SessionStoreOptions;
  readonly #own: number[] = [];
  #last: Promise<ReadError | null> = Promise.resolve(null);
  #waiting: { session: SavedSession; saved: Promise<ReadError | null> } | null = null;

  constructor(options: SessionStoreOptions) {
    this.#options = options;
  }

  /** @returns null once the session is on the disk, or why it could not be saved */
  save(session: SavedSession): Promise<ReadError | null> {
    if (this.#waiting !== null) {
      this.#waiting.session = session;
      return this.#waiting.saved;
    }
    const waiting = { session, saved: this.#last };
    waiting.saved = this.#last.then(async () => {
      this.#waiting = null;
      return this.#write(waiting.session);
    });
    this.#waiting = waiting;
    this.#last = waiting.saved;
    return waiting.saved;
  }

  async #write(session: SavedSession): Promise<ReadError | null> {
    const { folder, id, writer, now } = this.#options;
    let temporary: string | null = null;
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      if (this.#own.length === 0) await sweep(folder, writer);
      const text = sessionText(session, id, now());
      temporary = await writeTemporary(path.join(folder, 'session'), text, writer, 0o600);
      const revision = await claimNext(folder, temporary, (this.#own.at(-1) ?? 0) + 1);
      await syncFolder(folder);
      this.#own.push(revision);
      await this.#prune();
      return null;
    } catch (error) {
      const [message, hint] = writeReason(error);
      return { message: `the session ${message}`, hint };
    } finally {
      if (temporary !== null) await fs.rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  /** Only now that a newer one is safe may older ones go. */
  async #prune(): Promise<void> {
    const { folder } = this.#options;
    const old = this.#own.splice(0, Math.max(0, this.#own.length - OWN_REVISIONS));
    const all = await revisionsIn(folder);
    const surplus = all.slice(0, Math.max(0, all.length - ALL_REVISIONS));
    for (const revision of new Set([...old, ...surplus]))
      await fs.rm(placeOf(folder, revision), { force: true }).catch(() => undefined);
  }
}

/**
 * The newest readable revision of each session in a folder. Files that are damaged, half-written or of another version
 * are left alone and told of.
 */
export async function findSessions(folder: string): Promise<FoundSessions> {
  const sessions = new Map<string, FoundSession>();
  const notices: string[] = [];
  for (const found of await newestFirst(folder))
    if (typeof found === 'string') notices.push(found);
    else if (!sessions.has(found.id)) sessions.set(found.id, found);
  return { sessions: [...sessions.values()], notices };
}

/**
 * Sessions without those that a newer one has all the work of, as one has that was only gone on with.
 *
 * @param sessions the newest first
 */
export function withoutRepeats(sessions: readonly FoundSession[]): readonly FoundSession[] {
  const different: FoundSession[] = [];
  for (const found of sessions)
    if (!different.some((newer) => isAlike(newer.session, found.session))) different.push(found);
  return different;
}

/** Whether the same work is in both, wherever each was left. */
function isAlike(left: SavedSession, right: SavedSession): boolean {
  const workIn = ({ agreement, folder, branches, exercise, cursor }: SavedSession) =>
    [agreement, folder, branches, exercise ?? null, cursor.task ?? null] as const;
  return isDeepStrictEqual(workIn(left), workIn(right));
}

/** The newest work among the sessions of a kind. No file is read that is older. */
export async function newestWork(
  folder: string,
  isWanted: (session: SavedSession) => boolean,
): Promise<KeptWork> {
  const notices: string[] = [];
  const files = await newestFirst(folder);
  const readable = (function* readEach() {
    for (const found of files)
      if (typeof found === 'string') notices.push(found);
      else yield found;
  })();
  const hasBranches = ({ branches }: SavedSession) => branches.length > 0;
  const found = newestOf(readable, isWanted, hasBranches);
  return {
    work: found !== null && hasBranches(found.session) ? found : null,
    exercise: found?.session.exercise ?? null,
    task: found?.session.cursor.task ?? null,
    notices,
  };
}

/**
 * The newest of the sessions that are wanted: of those with work in them, where there are any. What a newer one says of
 * an exercise holds for it, and be it that the exercise is over; and so does the task that the newest has taken up, or
 * that it has none, since whoever begins has the one that was taken up before.
 *
 * @param sessions the newest first; none is asked for behind the one that is found
 */
export function newestOf(
  sessions: Iterable<FoundSession>,
  isWanted: (session: SavedSession) => boolean,
  isWork: (session: SavedSession) => boolean,
): FoundSession | null {
  let newest: FoundSession | null = null;
  let exercise: SavedSession['exercise'];
  const goingOn = (found: FoundSession): FoundSession => {
    const { task: _, ...cursor } = found.session.cursor;
    const task = newest?.session.cursor.task;
    const session = {
      ...found.session,
      cursor: { ...cursor, ...(task === undefined ? {} : { task }) },
    };
    return { ...found, session: exercise === undefined ? session : { ...session, exercise } };
  };
  for (const found of sessions) {
    if (!isWanted(found.session)) continue;
    newest ??= found;
    if (exercise === undefined) exercise = found.session.exercise;
    if (isWork(found.session)) return goingOn(found);
  }
  return newest === null ? null : goingOn(newest);
}

/** Every revision as it is read, the newest first; a notice for a file that cannot be read. */
async function newestFirst(folder: string): Promise<Iterable<FoundSession | string>> {
  const revisions = (await revisionsIn(folder)).toReversed();
  return (function* readEach() {
    for (const revision of revisions) {
      const place = placeOf(folder, revision);
      const text = readText(place);
      // Another process may have pruned it since the folder was read.
      if (!text.ok && text.error.message === 'is not there') continue;
      const found = text.ok ? readSession(text.value, revision) : text.error.message;
      yield typeof found === 'string' ? `${path.basename(place)} ${found}: skipped` : found;
    }
  })();
}

function placeOf(folder: string, revision: number): string {
  return path.join(folder, `${String(revision).padStart(8, '0')}.session`);
}

/** Revisions that are there, the oldest first. */
async function revisionsIn(folder: string): Promise<number[]> {
  const names = await fs.readdir(folder).catch(() => []);
  return names
    .flatMap((name) => /^(\d{8,15})\.session$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((left, right) => left - right);
}

/** Gives the temporary file the next number that nobody else has taken. */
async function claimNext(folder: string, temporary: string, atLeast: number): Promise<number> {
  const newest = (await revisionsIn(folder)).at(-1) ?? 0;
  for (let revision = Math.max(newest + 1, atLeast); ; revision += 1) {
    try {
      await claim(temporary, placeOf(folder, revision));
      return revision;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A first line with version and checksum, then one JSON object. What was done longest ago goes where it is too large. */
function sessionText(session: SavedSession, id: string, savedAt: string): string {
  let { history } = session;
  for (;;) {
    const body = JSON.stringify({ id, savedAt, ...session, history });
    const text = `phasegate-session ${VERSION} ${sha256(body)}\n${body}\n`;
    // What is larger could be saved and not be read again.
    if (Buffer.byteLength(text) <= LARGEST_FILE || history === null) return text;
    history = withoutOldest(history, Math.ceil(history.entries.length / 2));
  }
}

function readSession(text: string, revision: number): FoundSession | string {
  const [head = '', body = ''] = text.split('\n', 2);
  const [, version, checksum] = /^phasegate-session (\d+) ([0-9a-f]{64})$/.exec(head) ?? [];
  if (version === undefined) return 'is not a session';
  if (Number(version) !== VERSION) return `is a session of version ${version}`;
  if (sha256(body) !== checksum) return 'is damaged or not whole';
  const read = sessionOf(body);
  return typeof read === 'string' ? read : { revision, ...read };
}
