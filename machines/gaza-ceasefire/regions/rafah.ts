import { region } from '../setup.ts';

/** The crossing between Gaza and Egypt: shut, offered for exit alone, announced, open in both directions. */
export const rafah = region({
  meta: { title: 'Rafah crossing', kind: 'provision' },
  initial: 'closed',
  states: {
    closed: {
      meta: { title: 'closed', level: 0 },
      on: {
        'rafah.exitOffered': 'exitOnlyOffered',
        'rafah.reopeningAnnounced': 'reopeningAnnounced',
        'rafah.openedBothWays': { guard: 'rafahOpening', target: 'openBothWays' },
      },
    },
    exitOnlyOffered: {
      meta: { title: 'exit only offered', level: 1 },
      on: {
        'rafah.reopeningAnnounced': 'reopeningAnnounced',
        'rafah.openedBothWays': { guard: 'rafahOpening', target: 'openBothWays' },
        'rafah.closed': 'closed',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'closed' },
      },
    },
    reopeningAnnounced: {
      meta: { title: 'reopening announced', level: 1 },
      on: {
        'rafah.openedBothWays': { guard: 'rafahOpening', target: 'openBothWays' },
        'rafah.closed': 'closed',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'closed' },
      },
    },
    openBothWays: {
      meta: { title: 'open both ways', level: 3 },
      on: {
        'rafah.closed': 'closed',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'closed' },
      },
    },
  },
});
