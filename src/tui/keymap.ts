import type { Key } from './keys.ts';
import type { Mode } from './state.ts';

export const ACTIONS = [
  'forward',
  'back',
  'toStart',
  'toEnd',
  'toDate',
  'toFork',
  'nextRun',
  'previousRun',
  'switchReported',
  'chooseGate',
  'nextGate',
  'previousGate',
  'focusProvisions',
  'focusStep',
  'focusGate',
  'focusSources',
  'nextPane',
  'previousPane',
  'zoom',
  'up',
  'down',
  'pageUp',
  'pageDown',
  'first',
  'last',
  'details',
  'accept',
  'close',
  'erase',
  'clear',
  'chooseScenario',
  'help',
  'glossary',
  'redraw',
  'suspend',
  'quit',
  'interrupt',
] as const;
export type Action = (typeof ACTIONS)[number];

export const KEY_GROUPS = ['Time', 'What is on show', 'Panes', 'Program'] as const;

/** One thing that keys do. Help, the line of keys and the README's table are made from these. */
export interface Binding {
  readonly action: Action;
  /** The first one is the one that is shown. */
  readonly keys: readonly Key[];
  readonly modes: readonly Mode[];
  readonly group: (typeof KEY_GROUPS)[number];
  /** For the line of keys: a word or two. */
  readonly label: string;
  /** For help: a sentence. */
  readonly help: string;
  /** How long it stays in the line of keys when room is short: the lowest longest, and 0 is never there. */
  readonly rank: number;
}

const PANES: readonly Mode[] = ['panes'];
const LISTS: readonly Mode[] = ['scenarios', 'gates'];
const PAGES: readonly Mode[] = ['provision', 'help', 'glossary'];
const OVERLAYS: readonly Mode[] = [...LISTS, ...PAGES, 'date'];
const EVERYWHERE: readonly Mode[] = [...PANES, ...OVERLAYS];
/** Where letters are commands and not text. */
const COMMANDS: readonly Mode[] = [...PANES, 'gates', ...PAGES];

const binding = (
  action: Action,
  keys: readonly Key[],
  modes: readonly Mode[],
  group: Binding['group'],
  label: string,
  rank: number,
  help: string,
): Binding => ({ action, keys, modes, group, label, rank, help });

export const KEYMAP: readonly Binding[] = [
  binding(
    'forward',
    ['right', 'l', 'n', ' '],
    PANES,
    'Time',
    'next step',
    1,
    'Play the next step.',
  ),
  binding('back', ['left', 'h', 'p', 'b'], PANES, 'Time', 'back', 2, 'Go back one step.'),
  binding(
    'toStart',
    ['home', '0'],
    PANES,
    'Time',
    'start',
    0,
    'Go to the start, before the first step.',
  ),
  binding('toEnd', ['end', '$'], PANES, 'Time', 'end', 12, 'Play all steps to the end.'),
  binding(
    'toDate',
    ['t'],
    PANES,
    'Time',
    'to a date',
    10,
    'Go to a date: the last step that had happened by that day.',
  ),
  binding(
    'toFork',
    ['f'],
    PANES,
    'Time',
    'to the fork',
    0,
    'Go to where the scenario parts from the one that it branches off.',
  ),
  binding(
    'nextRun',
    ['r'],
    PANES,
    'What is on show',
    'reading',
    3,
    'Show the next run: what each reading recognises, then what is reported.',
  ),
  binding(
    'previousRun',
    ['R'],
    PANES,
    'What is on show',
    'reading before',
    0,
    'Show the run before that.',
  ),
  binding(
    'switchReported',
    ['v'],
    PANES,
    'What is on show',
    'reported',
    11,
    'Switch between what is reported and what the last reading recognises.',
  ),
  binding(
    'chooseGate',
    ['g'],
    PANES,
    'What is on show',
    'gates',
    4,
    'Show every gate under every reading, and choose one for the board.',
  ),
  binding(
    'nextGate',
    [']'],
    PANES,
    'What is on show',
    'next gate',
    0,
    'Put the next gate on the board.',
  ),
  binding(
    'previousGate',
    ['['],
    PANES,
    'What is on show',
    'gate before',
    0,
    'Put the gate before it on the board.',
  ),
  binding(
    'chooseScenario',
    ['o'],
    PANES,
    'What is on show',
    'scenarios',
    6,
    'Open another scenario.',
  ),
  binding(
    'focusSources',
    ['s', '4'],
    PANES,
    'Panes',
    'sources',
    5,
    'Go to the claims behind what is on screen; again, and you are back at the step.',
  ),
  binding('focusProvisions', ['1'], PANES, 'Panes', 'provisions', 0, 'Go to the provisions.'),
  binding('focusStep', ['2'], PANES, 'Panes', 'step', 0, 'Go to the step.'),
  binding('focusGate', ['3'], PANES, 'Panes', 'gate', 0, 'Go to the gate board.'),
  binding('nextPane', ['tab'], PANES, 'Panes', 'pane', 9, 'Go to the next pane.'),
  binding('previousPane', ['backTab'], PANES, 'Panes', 'pane before', 0, 'Go to the pane before.'),
  binding('up', ['up', 'k'], COMMANDS, 'Panes', 'up', 0, 'Move up by a line.'),
  binding('down', ['down', 'j'], PANES, 'Panes', 'down', 0, 'Move down by a line.'),
  binding('down', ['down', 'j'], ['gates', ...PAGES], 'Panes', 'down', 3, 'Move down by a line.'),
  binding('up', ['up'], ['scenarios'], 'Panes', 'up', 0, 'Move up by one.'),
  binding('down', ['down'], ['scenarios'], 'Panes', 'down', 3, 'Move down by one.'),
  binding(
    'pageUp',
    ['pageUp'],
    [...PANES, ...LISTS, ...PAGES],
    'Panes',
    'page up',
    0,
    'Move up by a page.',
  ),
  binding('pageDown', ['pageDown'], PANES, 'Panes', 'page down', 0, 'Move down by a page.'),
  binding(
    'pageDown',
    ['pageDown'],
    [...LISTS, ...PAGES],
    'Panes',
    'page down',
    6,
    'Move down by a page.',
  ),
  binding('first', ['home'], [...LISTS, ...PAGES], 'Panes', 'top', 0, 'Go to the top.'),
  binding('last', ['end'], [...LISTS, ...PAGES], 'Panes', 'bottom', 0, 'Go to the bottom.'),
  binding(
    'zoom',
    ['z'],
    PANES,
    'Panes',
    'whole screen',
    8,
    'Give the pane the whole screen, or take it back.',
  ),
  binding(
    'details',
    ['enter'],
    PANES,
    'Panes',
    'details',
    7,
    'Open what the pane is about: the chosen provision, the list of gates, or the pane on the whole screen.',
  ),
  binding('accept', ['enter'], LISTS, 'Panes', 'choose', 1, 'Take what is chosen.'),
  binding('accept', ['enter'], ['date'], 'Panes', 'go', 1, 'Go there.'),
  binding('close', ['escape'], OVERLAYS, 'Panes', 'close', 2, 'Close what is open.'),
  binding(
    'close',
    ['escape'],
    PANES,
    'Panes',
    'as it was',
    0,
    'Take the whole screen back, then let the board follow the steps again.',
  ),
  binding('close', ['q'], ['gates', ...PAGES], 'Panes', 'close', 0, 'Close what is open.'),
  binding(
    'erase',
    ['backspace', 'delete'],
    ['scenarios', 'date'],
    'Panes',
    'erase',
    0,
    'Erase a character.',
  ),
  binding(
    'clear',
    ['ctrl+u'],
    ['scenarios', 'date'],
    'Panes',
    'clear',
    0,
    'Erase all that was typed.',
  ),
  binding(
    'glossary',
    ['G'],
    COMMANDS,
    'Program',
    'words',
    13,
    'Explain the words that the screen uses.',
  ),
  binding(
    'help',
    ['?'],
    COMMANDS,
    'Program',
    'help',
    0.5,
    'Explain the keys, and what is on screen.',
  ),
  binding('redraw', ['ctrl+l'], EVERYWHERE, 'Program', 'redraw', 0, 'Draw the screen anew.'),
  binding(
    'suspend',
    ['ctrl+z'],
    EVERYWHERE,
    'Program',
    'suspend',
    0,
    'Leave for the shell; `fg` comes back.',
  ),
  binding('quit', ['q'], PANES, 'Program', 'quit', 0.7, 'Leave.'),
  binding(
    'interrupt',
    ['ctrl+c'],
    EVERYWHERE,
    'Program',
    'leave at once',
    0,
    'Leave at once, from anywhere.',
  ),
];

/** What a key does in a mode; null where it does nothing, or types. */
export function actionFor(mode: Mode, key: Key): Action | null {
  return (
    KEYMAP.find((entry) => entry.modes.includes(mode) && entry.keys.includes(key))?.action ?? null
  );
}

const NAMES: Readonly<Record<Key, { sign: string; word: string }>> = {
  right: { sign: '→', word: 'Right' },
  left: { sign: '←', word: 'Left' },
  up: { sign: '↑', word: 'Up' },
  down: { sign: '↓', word: 'Down' },
  pageUp: { sign: 'PgUp', word: 'Page Up' },
  pageDown: { sign: 'PgDn', word: 'Page Down' },
  home: { sign: 'Home', word: 'Home' },
  end: { sign: 'End', word: 'End' },
  tab: { sign: 'Tab', word: 'Tab' },
  backTab: { sign: 'Shift-Tab', word: 'Shift-Tab' },
  enter: { sign: 'Enter', word: 'Enter' },
  escape: { sign: 'Esc', word: 'Esc' },
  backspace: { sign: 'Backspace', word: 'Backspace' },
  delete: { sign: 'Delete', word: 'Delete' },
  ' ': { sign: 'Space', word: 'Space' },
};

/** A key as people know it. */
export function keyName(key: Key, signs: boolean): string {
  const name = NAMES[key];
  if (name !== undefined) return signs ? name.sign : name.word;
  return key.startsWith('ctrl+') ? `Ctrl-${key.slice(5).toUpperCase()}` : key;
}

/** The README's table of keys. */
export function keysAsMarkdown(): string {
  const rows = KEYMAP.filter((entry) => entry.modes.includes('panes')).map((entry) => {
    const keys = entry.keys.map((key) => `\`${keyName(key, true)}\``).join(' ');
    return `| ${keys} | ${entry.help} |`;
  });
  return ['| keys | what they do |', '| --- | --- |', ...rows].join('\n');
}
