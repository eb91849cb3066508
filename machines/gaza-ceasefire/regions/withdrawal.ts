import { region } from '../setup.ts';

/** The presence of the Israel Defense Forces, from the limited pullback of phase one to being phased out. */
export const withdrawal = region({
  meta: { title: 'Israeli withdrawal', kind: 'provision' },
  initial: 'notBegun',
  states: {
    notBegun: {
      meta: { title: 'no pullback in force', level: 0 },
      on: {
        'withdrawal.pulledBack': 'initialPullback',
      },
    },
    initialPullback: {
      meta: { title: 'initial pullback', level: 1 },
      on: {
        'withdrawal.timetableAgreed': 'timetableAgreed',
        'withdrawal.phaseOutBegan': { guard: 'phasedWithdrawal', target: 'underway' },
        'truce.collapsed': { guard: 'truce.collapsed', target: 'notBegun' },
      },
    },
    timetableAgreed: {
      meta: { title: 'timetable agreed', level: 1 },
      on: {
        'withdrawal.phaseOutBegan': { guard: 'phasedWithdrawal', target: 'underway' },
        'truce.collapsed': { guard: 'truce.collapsed', target: 'notBegun' },
      },
    },
    underway: {
      meta: { title: 'phased withdrawal underway', level: 2 },
      on: {
        'withdrawal.completed': 'complete',
        'withdrawal.halted': 'initialPullback',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'notBegun' },
      },
    },
    complete: {
      meta: { title: 'complete', level: 3 },
      on: {
        'truce.collapsed': { guard: 'truce.collapsed', target: 'notBegun' },
      },
    },
  },
});
