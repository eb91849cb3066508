import { region } from '../setup.ts';

/** The transitional body of the plan that is to oversee the committee (document-3 calls it a Peace Council). */
export const boardOfPeace = region({
  meta: { title: 'Board of Peace', kind: 'provision' },
  initial: 'envisioned',
  states: {
    envisioned: {
      meta: { title: 'envisioned', level: 0 },
      on: {
        'boardOfPeace.established': 'established',
      },
    },
    established: {
      meta: { title: 'established', level: 2 },
      on: {
        'boardOfPeace.beganOperating': 'operating',
        'boardOfPeace.dissolved': 'envisioned',
      },
    },
    operating: {
      meta: { title: 'operating', level: 3 },
      on: {
        'boardOfPeace.dissolved': 'envisioned',
      },
    },
  },
});
