import type { Key } from './keys.ts';

/** What a user has set once for all sessions. */
export interface Preferences {
  /** Keys by what they do: the id of a binding. What is not there has the keys that it comes with. */
  readonly keys: ReadonlyMap<string, readonly Key[]>;
  /** Whether the mouse is listened to from the beginning. */
  readonly mouse: boolean;
}

export const AS_IT_COMES: Preferences = { keys: new Map(), mouse: true };
