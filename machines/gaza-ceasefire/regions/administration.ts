import { region } from '../setup.ts';

/** Who runs public affairs in the part of the Strip that Hamas still governs. */
export const administration = region({
  meta: { title: 'administration of the Strip', kind: 'provision' },
  initial: 'deFacto',
  states: {
    deFacto: {
      meta: { title: 'run by Hamas de facto', level: 0 },
      on: {
        'administration.transferOffered': 'transferOffered',
        'administration.transferred': { guard: 'administrationTransfer', target: 'transferred' },
      },
    },
    transferOffered: {
      meta: { title: 'transfer offered', level: 1 },
      on: {
        'administration.transferred': { guard: 'administrationTransfer', target: 'transferred' },
        'administration.reverted': 'deFacto',
      },
    },
    transferred: {
      meta: { title: 'transferred to the committee', level: 2 },
      on: {
        'administration.handedOver': { guard: 'paHandover', target: 'handedOver' },
        'administration.reverted': 'deFacto',
      },
    },
    handedOver: {
      meta: { title: 'handed over to the Palestinian Authority', level: 3 },
      on: {
        'administration.reverted': 'deFacto',
      },
    },
  },
});
