import { region } from '../setup.ts';

/** Guarantees that weapons held by a Palestinian authority are passed to neither Israel nor the United States. */
export const custodyGuarantees = region({
  meta: { title: 'guarantees on weapons in custody', kind: 'provision' },
  initial: 'notGiven',
  states: {
    notGiven: {
      meta: { title: 'not given', level: 0 },
      on: {
        'custodyGuarantees.given': 'given',
      },
    },
    given: {
      meta: { title: 'given', level: 3 },
      on: {
        'custodyGuarantees.revoked': 'notGiven',
      },
    },
  },
});
