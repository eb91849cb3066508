/** Text as filters compare it: without case, and with letters as they are without their marks (`Älvsjö`, `alvsjo`). */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * What tells whether a text has every word of a filter in it; an empty filter lets everything pass. A slash before it,
 * which opens a filter elsewhere, is no part of it.
 */
export function matcher(filter: string): (text: string) => boolean {
  const words = folded(filter)
    .replace(/^\s*\/+/, '')
    .split(/\s+/)
    .filter(Boolean);
  return (text) => {
    if (words.length === 0) return true;
    const searched = folded(text);
    return words.every((word) => searched.includes(word));
  };
}
