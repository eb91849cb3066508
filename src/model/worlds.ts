/**
 * One way things may stand: a stage for every region, and `taken` under the id of every event that has been taken and
 * not been undone since. (An event's id has a dot in it and a region's has none, so they never meet.)
 */
export type World = Readonly<Record<string, string>>;

/** What hangs together and is not known: the values that some keys may have, each world giving all of them. */
export interface OpenPart {
  readonly keys: readonly string[];
  readonly worlds: readonly World[];
}

/**
 * All the ways things may stand: what is the same in all of them, and the parts that are open, which do not depend on
 * each other. Their number is the product of the parts' sizes, and nothing here ever multiplies them out.
 */
export interface Worlds {
  readonly known: World;
  readonly open: readonly OpenPart[];
}

/** Marks an event as taken. */
export const TAKEN = 'taken';

/** A question multiplies the open parts that it touches up to this many worlds; one that would need more is an error. */
export const MOST_WORLDS = 4096;

/** What is not known gives more worlds than are looked at. */
export class TooManyWorldsError extends Error {}

/** The values that a key may have; undefined among them where some worlds do not have it. */
export function valuesOf({ known, open }: Worlds, key: string): (string | undefined)[] {
  const part = open.find(({ keys }) => keys.includes(key));
  if (part === undefined) return [known[key]];
  return [...new Set(part.worlds.map((world) => world[key]))];
}

/** The value that a key has in all worlds, or `unknown`. */
export function soleValue(worlds: Worlds, key: string): string {
  const [first, ...others] = valuesOf(worlds, key);
  return others.length === 0 ? (first ?? 'unknown') : 'unknown';
}

/**
 * Every combination of what some keys may be, as whole worlds: what the keys do not hang together with stands as it
 * does in the first world of its part.
 *
 * @throws TooManyWorldsError beyond {@link MOST_WORLDS}
 */
export function worldsOver({ known, open }: Worlds, keys: readonly string[]): World[] {
  if (open.length === 0) return [known];
  let worlds: World[] = [known];
  for (const part of open) {
    if (!part.keys.some((key) => keys.includes(key))) {
      const [first = {}] = part.worlds;
      worlds = worlds.map((world) => ({ ...world, ...first }));
      continue;
    }
    const size = worlds.length * part.worlds.length;
    if (size > MOST_WORLDS)
      throw new TooManyWorldsError(
        `What is not known gives ${size} possible values, more than the ${MOST_WORLDS} that are looked at.`,
      );
    worlds = worlds.flatMap((world) => part.worlds.map((choice) => ({ ...world, ...choice })));
  }
  return worlds;
}

/**
 * The worlds after something has happened that looks at some keys and changes no others.
 *
 * @param keys what it looks at or may change
 * @param change what becomes of a world: one or several; it leaves all other keys as they are
 */
export function changed(
  worlds: Worlds,
  keys: readonly string[],
  change: (world: World) => readonly World[],
): Worlds {
  const touched = worlds.open.filter((part) => part.keys.some((key) => keys.includes(key)));
  const untouched = worlds.open.filter((part) => !touched.includes(part));
  const after = worldsOver(worlds, keys).flatMap(change);
  const own = new Set([...keys, ...touched.flatMap((part) => part.keys)]);
  return normalised(worlds.known, untouched, [...own], after);
}

/** Both what may be the case in the one and what may be in the other, for worlds that differ in some keys only. */
export function either(left: Worlds, right: Worlds, keys: readonly string[]): Worlds {
  const touching = new Set(keys);
  for (let before = -1; before !== touching.size;) {
    before = touching.size;
    for (const part of [...left.open, ...right.open])
      if (part.keys.some((key) => touching.has(key)))
        for (const key of part.keys) touching.add(key);
  }
  const own = [...touching];
  const untouched = left.open.filter((part) => !part.keys.some((key) => touching.has(key)));
  return normalised(left.known, untouched, own, [
    ...worldsOver(left, own),
    ...worldsOver(right, own),
  ]);
}

/** Puts what is the same in all worlds with the known, and leaves the rest as one open part. */
function normalised(
  known: World,
  untouched: readonly OpenPart[],
  keys: readonly string[],
  worlds: readonly World[],
): Worlds {
  const rest: Record<string, string> = { ...known };
  const open: string[] = [];
  const [first = {}] = worlds;
  for (const key of keys) {
    const value = first[key];
    const isOpen = worlds.some((world) => world[key] !== value);
    if (isOpen) open.push(key);
    if (!isOpen && value !== undefined) rest[key] = value;
    // An object that something was deleted from takes several times as long to copy, and every step copies it.
    else if (key in rest) delete rest[key];
  }
  if (open.length === 0) return { known: rest, open: untouched };
  const distinct = new Map<string, World>();
  for (const world of worlds) {
    const own: Record<string, string> = {};
    for (const key of open) {
      const value = world[key];
      if (value !== undefined) own[key] = value;
    }
    distinct.set(open.map((key) => own[key] ?? '').join(' '), own);
  }
  return { known: rest, open: [...untouched, { keys: open, worlds: [...distinct.values()] }] };
}
