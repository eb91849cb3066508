import { region } from '../setup.ts';

/** The ceasefire itself. Its collapse takes other provisions down with it. */
export const truce = region({
  meta: { title: 'truce', kind: 'provision' },
  initial: 'notInForce',
  states: {
    notInForce: {
      meta: { title: 'not in force', level: 0 },
      on: {
        'phase.oneBegan': { guard: 'phase.oneBegan', target: 'holding' },
      },
    },
    holding: {
      meta: { title: 'holding', level: 3 },
      on: {
        'truce.strained': 'strained',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'collapsed' },
      },
    },
    strained: {
      meta: { title: 'strained', level: 2 },
      on: {
        'truce.steadied': 'holding',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'collapsed' },
      },
    },
    collapsed: {
      meta: { title: 'collapsed', level: 0 },
    },
  },
});
