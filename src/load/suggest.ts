/** Longer names are not compared: nobody mistypes them, and comparing takes the product of the lengths. */
const LONGEST_NAME = 80;

/** A sentence that offers the nearest of the candidates, null where none is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const known = [...candidates];
  const best = nearest(name, known) ?? containing(name, known);
  return best === null ? null : `did you mean ${best}?`;
}

/** The shortest candidate of which the name is a part that begins where a word does; null where it is too short to tell. */
function containing(name: string, candidates: readonly string[]): string | null {
  const part = plain(name);
  if (part.length < 4) return null;
  const found = candidates.filter((candidate) => {
    const words = candidate.split(/[-_. ]|(?=[A-Z])/);
    return words.some((_, first) =>
      plain(words.slice(first).join('')).startsWith(part.replaceAll('.', '')),
    );
  });
  return found.toSorted((left, right) => left.length - right.length)[0] ?? null;
}

/** Offers the nearest candidate, or else lists them all where they are few enough. */
export function didYouMeanOneOf(
  name: string,
  candidates: Iterable<string>,
  few = 12,
): string | null {
  const known = [...candidates];
  if (known.length === 0) return null;
  return (
    didYouMean(name, known) ?? (known.length <= few ? `known here: ${known.join(', ')}` : null)
  );
}

/** The candidate that takes the fewest edits to reach, at most a third of the name's length. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > LONGEST_NAME) return null;
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= fewest) continue;
    const edits = distance(plain(name), plain(candidate));
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** Capitals and separators are what people mix up most, so they do not count. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** Edits between two words: a letter added, dropped or changed, or two neighbours swapped. */
function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) edits = Math.min(edits, at(beforeLast, column - 2) + 1);
      current.push(edits);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, right.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
