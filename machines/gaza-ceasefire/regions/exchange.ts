import { region } from '../setup.ts';

/** The living hostages, against prisoners. The dead are the region `remains`. */
export const exchange = region({
  meta: { title: 'exchange of hostages and prisoners', kind: 'provision' },
  initial: 'pending',
  states: {
    pending: {
      meta: { title: 'pending', level: 0 },
      on: {
        'exchange.livingReturned': 'livingReturned',
      },
    },
    livingReturned: {
      meta: { title: 'living hostages returned', level: 3 },
    },
  },
});
