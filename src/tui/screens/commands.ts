import { type Line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { boundKeys } from '../bound-keys.ts';
import { hasKeySigns, keyName } from '../key-names.ts';
import { isText, type Key } from '../keys.ts';
import { matcher } from '../model/filter.ts';
import { below } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import { heading, type Page } from '../views/page.ts';
import { NARROWED_LIST_KEYS } from './keys/kinds.ts';
import { PANE_MOVING } from './keys/pane-moving.ts';
import { NARROWING } from './keys/typing.ts';
import { PANES_SCREEN } from './panes.ts';
import { type Binding, done, labelOf, obstacleTo, type OverlayOf, type Screen } from './screen.ts';

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
  const widest = Math.max(...found.map(({ label }) => label.length));
  let group = '';
  const rows = found.map(({ binding, label, why }): ListRow => {
    const above: Line[] = [];
    // What is looked for by a name stands in the order of how well it fits, and not by groups.
    if (overlay.filter.trim() === '' && binding.group !== group) {
      if (group !== '') above.push([]);
      group = binding.group;
      above.push(heading(group));
    }
    const gap = ' '.repeat(widest - label.length + 2);
    const key = keyName(
      boundKeys(session.preferences, PANES_SCREEN, binding)[0] ?? '',
      signs,
    ).padEnd(9);
    return {
      above,
      spans:
        why === null
          ? [text(label), text(gap), text(key, 'title'), text(binding.help, 'quiet')]
          : [text(`${label}${gap}${key}not now: ${why}`, 'quiet')],
    };
  });
  return listPage(session, rows, overlay.selected, columns);
}

/** What the palette does not list: moving a cursor is for keys. */
const NOT_LISTED: readonly string[] = [...PANE_MOVING.map(({ id }) => id), 'commands', 'close'];

/** Something that can be done from the panes, and why not just now; null where it can. */
export interface Command {
  readonly binding: Binding;
  readonly label: string;
  readonly why: string | null;
}

/**
 * Everything that can be done from the panes, that has the filter for a key or every word of it in its name, its help or
 * its group: first what has that key, then what is called so, then what has it in its name, then what only speaks of
 * it. Of those alike, what cannot be done now comes last.
 */
export function matchingCommands(session: Session, state: State, filter: string): Command[] {
  const typed = filter.trim();
  const matches = matcher(filter);
  const under = withoutPalette(state);
  const found = PANES_SCREEN.keys.flatMap((binding): (Command & { readonly rank: number })[] => {
    if (NOT_LISTED.includes(binding.id)) return [];
    const label = labelOf(binding, state);
    const isKey = boundKeys(session.preferences, PANES_SCREEN, binding).some((key) =>
      isCalled(key, typed),
    );
    if (!isKey && !matches(`${label} ${binding.help} ${binding.group}`)) return [];
    const isCalledSo = label.toLowerCase().startsWith(typed.toLowerCase());
    const rank = isKey ? 0 : !matches(label) ? 3 : isCalledSo ? 1 : 2;
    return [{ binding, label, why: obstacleTo(session, under, PANES_SCREEN, binding), rank }];
  });
  if (typed === '') return found;
  const lateness = ({ why }: Command) => (why === null ? 0 : 1);
  return found.toSorted((a, b) => a.rank - b.rank || lateness(a) - lateness(b));
}

/** Whether a key was typed: a letter as it is, what has a name (`Ctrl-R`) in whatever letters. */
function isCalled(key: Key, typed: string): boolean {
  return (
    key === typed || (!isText(key) && keyName(key, false).toLowerCase() === typed.toLowerCase())
  );
}

/** The state that a command is done in. */
function withoutPalette(state: State): State {
  return state.overlays.at(-1)?.kind === 'commands' ? below(state) : state;
}

/** The palette of commands. */
export const COMMANDS: Screen<OverlayOf<'commands'>> = {
  title: 'Commands',
  about:
    'Everything that can be done from the panes, with its key. Type a key, a name or part of a description to find it. What cannot be done now says why.',
  keys: NARROWED_LIST_KEYS,
  view: commandsPage,
  rows: (session, state, { filter }) => matchingCommands(session, state, filter).length,
  typing: NARROWING,
  enter(session, state, { filter, selected }) {
    const command = matchingCommands(session, state, filter)[selected];
    if (command === undefined) return state;
    return command.why === null
      ? done(session, below(state), PANES_SCREEN, command.binding)
      : { ...state, notice: command.why };
  },
};
