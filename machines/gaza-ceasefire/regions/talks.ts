import { region } from '../setup.ts';

/** The indirect talks about phase two. */
export const talks = region({
  meta: { title: 'second-phase talks', kind: 'circumstance' },
  initial: 'awaitingConfirmation',
  states: {
    awaitingConfirmation: {
      meta: { title: 'awaiting confirmation', level: 0 },
      on: {
        'talks.confirmed': 'confirmed',
      },
    },
    confirmed: {
      meta: { title: 'next round confirmed', level: 1 },
      on: {
        'talks.roundBegan': { guard: 'talksRound', target: 'underway' },
        'talks.stalled': 'stalled',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'stalled' },
      },
    },
    underway: {
      meta: { title: 'round underway', level: 2 },
      on: {
        'talks.stalled': 'stalled',
        'talks.understandingReached': 'understanding',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'stalled' },
      },
    },
    stalled: {
      meta: { title: 'stalled', level: 1 },
      on: {
        'talks.roundBegan': { guard: 'talksRound', target: 'underway' },
      },
    },
    understanding: {
      meta: { title: 'understanding reached', level: 3 },
      on: {
        'talks.reopened': 'underway',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'stalled' },
      },
    },
  },
});
