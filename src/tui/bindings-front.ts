import { binding, FRONT, PANES, type Binding } from './bindings.ts';

/** Keys of the page that the screen begins with, the one that leads back to it, and those that follow a verdict. */
export const FRONT_KEYS: readonly Binding[] = [
  binding(
    'nextChange',
    ['n'],
    PANES,
    'Time',
    'next change',
    2.2,
    'Go to the next step at which a verdict of the gate on the board changes, or the phase; the gate is then kept on the board.',
  ),
  binding(
    'previousChange',
    ['N'],
    PANES,
    'Time',
    'change before',
    0,
    'Go to the step before this one at which a verdict of the gate on the board changes, or the phase.',
  ),
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
