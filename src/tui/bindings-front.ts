import { binding, FRONT, PANES, type Binding } from './bindings.ts';

/** Keys of the page that the screen begins with, and the one that leads back to it. */
export const FRONT_KEYS: readonly Binding[] = [
  binding(
    'front',
    ['Q'],
    PANES,
    'What is on show',
    'in question',
    6.2,
    "Go back to what the screen began with: what is in question, each party's answer, and every gate.",
  ),
  binding(
    'goOn',
    ['c'],
    FRONT,
    'Program',
    'go on',
    0.8,
    'Go on with the work that was kept: the branches, what can be undone, and the place.',
  ),
  binding(
    'close',
    ['enter', 'escape'],
    FRONT,
    'Panes',
    'begin',
    0.6,
    'Begin: to the steps, the provisions and the gate board.',
  ),
];
