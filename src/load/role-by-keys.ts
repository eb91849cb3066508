import type { Role } from './layout.ts';

/** The keys at the top of a file that only one kind of file has, in the order in which they are looked for. */
const TELLING: readonly (readonly [key: string, role: Role])[] = [
  ['positions', 'reading'],
  ['party', 'reading'],
  ['claims', 'source'],
  ['document', 'source'],
  ['publisher', 'source'],
  ['steps', 'scenario'],
  ['branchesFrom', 'scenario'],
  ['replay', 'scenario'],
  ['questions', 'scenario'],
  ['tasks', 'scenario'],
  ['continues', 'scenario'],
  ['events', 'events'],
  ['regions', 'regions'],
  ['properties', 'properties'],
  ['speakers', 'parties'],
  ['parties', 'parties'],
  ['question', 'agreement'],
  ['extends', 'agreement'],
];

/** The kinds that readings and scenarios have. */
const KINDS: Readonly<Record<string, Role>> = {
  party: 'reading',
  terms: 'reading',
  documented: 'scenario',
  projected: 'scenario',
  hypothetical: 'scenario',
};

/** What a text is by its keys, whatever else is wrong with it; null where no content file has such keys. */
export function roleByKeys(text: string): Role | null {
  const keys = new Set([...text.matchAll(/^([A-Za-z]+):/gm)].map(([, key = '']) => key));
  const found = TELLING.find(([key]) => keys.has(key))?.[1];
  if (found !== undefined) return found;
  const kind = /^kind:[ \t]*['"]?(\w+)/m.exec(text)?.[1] ?? '';
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? null) : null;
}
