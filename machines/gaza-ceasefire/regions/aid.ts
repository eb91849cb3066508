import { region } from '../setup.ts';

/** How much aid gets in. */
export const aid = region({
  meta: { title: 'humanitarian aid', kind: 'provision' },
  initial: 'restricted',
  states: {
    restricted: {
      meta: { title: 'restricted', level: 0 },
      on: {
        'aid.surged': 'surged',
      },
    },
    surged: {
      meta: { title: 'surged', level: 2 },
      on: {
        'aid.sufficed': 'sufficient',
        'aid.curtailed': 'restricted',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'restricted' },
      },
    },
    sufficient: {
      meta: { title: 'sufficient', level: 3 },
      on: {
        'aid.curtailed': 'restricted',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'restricted' },
      },
    },
  },
});
