import { region } from '../setup.ts';

/** A mandate, then contributors, then troops: the order of its stages is why it never deploys without the first two. */
export const stabilizationForce = region({
  meta: { title: 'international stabilization force', kind: 'provision' },
  initial: 'envisioned',
  states: {
    envisioned: {
      meta: { title: 'envisioned', level: 0 },
      on: {
        'stabilizationForce.mandateAgreed': 'mandateAgreed',
      },
    },
    mandateAgreed: {
      meta: { title: 'mandate agreed', level: 1 },
      on: {
        'stabilizationForce.contributorsPledged': {
          guard: 'contributorsPledged',
          target: 'contributorsPledged',
        },
      },
    },
    contributorsPledged: {
      meta: { title: 'contributors pledged', level: 1 },
      on: {
        'stabilizationForce.contributorsWithdrew': 'mandateAgreed',
        'stabilizationForce.deploymentBegan': { guard: 'forceDeployment', target: 'deploying' },
      },
    },
    deploying: {
      meta: { title: 'deploying', level: 2 },
      on: {
        'stabilizationForce.deployed': 'deployed',
        'stabilizationForce.withdrawn': 'contributorsPledged',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'contributorsPledged' },
      },
    },
    deployed: {
      meta: { title: 'deployed', level: 3 },
      on: {
        'stabilizationForce.withdrawn': 'contributorsPledged',
        'truce.collapsed': { guard: 'truce.collapsed', target: 'contributorsPledged' },
      },
    },
  },
});
