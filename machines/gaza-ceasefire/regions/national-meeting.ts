import { region } from '../setup.ts';

/** The meeting of Palestinian factions on government, services and weapons. */
export const nationalMeeting = region({
  meta: { title: 'national meeting in Cairo', kind: 'circumstance' },
  initial: 'notCalled',
  states: {
    notCalled: {
      meta: { title: 'not called', level: 0 },
      on: {
        'nationalMeeting.called': 'inPreparation',
      },
    },
    inPreparation: {
      meta: { title: 'in preparation', level: 1 },
      on: {
        'nationalMeeting.held': 'held',
        'nationalMeeting.calledOff': 'notCalled',
      },
    },
    held: {
      meta: { title: 'held', level: 2 },
      on: {
        'nationalMeeting.consensusReached': 'consensusReached',
      },
    },
    consensusReached: {
      meta: { title: 'consensus reached', level: 3 },
      on: {
        'nationalMeeting.consensusLost': 'held',
      },
    },
  },
});
