/**
 * Orders names as people count: `document-2.c4` before `document-2.c10`. Letters go by code unit, the same
 * everywhere; ICU would cost 10 ms at the first comparison.
 */
export function inNaturalOrder(left: string, right: string): number {
  const [lefts, rights] = [partsOf(left), partsOf(right)];
  for (const [index, part] of lefts.entries()) {
    const other = rights[index];
    if (other === undefined) return 1;
    const difference = compare(part, other);
    if (difference !== 0) return difference;
  }
  return lefts.length - rights.length;
}

/** A name's runs of digits, and what stands between them. */
function partsOf(name: string): string[] {
  return name.match(/\d+|\D+/g) ?? [];
}

function compare(left: string, right: string): number {
  const difference = DIGITS.test(left) && DIGITS.test(right) ? Number(left) - Number(right) : 0;
  if (difference !== 0) return difference;
  return left < right ? -1 : left > right ? 1 : 0;
}

const DIGITS = /^\d/;
