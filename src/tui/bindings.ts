import type { Key } from './keys.ts';
import type { Mode } from './state.ts';

export const ACTIONS = [
  'forward',
  'back',
  'toStart',
  'toEnd',
  'toDate',
  'toFork',
  'nextChange',
  'previousChange',
  'front',
  'goOn',
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
  'eraseNext',
  'eraseWord',
  'clear',
  'eraseRest',
  'caretLeft',
  'caretRight',
  'caretToStart',
  'caretToEnd',
  'chooseScenario',
  'whatIf',
  'nextSection',
  'previousSection',
  'explain',
  'undo',
  'redo',
  'history',
  'branches',
  'name',
  'duplicate',
  'prune',
  'continueBase',
  'steps',
  'dateStep',
  'reasonStep',
  'noteStep',
  'moveEarlier',
  'moveLater',
  'strikeStep',
  'compare',
  'earlierMoment',
  'laterMoment',
  'ask',
  'plan',
  'coalitions',
  'waits',
  'properties',
  'duties',
  'everyone',
  'save',
  'openFile',
  'share',
  'citations',
  'copyFootnote',
  'toDocument',
  'commands',
  'filter',
  'tour',
  'exercise',
  'pick',
  'turn',
  'saveResult',
  'tasks',
  'markTask',
  'help',
  'glossary',
  'redraw',
  'suspend',
  'quit',
  'interrupt',
] as const;
export type Action = (typeof ACTIONS)[number];

export const KEY_GROUPS = [
  'Time',
  'What if',
  'Ask',
  'What is on show',
  'Panes',
  'Program',
] as const;

/** One thing that keys do. Help and the line of keys are made from these. */
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

export const PANES: readonly Mode[] = ['panes'];
/** Lists that are narrowed down by typing, and lists in which letters are commands. */
export const TYPED_LISTS: readonly Mode[] = ['scenarios', 'events', 'against', 'commands'];
export const PLAIN_LISTS: readonly Mode[] = [
  'gates',
  'history',
  'branches',
  'steps',
  'share',
  'citations',
  'tasks',
];
export const LISTS: readonly Mode[] = [...TYPED_LISTS, ...PLAIN_LISTS];
export const PAGES: readonly Mode[] = [
  'provision',
  'difference',
  'question',
  'help',
  'glossary',
  'citation',
  'task',
];
/** What the screen begins with, and what can be begun from it. */
export const FRONT: readonly Mode[] = ['front'];
export const PANES_AND_FRONT: readonly Mode[] = [...PANES, ...FRONT];
export const PROMPTS: readonly Mode[] = ['date', 'prompt'];
export const OVERLAYS: readonly Mode[] = [...LISTS, ...PAGES, ...FRONT, ...PROMPTS, 'exercise'];
export const EVERYWHERE: readonly Mode[] = [...PANES, ...OVERLAYS];
/** Where something is typed. */
export const TYPING: readonly Mode[] = [...TYPED_LISTS, ...PROMPTS];
/** Where undo and redo are at hand. */
export const COMMANDS_OF_BRANCHES: readonly Mode[] = [
  'panes',
  'branches',
  'history',
  'difference',
  'steps',
];
/** Where letters are commands and not text. */
export const COMMANDS: readonly Mode[] = [...PANES, ...PLAIN_LISTS, ...PAGES];

export const binding = (
  action: Action,
  keys: readonly Key[],
  modes: readonly Mode[],
  group: Binding['group'],
  label: string,
  rank: number,
  help: string,
): Binding => ({ action, keys, modes, group, label, rank, help });
