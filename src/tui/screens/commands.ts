import { cutLine, type Line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { boundKeys, keySaid, WHERE_TYPED, withKeys } from '../bound-keys.ts';
import { hasKeySigns, keyName } from '../key-names.ts';
import { isText, type Key } from '../keys.ts';
import { matcher } from '../../explain/filter.ts';
import { below } from '../moves.ts';
import type { Session } from '../session.ts';
import { type Mode, modeOf, type State } from '../state.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import { heading, type Page } from '../views/page.ts';
import { CHOOSE, NARROWED_KEYS } from './keys/kinds.ts';
import { NARROWING } from './keys/typing.ts';
import { PANES_SCREEN } from './panes.ts';
import { type Binding, done, labelOf, obstacleTo, type OverlayOf, type Screen } from './screen.ts';

/** Tells a screen by what it is called in the state. */
type ScreenAt = (mode: Mode) => Screen;

const CLOSES_FIRST = 'What follows is done over the panes, and closes what is open.';

/** Everything that can be done, by name. */
function commandsPage(
  screenAt: ScreenAt,
  session: Session,
  state: State,
  overlay: { filter: string; selected: number },
  columns: number,
): Page {
  const found = matchingCommands(session, state, overlay.filter, screenAt);
  if (found.length === 0)
    return {
      lines: paragraph(
        `Nothing is called "${overlay.filter}". ${keySaid(session, 'erase', 'backspace', WHERE_TYPED)} erases.`,
        columns,
        2,
      ),
      cursor: null,
    };
  const widest = Math.max(...found.map(({ label }) => label.length));
  const widestKey = Math.max(...found.map((each) => keyText(session, each).length));
  const under = screenAt(modeOf(withoutPalette(state)));
  const groupOf = ({ binding, isHere }: Command) =>
    isHere && under !== PANES_SCREEN && binding.group !== 'Program'
      ? `Here: ${under.title}`
      : binding.group;
  let before: Command | null = null;
  const { glyphs, screenReader } = session.theme;
  const rows = found.map((command, index): ListRow => {
    const { binding, label, help, why, isHere } = command;
    const above: Line[] = [];
    // What is looked for by a name stands in the order of how well it fits, and not by groups.
    if (overlay.filter.trim() === '' && (before === null || groupOf(before) !== groupOf(command))) {
      if (before !== null) above.push([]);
      if (before?.isHere === true && !isHere && binding.group !== 'Program')
        above.push(...paragraph(CLOSES_FIRST, columns, 0, 'quiet'), []);
      above.push(heading(groupOf(command)));
    }
    before = command;
    const gap = ' '.repeat(widest - label.length + 2);
    const key = keyText(session, command).padEnd(widestKey + 2);
    const spans =
      why === null
        ? [text(label), text(gap), text(key, 'title'), text(help, 'quiet')]
        : [text(`${label}${gap}${key}not now: ${why}`, 'quiet')];
    // The chosen one is said in full; of the others there are the more in view.
    const isWhole = index === overlay.selected || screenReader;
    return { above, spans: isWhole ? spans : cutLine(spans, columns - MARK, glyphs.ellipsis) };
  });
  return listPage(session, rows, overlay.selected, columns);
}

/** The key that does it, or the keys one after the other. */
function keyText({ preferences, theme }: Session, { binding, on }: Command): string {
  return (binding.path ?? [binding])
    .map((each) => keyName(boundKeys(preferences, on, each)[0] ?? '', hasKeySigns(theme)))
    .join(' ');
}

const NOTHING_CALLED_SO = 'There is nothing to choose here.';

/** Columns of the mark before a row. */
const MARK = 2;

/** What the palette does not list beside what only moves about. */
const NOT_LISTED: readonly string[] = ['commands', 'close'];

/** Something that can be done, and why not just now; null where it can. */
export interface Command {
  readonly binding: Binding;
  readonly label: string;
  readonly help: string;
  readonly why: string | null;
  /** The screen that it is a key of. */
  readonly on: Screen;
  /** Whether that is the screen that the palette lies over. */
  readonly isHere: boolean;
}

/**
 * Everything that can be done on the screen below the palette, and then over the panes, that has the filter for a key or
 * every word of it in its name, its help or its group: first what has that key, then what is called so, then what has it
 * in its name, then what is explained by it first, then what only speaks of it. Of those alike, what is not of that screen comes later, and what cannot be
 * done now last.
 *
 * @param screenAt tells that screen
 */
export function matchingCommands(
  session: Session,
  state: State,
  filter: string,
  screenAt: ScreenAt = () => PANES_SCREEN,
): Command[] {
  const typed = filter.trim();
  const matches = matcher(filter);
  const found = everyCommand(session, withoutPalette(state), screenAt).flatMap(
    (command): (Command & { readonly rank: number })[] => {
      const { binding, label, help, on } = command;
      const isKey = boundKeys(session.preferences, on, binding).some((key) => isCalled(key, typed));
      if (!isKey && !matches(`${label} ${help} ${binding.group}`)) return [];
      const begins = (words: string) => words.toLowerCase().startsWith(typed.toLowerCase());
      const rank = isKey ? 0 : matches(label) ? (begins(label) ? 1 : 2) : begins(help) ? 3 : 4;
      return [{ ...command, rank }];
    },
  );
  if (typed === '') return found;
  const lateness = ({ why, isHere }: Command) => (why === null ? (isHere ? 0 : 1) : 2);
  return found.toSorted((a, b) => a.rank - b.rank || lateness(a) - lateness(b));
}

/** What can be done on the screen on top, then what can be done once it is closed; what is the same everywhere last. */
function everyCommand(session: Session, state: State, screenAt: ScreenAt): Command[] {
  const all = commandsOn(session, state, screenAt);
  const isProgram = ({ binding }: Command) => binding.group === 'Program';
  return [...all.filter((each) => !isProgram(each)), ...all.filter(isProgram)];
}

function commandsOn(session: Session, state: State, screenAt: ScreenAt): Command[] {
  const under = screenAt(modeOf(state));
  const listed = (
    bindings: readonly Binding[],
    on: Screen,
    at: State,
    isHere: boolean,
  ): Command[] =>
    bindings
      .filter(({ id, isMoving }) => isMoving !== true && !NOT_LISTED.includes(id))
      .map((binding) => ({
        binding,
        label: labelOf(binding, at),
        help: withKeys(session, on, binding.help),
        why: obstacleTo(session, at, on, binding),
        on,
        isHere,
      }));
  const here = listed(under.keys, under, state, true);
  const others = (bindings: readonly Binding[]) =>
    bindings.filter(({ id }) => !here.some(({ binding }) => binding.id === id));
  if (under.keysBelow !== undefined)
    return [...here, ...listed(others(under.keysBelow), under, state, false)];
  const panes = listed(
    others(PANES_SCREEN.keys),
    PANES_SCREEN,
    overPanes(session, state, screenAt),
    false,
  );
  return under === PANES_SCREEN ? here : [...here, ...panes];
}

/** The state with all that lies over the panes closed, from the top down. */
function overPanes(session: Session, state: State, screenAt: ScreenAt): State {
  let next = state;
  for (let overlay = next.overlays.at(-1); overlay !== undefined; overlay = next.overlays.at(-1))
    next = screenAt(overlay.kind).closed?.(session, next, overlay) ?? below(next);
  return next;
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

/**
 * The palette of commands.
 *
 * @param screenAt tells the screen below it; it is among them itself
 */
export function commandsScreen(screenAt: ScreenAt): Screen<OverlayOf<'commands'>> {
  return {
    title: 'Commands',
    about:
      'Everything that can be done on the screen below, then what can be done from the panes, each with its key. Type a key, a name or part of a description to find it. What cannot be done now says why.',
    keys: [
      {
        ...CHOOSE,
        obstacle(session, state, { filter, selected }) {
          const command = matchingCommands(session, state, filter, screenAt)[selected];
          return command === undefined ? NOTHING_CALLED_SO : command.why;
        },
      },
      ...NARROWED_KEYS,
    ],
    view: (...at) => commandsPage(screenAt, ...at),
    rows: (session, state, { filter }) => matchingCommands(session, state, filter, screenAt).length,
    typing: NARROWING,
    enter(session, state, { filter, selected }) {
      const command = matchingCommands(session, state, filter, screenAt)[selected];
      if (command === undefined) return state;
      const { on, binding } = command;
      const under = below(state);
      return on === screenAt(modeOf(under))
        ? done(session, under, on, binding)
        : done(session, overPanes(session, under, screenAt), on, binding);
    },
  };
}
