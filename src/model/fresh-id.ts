/** A name of the machine's (`region.verbDone`) as an id of words joined by hyphens (`region-verb-done`). */
export function wordsOf(name: string): string {
  return name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();
}

/** An id that begins with a letter, made from free text; the fallback where no letter is left of it. */
export function idFrom(text: string, fallback: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll("'", '').toLowerCase();
  const words = wordsOf(plain).replace(/^[^a-z]+/, '');
  const short = words.slice(0, 48).replace(/-+$/, '');
  return short === '' || RESERVED.has(short) ? fallback : short;
}

/** The words that content refuses as ids. */
const RESERVED = new Set('constructor prototype unknown reported everyone anyone every'.split(' '));

/** The id wished for, or the first of `-2`, `-3` and so on that is free. */
export function freshId(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish;
  let number = 2;
  while (taken.has(`${wish}-${number}`)) number += 1;
  return `${wish}-${number}`;
}
