import { setup } from 'xstate';

const open = () => true;

/** The lease of a mill on a stream that two villages share: who asks what of a gate is in the readings. */
export const machine = setup({
  guards: { renewal: open, opening: open, 'lease.began': open, 'lease.lapsed': open },
}).createMachine({
  id: 'millstream',
  type: 'parallel',
  states: {
    lease: {
      meta: { title: 'lease', kind: 'phase' },
      initial: 'agreed',
      states: {
        agreed: {
          meta: { title: 'agreed', level: 0 },
          on: { 'lease.began': { guard: 'lease.began', target: 'running' } },
        },
        running: {
          meta: { title: 'running', level: 2 },
          on: {
            'lease.renewed': { guard: 'renewal', target: 'renewed' },
            'lease.lapsed': { guard: 'lease.lapsed', target: 'lapsed' },
          },
        },
        renewed: { meta: { title: 'renewed', level: 3 } },
        lapsed: { meta: { title: 'lapsed', level: 0 } },
      },
    },
    sluice: {
      meta: { title: 'sluice', kind: 'provision' },
      initial: 'shut',
      states: {
        shut: {
          meta: { title: 'shut', level: 0 },
          on: { 'lease.began': { guard: 'lease.began', target: 'halfOpen' } },
        },
        halfOpen: {
          meta: { title: 'half open', level: 1 },
          on: {
            'sluice.opened': { guard: 'opening', target: 'open' },
            'lease.lapsed': { guard: 'lease.lapsed', target: 'shut' },
          },
        },
        open: {
          meta: { title: 'open', level: 3 },
          on: {
            'sluice.lowered': 'halfOpen',
            'lease.lapsed': { guard: 'lease.lapsed', target: 'shut' },
          },
        },
      },
    },
    rent: {
      meta: { title: 'rent', kind: 'provision' },
      initial: 'owed',
      states: {
        owed: { meta: { title: 'owed', level: 0 }, on: { 'rent.paid': 'paid' } },
        paid: { meta: { title: 'paid', level: 3 }, on: { 'rent.fellDue': 'owed' } },
      },
    },
  },
});
