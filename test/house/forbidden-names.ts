import { agreementsIn, partiesOf, regionsIn, type Checkout } from './checkout.ts';

/** Places of the agreements that ship, besides the words that their own files give. */
const PLACES = ['gaza', 'rafah', 'highmeadow'];

/**
 * Patterns for what src/ must not name. A word of three letters or fewer (`us`) is too like English
 * to look for anywhere but as a whole string; a region id of one word (`talks`) is English.
 */
export function forbiddenNames(checkout: Checkout): RegExp[] {
  const parties = agreementsIn(checkout).flatMap((agreement) => partiesOf(checkout, agreement));
  const titles = parties
    .flatMap(({ title }) => title.split(/[()]/))
    .map((title) => title.trim().replace(/^(?:the|other|a|an)\s+/i, ''));
  const regions = regionsIn(checkout).filter((id) => /[a-z0-9][A-Z]/.test(id));
  const spaced = regions.map((id) => id.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' '));
  const names = new Set(
    [...PLACES, ...parties.map(({ id }) => id), ...titles, ...regions, ...spaced]
      .map((name) => name.toLowerCase())
      .filter((name) => name !== ''),
  );
  return [...names].map((name) => {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return name.length <= 3
      ? new RegExp(`(['"\`])${literal}\\1`, 'g')
      : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
  });
}

/** Identifiers such as `rafahGate` and `inRafah` as words of their own, in text of the same length or more. */
function withWordsApart(text: string): string {
  return text.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ');
}

/** Where src/ names something of an agreement; and agreements whose parties cannot be read. */
export function namesIn(checkout: Checkout): string[] {
  const patterns = forbiddenNames(checkout);
  const nameless = agreementsIn(checkout)
    .filter((agreement) => partiesOf(checkout, agreement).length < 2)
    .map((agreement) => `machines/${agreement}/parties.yaml gives no list of parties to look for`);
  const found = [...checkout.files]
    .filter(([file]) => file.startsWith('src/'))
    .flatMap(([file, text]) =>
      `${file}\n${text}`.split('\n').flatMap((line, index) => {
        const words = `${line}\n${withWordsApart(line)}`;
        return patterns.flatMap((pattern) => {
          const match = words.match(pattern)?.[0];
          return match === undefined ? [] : [`${file}${index === 0 ? '' : `:${index}`} ${match}`];
        });
      }),
    );
  return [...nameless, ...found];
}
