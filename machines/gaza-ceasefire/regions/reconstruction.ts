import { region } from '../setup.ts';

/** Rebuilding in the Strip. */
export const reconstruction = region({
  meta: { title: 'reconstruction', kind: 'provision' },
  initial: 'envisioned',
  states: {
    envisioned: {
      meta: { title: 'envisioned', level: 0 },
      on: {
        'reconstruction.began': 'underway',
      },
    },
    underway: {
      meta: { title: 'underway', level: 2 },
      on: {
        'reconstruction.completed': 'complete',
        'reconstruction.suspended': 'envisioned',
      },
    },
    complete: {
      meta: { title: 'complete', level: 3 },
    },
  },
});
