import { region } from '../setup.ts';

/** A defined process about the future of the Palestinian question. */
export const politicalProcess = region({
  meta: { title: 'political process', kind: 'provision' },
  initial: 'notDefined',
  states: {
    notDefined: {
      meta: { title: 'not defined', level: 0 },
      on: {
        'politicalProcess.defined': 'defined',
      },
    },
    defined: {
      meta: { title: 'defined', level: 1 },
      on: {
        'politicalProcess.began': 'underway',
      },
    },
    underway: {
      meta: { title: 'underway', level: 2 },
      on: {
        'politicalProcess.suspended': 'defined',
      },
    },
  },
});
