import { keyName } from './key-names.ts';
import { isText, type Key } from './keys.ts';
import type { Preferences } from './preferences.ts';

/** As much of a screen as tells which keys can be commands on it. */
interface Taking {
  readonly typing?: unknown;
  readonly letter?: unknown;
}

/** A screen on which something is typed. */
export const WHERE_TYPED: Taking = { typing: true };

/**
 * The keys of a binding on a screen: those that the user has given it, as far as they type nothing there; where none is
 * left, those that it comes with.
 */
export function boundKeys(
  { keys }: Pick<Preferences, 'keys'>,
  screen: Taking,
  binding: { readonly id: string; readonly keys: readonly Key[] },
): readonly Key[] {
  const own = keys.get(binding.id);
  // What has no key on a screen is not given one by what has the same name on another.
  if (own === undefined || binding.keys.length === 0) return binding.keys;
  const usable = own.filter((key) => !types(screen, key));
  return usable.length === 0 ? binding.keys : usable;
}

/** Whether a key types something on a screen, or answers there. */
function types({ typing, letter }: Taking, key: Key): boolean {
  return (typing !== undefined && isText(key)) || (letter !== undefined && /^\p{Ll}$/u.test(key));
}

/** The key to name for what one binding does: where no screen is in question, or where something is typed. */
export function namedKey(
  preferences: Pick<Preferences, 'keys'>,
  id: string,
  comes: Key,
  screen: Taking = {},
): Key {
  return boundKeys(preferences, screen, { id, keys: [comes] })[0] ?? comes;
}

/** That key as it is said in a sentence. */
export function keySaid(
  { preferences }: { readonly preferences: Pick<Preferences, 'keys'> },
  id: string,
  comes: Key,
  screen: Taking = {},
): string {
  return keyName(namedKey(preferences, id, comes, screen), false);
}

interface Named {
  readonly id: string;
  readonly keys: readonly Key[];
}

/**
 * Words that name keys by what they do, in braces (`{close} goes back`), with the keys that do it on a screen.
 *
 * @throws Error where nothing on the screen is called so
 */
export function withKeys(
  { preferences }: { readonly preferences: Pick<Preferences, 'keys'> },
  screen: Taking & { readonly keys: readonly Named[]; readonly keysBelow?: readonly Named[] },
  words: string,
): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, id: string) => {
    const isIt = (each: Named) => each.id === id;
    const binding = screen.keys.find(isIt) ?? screen.keysBelow?.find(isIt);
    if (binding === undefined) throw new Error(`No key of this screen is called ${id}.`);
    return keyName(boundKeys(preferences, screen, binding)[0] ?? '', false);
  });
}
