import { region } from '../setup.ts';

/** The reform programme that the plan asks of the Palestinian Authority. */
export const paReform = region({
  meta: { title: 'reform of the Palestinian Authority', kind: 'circumstance' },
  initial: 'calledFor',
  states: {
    calledFor: {
      meta: { title: 'called for', level: 0 },
      on: {
        'paReform.began': 'underway',
      },
    },
    underway: {
      meta: { title: 'underway', level: 1 },
      on: {
        'paReform.completed': 'completed',
        'paReform.stalled': 'calledFor',
      },
    },
    completed: {
      meta: { title: 'completed', level: 2 },
      on: {
        'administration.handedOver': { guard: 'paHandover', target: 'handedOver' },
      },
    },
    handedOver: {
      meta: { title: 'completed, government handed over', level: 3 },
    },
  },
});
