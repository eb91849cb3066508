import type { ConfigFile } from '../model/shapes/config-file.ts';
import type { Key } from './keys.ts';

/** What a user has set once for all sessions. */
export interface Preferences extends Pick<ConfigFile, 'colours' | 'tones' | 'mouse' | 'ascii'> {
  /** Keys by what they do: the id of a binding. What is not there has the keys that it comes with. */
  readonly keys: ReadonlyMap<string, readonly Key[]>;
}

export const AS_IT_COMES: Preferences = {
  keys: new Map(),
  colours: 'default',
  tones: {},
  mouse: true,
};
