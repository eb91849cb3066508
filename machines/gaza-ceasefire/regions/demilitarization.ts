import { region } from '../setup.ts';

/** What the plan asks for beyond the weapons themselves. */
export const demilitarization = region({
  meta: { title: 'demilitarization of the Strip', kind: 'provision' },
  initial: 'notBegun',
  states: {
    notBegun: {
      meta: { title: 'not begun', level: 0 },
      on: {
        'demilitarization.began': 'underway',
      },
    },
    underway: {
      meta: { title: 'underway', level: 2 },
      on: {
        'demilitarization.completed': 'complete',
        'demilitarization.reversed': 'notBegun',
      },
    },
    complete: {
      meta: { title: 'complete', level: 3 },
      on: {
        'demilitarization.reversed': 'notBegun',
      },
    },
  },
});
