import { region } from '../setup.ts';

/** The dead hostages: from several still missing to the last one handed over. `unrecoverable` is for what-ifs. */
export const remains = region({
  meta: { title: "hostages' remains", kind: 'provision' },
  initial: 'severalMissing',
  states: {
    severalMissing: {
      meta: { title: 'several missing', level: 0 },
      on: {
        'remains.allButOneReturned': 'oneMissing',
      },
    },
    oneMissing: {
      meta: { title: 'one missing', level: 2 },
      on: {
        'remains.searchResumed': 'searchUnderway',
        'remains.recovered': 'recovered',
        'remains.declaredUnrecoverable': 'unrecoverable',
      },
    },
    searchUnderway: {
      meta: { title: 'one missing, search underway', level: 2 },
      on: {
        'remains.searchSuspended': 'oneMissing',
        'remains.recovered': 'recovered',
        'remains.declaredUnrecoverable': 'unrecoverable',
      },
    },
    recovered: {
      meta: { title: 'last one recovered', level: 2 },
      on: {
        'remains.handedOver': 'handedOver',
      },
    },
    handedOver: {
      meta: { title: 'all handed over', level: 3 },
    },
    unrecoverable: {
      meta: { title: 'last one declared unrecoverable', level: 2 },
      on: {
        'remains.searchResumed': 'searchUnderway',
      },
    },
  },
});
