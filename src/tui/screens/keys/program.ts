import { opened } from '../../moves.ts';
import { modeOf, type Request, type State } from '../../state.ts';
import { tourBegun } from '../../tour.ts';
import type { Binding } from '../screen.ts';

const asking = (state: State, request: Request): State => ({ ...state, request });

const NO_MOUSE = 'The mouse is left alone for screen readers.';

const REDRAW_AND_SUSPEND: readonly Binding[] = [
  {
    id: 'redraw',
    keys: ['ctrl+l'],
    group: 'Program',
    label: 'redraw',
    rank: 0,
    help: 'Redraw the screen.',
    does: (_session, state) => asking(state, { kind: 'redraw' }),
  },
  {
    id: 'suspend',
    keys: ['ctrl+z'],
    group: 'Program',
    label: 'suspend',
    rank: 0,
    help: 'Pause the program and go to the shell; `fg` comes back.',
    does: (_session, state) => asking(state, { kind: 'suspend' }),
  },
  {
    id: 'mouse',
    keys: ['ctrl+t'],
    group: 'Program',
    label: ({ isMouseOn }) => (isMouseOn ? 'mouse off' : 'mouse on'),
    rank: 0,
    help: 'Turn the mouse off or on. The wheel scrolls what is under the pointer. A click goes to a pane or chooses a row; a click on the chosen row takes it, one on a citation opens the claim, one on the phases goes to them, and one on a key below does what it does. With the mouse off, or with Shift held, the terminal selects text.',
    does: (_session, state) => ({
      ...asking(state, { kind: 'mouse', isOn: !state.isMouseOn }),
      isMouseOn: !state.isMouseOn,
      notice: state.isMouseOn
        ? "The mouse is the terminal's now: it selects text."
        : 'The mouse works here again.',
    }),
    obstacle: ({ theme }) => (theme.screenReader ? NO_MOUSE : null),
  },
];

const INTERRUPT: Binding = {
  id: 'interrupt',
  keys: ['ctrl+c'],
  group: 'Program',
  label: 'leave at once',
  rank: 0,
  help: 'Quit at once, from anywhere.',
  does: (_session, state) => asking(state, { kind: 'exit', code: 130 }),
};

/** Wherever one is. */
export const EVERYWHERE: readonly Binding[] = [...REDRAW_AND_SUSPEND, INTERRUPT];

const QUIT: Binding = {
  id: 'quit',
  keys: ['q'],
  group: 'Program',
  label: 'quit',
  rank: 0.7,
  help: 'Quit.',
  does: (_session, state) => asking(state, { kind: 'exit', code: 0 }),
};

export const HELP: Binding = {
  id: 'help',
  keys: ['?', 'f1'],
  group: 'Program',
  label: 'help',
  rank: 0.5,
  help: 'Explain the keys and what is on screen.',
  does: (_session, state) => opened(state, { kind: 'help', about: modeOf(state), top: 0 }),
};

const EXPLAINING: readonly Binding[] = [
  {
    id: 'commands',
    keys: [':'],
    group: 'Program',
    label: 'commands',
    rank: 5.5,
    help: 'Find anything that can be done here by its key, name or description.',
    does: (_session, state) => opened(state, { kind: 'commands', filter: '', selected: 0, top: 0 }),
  },
  {
    id: 'tour',
    keys: ['T'],
    group: 'Program',
    label: 'tour',
    rank: 0,
    help: 'Take the tour: a what-if on the agreement at hand, one thing at a time.',
    does: tourBegun,
  },
  {
    id: 'glossary',
    keys: ['G'],
    group: 'Program',
    label: 'words',
    rank: 13,
    help: 'Explain the words that the screen uses.',
    does: (_session, state) => opened(state, { kind: 'glossary', top: 0 }),
    obstacle: (_session, state) =>
      modeOf(state) === 'glossary' ? 'These are the words that the screen uses.' : null,
  },
  HELP,
];

/** Where letters are commands. */
export const PROGRAM: readonly Binding[] = [...EXPLAINING, ...EVERYWHERE];

/** Over the panes, and over what the screen begins with. */
export const PROGRAM_AND_QUIT: readonly Binding[] = [
  ...EXPLAINING,
  ...REDRAW_AND_SUSPEND,
  QUIT,
  INTERRUPT,
];

/** Where letters are typed. */
export const PROGRAM_BESIDE_TYPING: readonly Binding[] = [
  {
    ...HELP,
    keys: ['f1'],
    rank: 2.6,
    help: 'Explain the keys and what is on screen. Here ? is a character that you type.',
  },
  ...EVERYWHERE,
];
