import { type Line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { hasKeySigns, keyName } from '../key-names.ts';
import { matcher } from '../model/filter.ts';
import { below } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import { heading, type Page } from '../views/page.ts';
import { NARROWED_LIST_KEYS } from './keys/kinds.ts';
import { NARROWING } from './keys/typing.ts';
import { PANES_SCREEN } from './panes.ts';
import { type Binding, isOffered, labelOf, type OverlayOf, type Screen } from './screen.ts';

/** Everything that can be done, by name. */
function commandsPage(
  session: Session,
  state: State,
  overlay: { filter: string; selected: number },
  columns: number,
): Page {
  const found = matchingCommands(session, state, overlay.filter);
  const signs = hasKeySigns(session.theme);
  if (found.length === 0)
    return {
      lines: paragraph(`Nothing is called "${overlay.filter}". Backspace erases.`, columns, 2),
      cursor: null,
    };
  const labels = found.map((entry) => labelOf(entry, state));
  const widest = Math.max(...labels.map((label) => label.length));
  let group = '';
  const rows = found.map((entry, index): ListRow => {
    const label = labels[index] ?? '';
    const above: Line[] = [];
    // What is looked for by a name stands in the order of how well it fits, and not by groups.
    if (overlay.filter.trim() === '' && entry.group !== group) {
      if (group !== '') above.push([]);
      group = entry.group;
      above.push(heading(group));
    }
    const gap = ' '.repeat(widest - label.length + 2);
    const key = keyName(entry.keys[0] ?? '', signs);
    return {
      above,
      spans: [text(label), text(gap), text(key.padEnd(9), 'title'), text(entry.help, 'quiet')],
    };
  });
  return listPage(session, rows, overlay.selected, columns);
}

/** What the palette of commands cannot do: moving a cursor is for keys. */
const NOT_OFFERED: readonly string[] = ['up', 'down', 'pageUp', 'pageDown', 'commands', 'close'];

/**
 * Everything that can be done from the panes, with every word of the filter in its name, its help or its group: first
 * what is called so, then what has it in its name, then what only speaks of it.
 */
export function matchingCommands(session: Session, state: State, filter: string): Binding[] {
  const matches = matcher(filter);
  const found = PANES_SCREEN.keys.filter(
    (entry) =>
      !NOT_OFFERED.includes(entry.id) &&
      isOffered(session, state, entry) &&
      matches(`${labelOf(entry, state)} ${entry.help} ${entry.group}`),
  );
  if (filter.trim() === '') return found;
  const rank = (entry: Binding) => {
    const label = labelOf(entry, state);
    if (!matches(label)) return 2;
    return label.toLowerCase().startsWith(filter.trim().toLowerCase()) ? 0 : 1;
  };
  return found.toSorted((left, right) => rank(left) - rank(right));
}

/** The palette of commands. */
export const COMMANDS: Screen<OverlayOf<'commands'>> = {
  title: 'Commands',
  about: 'Everything that can be done from the panes, with its key. Type to find it by name.',
  keys: NARROWED_LIST_KEYS,
  view: commandsPage,
  rows: (session, state, { filter }) => matchingCommands(session, state, filter).length,
  typing: NARROWING,
  enter(session, state, { filter, selected }) {
    const command = matchingCommands(session, state, filter)[selected];
    if (command === undefined) return state;
    const next = below(state);
    return command.does(session, next, next.overlays.at(-1) ?? null, PANES_SCREEN);
  },
};
