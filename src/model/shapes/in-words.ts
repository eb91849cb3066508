/** An id as words, for a title that nobody wrote: `oneWayOffered` is one way offered, `calm.broken` is calm broken. */
export function inWords(id: string): string {
  return id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[.-]/g, ' ')
    .toLowerCase();
}

/** An id as the words that a sentence begins with. */
export function asSentence(id: string): string {
  const words = inWords(id);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
