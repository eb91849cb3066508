import { below, chooseOne } from '../../moves.ts';
import type { Binding, OnTop } from '../screen.ts';
import { COPY, COPY_BESIDE_TYPING } from './copying.ts';
import { FINDING, FINDING_BESIDE_TYPING, FINDING_IN_LISTS } from './finding.ts';
import { MOVING, MOVING_BESIDE_TYPING } from './moving.ts';
import { PROGRAM, PROGRAM_BESIDE_TYPING } from './program.ts';
import { EDITING_FILTERS, EDITING_LINES } from './typing.ts';

/** Takes what is chosen, or what was typed: what that does the screen says. */
export const CHOOSE: Binding = {
  id: 'accept',
  keys: ['enter'],
  group: 'Panes',
  label: 'choose',
  rank: 1,
  help: 'Take what is chosen.',
  does: (session, state, overlay, screen) => screen.enter?.(session, state, overlay) ?? state,
  obstacle(session, state, overlay, screen) {
    const count = screen.rows?.(session, state, overlay) ?? null;
    if (count === 0) return 'There is nothing to choose here.';
    const isNone = overlay !== null && 'selected' in overlay && overlay.selected < 0;
    return count !== null && isNone ? chooseOne(session) : null;
  },
};

export const CLOSE: Binding = {
  id: 'close',
  keys: ['escape'],
  group: 'Panes',
  label: 'close',
  rank: 2,
  help: 'Close what is open.',
  does: (session, state, overlay, screen) =>
    screen.closed?.(session, state, overlay) ?? below(state),
};
/** Where letters are commands. */
const LEAVE: Binding = { ...CLOSE, keys: ['escape', 'q'] };

/** A page to be read. */
export const PAGE_KEYS: readonly Binding[] = [...MOVING, LEAVE, ...FINDING, COPY, ...PROGRAM];

/** A list that says itself what Enter does. */
export const ROW_KEYS: readonly Binding[] = [
  ...MOVING,
  LEAVE,
  ...FINDING_IN_LISTS,
  COPY,
  ...PROGRAM,
];

/** A list in which letters are commands. */
export const LIST_KEYS: readonly Binding[] = [CHOOSE, ...ROW_KEYS];

const NARROWING_KEYS = [
  CLOSE,
  ...EDITING_FILTERS,
  ...FINDING_BESIDE_TYPING,
  COPY_BESIDE_TYPING,
  ...PROGRAM_BESIDE_TYPING,
];

/** A list that is narrowed down by typing, and says itself what Enter does. */
export const NARROWED_KEYS: readonly Binding[] = [...MOVING_BESIDE_TYPING, ...NARROWING_KEYS];

/** A list that is narrowed down by typing. */
export const NARROWED_LIST_KEYS: readonly Binding[] = [
  ...MOVING_BESIDE_TYPING,
  CHOOSE,
  ...NARROWING_KEYS,
];

/** A line to be typed. */
export const PROMPT_KEYS: readonly Binding[] = [
  { ...CHOOSE, label: 'go', help: 'Take what you typed.' },
  CLOSE,
  ...EDITING_LINES,
  ...PROGRAM_BESIDE_TYPING,
];

/** Keys of several screens on one with keys of its own, which go before them. */
export function beside<O extends OnTop>(
  own: readonly Binding<O>[],
  shared: readonly Binding[],
): readonly Binding<O>[] {
  const taken = own.flatMap(({ keys }) => keys);
  const left = shared.flatMap((binding) => {
    const keys = binding.keys.filter((key) => !taken.includes(key));
    return keys.length === 0 ? [] : [{ ...binding, keys }];
  });
  return [...own, ...left];
}
