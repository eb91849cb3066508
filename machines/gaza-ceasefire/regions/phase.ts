import { region } from '../setup.ts';

/** The agreement as a whole. Collapse ends it: what would come after is another agreement. */
export const phase = region({
  meta: { title: 'phase', kind: 'phase' },
  initial: 'negotiation',
  states: {
    negotiation: {
      meta: { title: 'negotiation', level: 0 },
      on: {
        'phase.oneBegan': { guard: 'phase.oneBegan', target: 'phaseOne' },
      },
    },
    phaseOne: {
      meta: { title: 'phase one', level: 1 },
      on: {
        'phase.twoBegan': { guard: 'phaseTwo', target: 'phaseTwo' },
        'truce.collapsed': { guard: 'truce.collapsed', target: 'collapsed' },
      },
    },
    phaseTwo: {
      meta: { title: 'phase two', level: 2 },
      on: {
        'phase.settled': { guard: 'settlement', target: 'settled' },
        'truce.collapsed': { guard: 'truce.collapsed', target: 'collapsed' },
      },
    },
    settled: {
      meta: { title: 'settled', level: 3 },
      on: {
        'truce.collapsed': { guard: 'truce.collapsed', target: 'collapsed' },
      },
    },
    collapsed: {
      meta: { title: 'collapsed', level: 0 },
    },
  },
});
