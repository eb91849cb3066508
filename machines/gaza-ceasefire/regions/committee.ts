import { region } from '../setup.ts';

/** The Palestinian technocratic body that is to manage the Strip (in document-5 the NGAC). */
export const committee = region({
  meta: { title: 'technocratic committee', kind: 'provision' },
  initial: 'proposed',
  states: {
    proposed: {
      meta: { title: 'proposed', level: 0 },
      on: {
        'committee.agreed': 'agreed',
        'committee.named': 'named',
      },
    },
    agreed: {
      meta: { title: 'agreed', level: 1 },
      on: {
        'committee.named': 'named',
        'committee.dissolved': 'proposed',
      },
    },
    named: {
      meta: { title: 'named', level: 2 },
      on: {
        'committee.tookOffice': { guard: 'committeeOffice', target: 'inOffice' },
        'committee.dissolved': 'proposed',
      },
    },
    inOffice: {
      meta: { title: 'in office', level: 3 },
      on: {
        'committee.dissolved': 'proposed',
      },
    },
  },
});
