import { region } from '../setup.ts';

/** The formulas on the table lie side by side: freezing, custody by a Palestinian authority, disarmament. */
export const weapons = region({
  meta: { title: "armed factions' weapons", kind: 'provision' },
  initial: 'retained',
  states: {
    retained: {
      meta: { title: 'retained', level: 0 },
      on: {
        'weapons.formulaTabled': 'formulaTabled',
        'weapons.frozen': { guard: 'weaponsFreeze', target: 'frozen' },
        'weapons.disarmamentAccepted': { guard: 'disarmament', target: 'disarmamentAccepted' },
      },
    },
    formulaTabled: {
      meta: { title: 'retained, a formula tabled', level: 1 },
      on: {
        'weapons.frozen': { guard: 'weaponsFreeze', target: 'frozen' },
        'weapons.heldInTrust': { guard: 'weaponsCustody', target: 'heldInTrust' },
        'weapons.disarmamentAccepted': { guard: 'disarmament', target: 'disarmamentAccepted' },
      },
    },
    frozen: {
      meta: { title: 'use frozen', level: 2 },
      on: {
        'weapons.heldInTrust': { guard: 'weaponsCustody', target: 'heldInTrust' },
        'weapons.disarmamentAccepted': { guard: 'disarmament', target: 'disarmamentAccepted' },
        'weapons.takenBack': 'retained',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'retained' },
      },
    },
    heldInTrust: {
      meta: { title: 'held by a Palestinian authority', level: 2 },
      on: {
        'weapons.disarmamentAccepted': { guard: 'disarmament', target: 'disarmamentAccepted' },
        'weapons.takenBack': 'retained',
      },
    },
    disarmamentAccepted: {
      meta: { title: 'disarmament accepted', level: 1 },
      on: {
        'weapons.decommissioningBegan': 'decommissioning',
        'weapons.takenBack': 'retained',
      },
    },
    decommissioning: {
      meta: { title: 'being decommissioned', level: 2 },
      on: {
        'weapons.decommissioned': 'decommissioned',
        'weapons.takenBack': 'retained',
      },
    },
    decommissioned: {
      meta: { title: 'decommissioned', level: 3 },
    },
  },
});
