import { region } from '../setup.ts';

/** Restrictions on movement and access other than at Rafah, and their easing. */
export const restrictions = region({
  meta: { title: 'restrictions on access', kind: 'provision' },
  initial: 'inPlace',
  states: {
    inPlace: {
      meta: { title: 'in place', level: 0 },
      on: {
        'restrictions.eased': 'partlyEased',
      },
    },
    partlyEased: {
      meta: { title: 'partly eased', level: 1 },
      on: {
        'restrictions.furtherEased': 'furtherEased',
        'restrictions.tightened': 'inPlace',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'inPlace' },
      },
    },
    furtherEased: {
      meta: { title: 'further eased', level: 2 },
      on: {
        'restrictions.tightened': 'inPlace',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'inPlace' },
      },
    },
  },
});
