import { region } from '../setup.ts';

/** The binding guarantees under which a freeze of the weapons is offered. By whom and to whom is not said. */
export const freezeGuarantees = region({
  meta: { title: 'guarantees of the freeze', kind: 'provision' },
  initial: 'notGiven',
  states: {
    notGiven: {
      meta: { title: 'not given', level: 0 },
      on: {
        'freezeGuarantees.given': 'given',
      },
    },
    given: {
      meta: { title: 'given', level: 3 },
      on: {
        'freezeGuarantees.revoked': 'notGiven',
      },
    },
  },
});
