import type { Bench, Spot } from './branches.ts';

/** Something that the user did to their branches. */
export interface Entry {
  readonly label: string;
  readonly before: { readonly bench: Bench; readonly place: Spot };
  readonly after: { readonly bench: Bench; readonly place: Spot };
}

/** What was done, and how much of it stands: the entries from `done` on were undone. */
export interface History {
  readonly entries: readonly Entry[];
  readonly done: number;
}

export const NOTHING_DONE: History = { entries: [], done: 0 };

/** The history with one thing more; what was undone before it can no longer be redone. */
export function recorded(history: History, entry: Entry): History {
  const entries = [...history.entries.slice(0, history.done), entry];
  return { entries, done: entries.length };
}

export interface Stepped {
  readonly history: History;
  readonly entry: Entry;
  readonly bench: Bench;
  readonly place: Spot;
}

/** The last thing undone. Redoing it leads back to where the user is now, not to where they were then. */
export function undone(history: History, now: Spot): Stepped | null {
  const entry = history.entries[history.done - 1];
  if (entry === undefined) return null;
  const left = { ...entry, after: { ...entry.after, place: now } };
  return {
    history: { entries: history.entries.with(history.done - 1, left), done: history.done - 1 },
    entry,
    bench: entry.before.bench,
    place: entry.before.place,
  };
}

/** The last thing undone, done again. */
export function redone(history: History, now: Spot): Stepped | null {
  const entry = history.entries[history.done];
  if (entry === undefined) return null;
  const left = { ...entry, before: { ...entry.before, place: now } };
  return {
    history: { entries: history.entries.with(history.done, left), done: history.done + 1 },
    entry,
    bench: entry.after.bench,
    place: entry.after.place,
  };
}
