import { region } from '../setup.ts';

/** The binding guarantees that belong to the offer of a long-term truce. */
export const truceGuarantees = region({
  meta: { title: 'guarantees of the long-term truce', kind: 'provision' },
  initial: 'notGiven',
  states: {
    notGiven: {
      meta: { title: 'not given', level: 0 },
      on: {
        'truceGuarantees.given': 'given',
      },
    },
    given: {
      meta: { title: 'given', level: 3 },
      on: {
        'truceGuarantees.revoked': 'notGiven',
      },
    },
  },
});
