import { z } from 'zod';
import type { SavedSession } from '../model/saved-session.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { jsonIn } from './json-in.ts';

const place = z.int().min(0);
const position = z.int().min(-1);
const named = z.looseObject({ id: z.string(), title: z.string() });

/** A branch as far as it must be one to be told of; all else of it is checked as a file's, and may be left out for it. */
const branch = z.custom<ScenarioFile>(
  (value) =>
    named.extend({ steps: z.array(z.looseObject({ id: z.string() })) }).safeParse(value).success,
  'is no branch',
);
const bench = z.object({ branches: z.array(place), scenario: z.string(), position });
const history = z.object({
  done: place,
  steps: z.array(z.custom<ScenarioFile['steps'][number]>((value) => isRecord(value))),
  versions: z.array(
    z.custom<NonNullable<SavedSession['history']>['versions'][number]>(
      (value) => named.extend({ steps: z.array(place) }).safeParse(value).success,
      'is no version of a branch',
    ),
  ),
  entries: z.array(z.object({ label: z.string(), before: bench, after: bench })),
});
const exercise = z.object({
  scenario: z.string(),
  answers: z.array(z.object({ question: z.string(), chosen: z.array(z.string()) })),
  isMarked: z.boolean(),
  picked: z.array(z.string()),
  picksNone: z.boolean().exactOptional(),
  who: z.string(),
  isOpen: z.boolean(),
});

/** What a file of a session holds, as of its first version. */
const keptSession = z.object({
  id: z.string(),
  savedAt: z.string(),
  agreement: z.string(),
  // Sessions had no folder before there were agreements of the user's own.
  folder: z.string().nullable().default(null),
  branches: z.array(branch),
  cursor: z.object({
    scenario: z.string(),
    position,
    run: z.string().nullable(),
    task: z.object({ scenario: z.string(), task: z.string() }).exactOptional(),
  }),
  history: history.nullable(),
  exercise: exercise.nullable().exactOptional(),
});

/** A session with what names it among others. */
export interface NamedSession {
  readonly id: string;
  readonly savedAt: string;
  readonly session: SavedSession;
}

/**
 * Reads a session from its JSON.
 *
 * @returns the session, or where its form is another, as the end of a sentence that begins with the file's name
 */
export function sessionOf(text: string): NamedSession | string {
  const data = jsonIn(text);
  if (data === undefined) return 'has not the form of a session: it is no JSON, or nested too deep';
  const read = keptSession.safeParse(data);
  if (!read.success) {
    const { path = [] } = read.error.issues[0] ?? {};
    return path.length === 0
      ? 'has not the form of a session'
      : `has not the form of a session at ${path.join('.')}`;
  }
  const { id, savedAt, ...session } = read.data;
  return { id, savedAt, session };
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
