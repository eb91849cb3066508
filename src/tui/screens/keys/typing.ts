import { type Edit, edited, type Input, inputOf, inserted } from '../../input.ts';
import { onTop } from '../../moves.ts';
import type { Session } from '../../session.ts';
import type { Overlay, State } from '../../state.ts';
import type { Binding, Screen, Typing } from '../screen.ts';

/** As much as fits on a line that is neither a path nor a token. */
export const LONGEST_INPUT = 200;

/** Puts in what was typed or pasted; what there is no room for is not put in, and the user is told. */
export function typed(session: Session, state: State, screen: Screen, text: string): State {
  const overlay = state.overlays.at(-1);
  const { typing } = screen;
  if (overlay === undefined || typing === undefined) return state;
  const longest = typing.longest(overlay);
  let isFull = false;
  const next = typing.changed(session, state, overlay, (input) => {
    const longer = inserted(input, text, longest);
    isFull = longer === null;
    return longer ?? input;
  });
  return isFull ? { ...next, notice: `No more than ${longest} characters fit here.` } : next;
}

/** Narrows a list down by what is typed; it begins at its top again. */
export const NARROWING: Typing<Extract<Overlay, { filter: string }>> = {
  longest: () => LONGEST_INPUT,
  changed: (_session, state, overlay, change) =>
    onTop(state, { ...overlay, filter: narrowed(overlay, change), selected: 0, top: 0 }),
};

/** The filter of a list with what was typed put in. */
export function narrowed(
  { filter }: { readonly filter: string },
  change: (input: Input) => Input,
): string {
  return change(inputOf(filter)).text;
}

const editing = (id: Edit, keys: Binding['keys'], label: string, help: string): Binding => ({
  id,
  keys,
  group: 'Panes',
  label,
  rank: 0,
  help,
  does: (session, state, overlay, { typing }) =>
    typing?.changed(session, state, overlay, (input) => edited(input, id)) ?? state,
});

const ERASE = editing('erase', ['backspace'], 'erase', 'Erase a character.');
const BY_WORDS = [
  editing('eraseWord', ['ctrl+w'], 'erase word', 'Erase a word.'),
  editing('clear', ['ctrl+u'], 'clear', 'Erase all up to here.'),
];

/** Where what is typed narrows a list down: there is no caret in it. */
export const EDITING_FILTERS: readonly Binding[] = [
  { ...ERASE, keys: ['backspace', 'delete'] },
  ...BY_WORDS,
];

/** Where a line is typed. */
export const EDITING_LINES: readonly Binding[] = [
  ERASE,
  editing('eraseNext', ['delete'], 'erase next', 'Erase the next character.'),
  ...BY_WORDS,
  editing('eraseRest', ['ctrl+k'], 'erase rest', 'Erase all from here on.'),
  editing('caretLeft', ['left', 'ctrl+b'], 'left', 'Go left by a character.'),
  editing('caretRight', ['right', 'ctrl+f'], 'right', 'Go right by a character.'),
  editing('caretToStart', ['home', 'ctrl+a'], 'start', 'Go to the start.'),
  editing('caretToEnd', ['end', 'ctrl+e'], 'end', 'Go to the end.'),
];
