import { SECTIONS } from '../explain/what-if-choices.ts';
import { jsonIn } from '../load/json-in.ts';
import { type Agreement, partyReadings } from '../model/agreement.ts';
import type { Shelf } from './kept-work.ts';
import { type View, VIEWS } from './page-state.ts';
import { FIRST_SEEN, type Seen } from './seen.ts';

type Named = Pick<Agreement, 'id'>;
type Keeping = () => Pick<Shelf, 'setItem'>;
type Kept = () => Pick<Shelf, 'getItem'>;

/** Keeps how each view is looked at, for as long as the tab is open. */
export function keepSeen(shelf: Keeping, agreement: Named, seen: Seen): void {
  keep(shelf, keyOf('seen', agreement), seen);
}

/** How each view was looked at before the tab was loaded again; as it is at first in all that is not kept. */
export function keptSeen(shelf: Kept, agreement: Agreement): Seen {
  const kept = keptIn(shelf, keyOf('seen', agreement));
  const sought = fieldsOf(kept['sought']);
  const readings = ['', ...partyReadings(agreement).map(({ id }) => id)];
  return {
    section: SECTIONS.find((each) => each === kept['section']) ?? FIRST_SEEN.section,
    filter: textIn(kept['filter']),
    comparedAt: typeof kept['comparedAt'] === 'number' ? kept['comparedAt'] : null,
    sought: {
      speaker: textIn(sought['speaker']),
      region: textIn(sought['region']),
      kind: textIn(sought['kind']),
      isDisputed: sought['isDisputed'] === true,
      words: textIn(sought['words']),
    },
    hasAllLanes: kept['hasAllLanes'] === true,
    whose: readings.find((each) => each === kept['whose']) ?? null,
    exercise: textIn(kept['exercise']) || null,
    who: textIn(kept['who']),
    opened: Object.fromEntries(
      Object.entries(fieldsOf(kept['opened'])).flatMap(([title, isOpen]) =>
        typeof isOpen === 'boolean' ? [[title, isOpen]] : [],
      ),
    ),
    wholeBranch: textIn(kept['wholeBranch']) || null,
  };
}

/** Keeps how far down each view was left, in pixels. */
export function keepLeft(shelf: Keeping, agreement: Named, left: ReadonlyMap<View, number>): void {
  keep(shelf, keyOf('left', agreement), Object.fromEntries(left));
}

/** How far down each view was left before the tab was loaded again. */
export function keptLeft(shelf: Kept, agreement: Named): Map<View, number> {
  const kept = keptIn(shelf, keyOf('left', agreement));
  return new Map(
    VIEWS.flatMap((view) => {
      const top = kept[view];
      return typeof top === 'number' ? [[view, top] as const] : [];
    }),
  );
}

/** A page reads what was kept by pages of its own version. */
function keyOf(what: 'seen' | 'left', { id }: Named): string {
  return `phasegate-${what}-1:${id}`;
}

function keep(shelf: Keeping, key: string, value: object): void {
  try {
    shelf().setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing shows every view as it is at first.
  }
}

function keptIn(shelf: Kept, key: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(jsonIn(shelf().getItem(key) ?? ''));
  } catch {
    // What is refused is not there.
    return {};
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
