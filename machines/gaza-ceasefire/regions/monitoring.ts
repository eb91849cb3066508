import { region } from '../setup.ts';

/** Long-term arrangements for monitoring security. */
export const monitoring = region({
  meta: { title: 'security monitoring', kind: 'provision' },
  initial: 'envisioned',
  states: {
    envisioned: {
      meta: { title: 'envisioned', level: 0 },
      on: {
        'monitoring.agreed': 'agreed',
      },
    },
    agreed: {
      meta: { title: 'agreed', level: 1 },
      on: {
        'monitoring.beganOperating': 'operating',
      },
    },
    operating: {
      meta: { title: 'operating', level: 3 },
      on: {
        'monitoring.suspended': 'agreed',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'agreed' },
      },
    },
  },
});
