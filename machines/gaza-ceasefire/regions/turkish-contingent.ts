import { region } from '../setup.ts';

/** Whether Turkish troops are part of the stabilization force. */
export const turkishContingent = region({
  meta: { title: 'Turkish contingent', kind: 'provision' },
  initial: 'unsettled',
  states: {
    unsettled: {
      meta: { title: 'unsettled', level: 0 },
      on: {
        'turkishContingent.included': { guard: 'turkishContingent', target: 'included' },
        'turkishContingent.excluded': 'excluded',
      },
    },
    excluded: {
      meta: { title: 'excluded', level: 0 },
      on: {
        'turkishContingent.included': { guard: 'turkishContingent', target: 'included' },
      },
    },
    included: {
      meta: { title: 'included', level: 3 },
      on: {
        'turkishContingent.excluded': 'excluded',
      },
    },
  },
});
