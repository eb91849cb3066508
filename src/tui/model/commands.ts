import { type Binding, KEYMAP } from '../keymap.ts';

/** What the palette of commands cannot do: moving a cursor is for keys. */
const NOT_OFFERED: readonly string[] = ['up', 'down', 'pageUp', 'pageDown', 'commands', 'close'];

/** Everything that can be done from the panes, with every word of the filter in its name, its help or its group. */
export function matchingCommands(filter: string): Binding[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return KEYMAP.filter(({ modes, action, label, help, group }) => {
    if (!modes.includes('panes') || NOT_OFFERED.includes(action)) return false;
    const text = `${label} ${help} ${group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
