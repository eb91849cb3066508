import { region } from '../setup.ts';

/** The truce of ten years or more that Hamas is said to have offered. */
export const longTruce = region({
  meta: { title: 'long-term truce', kind: 'provision' },
  initial: 'notProposed',
  states: {
    notProposed: {
      meta: { title: 'not proposed', level: 0 },
      on: {
        'longTruce.proposed': 'proposed',
      },
    },
    proposed: {
      meta: { title: 'proposed', level: 1 },
      on: {
        'longTruce.began': { guard: 'longTruce', target: 'inForce' },
      },
    },
    inForce: {
      meta: { title: 'in force', level: 3 },
      on: {
        'longTruce.lapsed': 'proposed',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'proposed' },
      },
    },
  },
});
