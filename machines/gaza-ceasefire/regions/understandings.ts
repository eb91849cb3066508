import { region } from '../setup.ts';

/** What the United States and Israel have to settle with each other before the next round. */
export const understandings = region({
  meta: { title: 'US-Israeli understandings', kind: 'circumstance' },
  initial: 'pending',
  states: {
    pending: {
      meta: { title: 'pending', level: 0 },
      on: {
        'understandings.finalised': 'finalised',
      },
    },
    finalised: {
      meta: { title: 'finalised', level: 3 },
      on: {
        'understandings.reopened': 'pending',
      },
    },
  },
});
