import { type Binding, KEYMAP } from '../keymap.ts';
import type { State } from '../state.ts';
import { matcher } from './filter.ts';

/** What the palette of commands cannot do: moving a cursor is for keys. */
const NOT_OFFERED: readonly string[] = ['up', 'down', 'pageUp', 'pageDown', 'commands', 'close'];

/** Whether a key has something to do where the state is: an exercise needs questions. */
export function isOffered(state: State, { action }: Binding): boolean {
  return action !== 'exercise' || state.scenarios.get(state.scenario)?.questions !== undefined;
}

/** Everything that can be done from the panes, with every word of the filter in its name, its help or its group. */
export function matchingCommands(state: State, filter: string): Binding[] {
  const matches = matcher(filter);
  return KEYMAP.filter((entry) => {
    const { modes, action, label, help, group } = entry;
    if (!isOffered(state, entry) || !modes.includes('panes') || NOT_OFFERED.includes(action))
      return false;
    return matches(`${label} ${help} ${group}`);
  });
}
