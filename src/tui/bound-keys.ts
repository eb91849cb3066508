import { keyName } from './key-names.ts';
import { isText, type Key } from './keys.ts';
import type { Preferences } from './preferences.ts';

/** As much of a screen as tells which keys can be commands on it. */
interface Taking {
  readonly typing?: unknown;
  readonly letter?: unknown;
}

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
  if (own === undefined) return binding.keys;
  const usable = own.filter((key) => !types(screen, key));
  return usable.length === 0 ? binding.keys : usable;
}

/** Whether a key types something on a screen, or answers there. */
function types({ typing, letter }: Taking, key: Key): boolean {
  return (typing !== undefined && isText(key)) || (letter !== undefined && /^\p{Ll}$/u.test(key));
}

/** The key to name for what one binding does, where no screen is in question. */
export function namedKey({ keys }: Pick<Preferences, 'keys'>, id: string, comes: Key): Key {
  return keys.get(id)?.[0] ?? comes;
}

/** That key as it is said in a sentence. */
export function keySaid(
  { preferences }: { readonly preferences: Pick<Preferences, 'keys'> },
  id: string,
  comes: Key,
): string {
  return keyName(namedKey(preferences, id, comes), false);
}
