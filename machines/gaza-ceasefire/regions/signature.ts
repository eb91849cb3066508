import { region } from '../setup.ts';

/** Whether Israel and Hamas have formally signed up to phase two. */
export const signature = region({
  meta: { title: 'signature of phase two', kind: 'circumstance' },
  initial: 'unsigned',
  states: {
    unsigned: {
      meta: { title: 'unsigned', level: 0 },
      on: {
        'signature.signed': 'signed',
      },
    },
    signed: {
      meta: { title: 'signed', level: 3 },
      on: {
        'signature.withdrawn': 'unsigned',
      },
    },
  },
});
