import { agreement } from './setup.ts';
import { phase } from './regions/phase.ts';
import { truce } from './regions/truce.ts';
import { exchange } from './regions/exchange.ts';
import { remains } from './regions/remains.ts';
import { rafah } from './regions/rafah.ts';
import { aid } from './regions/aid.ts';
import { restrictions } from './regions/restrictions.ts';
import { withdrawal } from './regions/withdrawal.ts';
import { committee } from './regions/committee.ts';
import { administration } from './regions/administration.ts';
import { boardOfPeace } from './regions/board-of-peace.ts';
import { stabilizationForce } from './regions/stabilization-force.ts';
import { turkishContingent } from './regions/turkish-contingent.ts';
import { weapons } from './regions/weapons.ts';
import { demilitarization } from './regions/demilitarization.ts';
import { longTruce } from './regions/long-truce.ts';
import { freezeGuarantees } from './regions/freeze-guarantees.ts';
import { custodyGuarantees } from './regions/custody-guarantees.ts';
import { politicalProcess } from './regions/political-process.ts';
import { talks } from './regions/talks.ts';
import { understandings } from './regions/understandings.ts';
import { signature } from './regions/signature.ts';
import { nationalMeeting } from './regions/national-meeting.ts';
import { paReform } from './regions/pa-reform.ts';
import { monitoring } from './regions/monitoring.ts';
import { reconstruction } from './regions/reconstruction.ts';

/**
 * The whole agreement: what its regions are. Each runs in parallel with the others; a state is its value,
 * one stage a region. Dates are in the scenarios' steps, conditions in the readings.
 */
export const machine = agreement.createMachine({
  id: 'gaza-ceasefire',
  type: 'parallel',
  states: {
    phase,
    truce,
    exchange,
    remains,
    rafah,
    aid,
    restrictions,
    withdrawal,
    committee,
    administration,
    boardOfPeace,
    stabilizationForce,
    turkishContingent,
    weapons,
    demilitarization,
    longTruce,
    freezeGuarantees,
    custodyGuarantees,
    politicalProcess,
    talks,
    understandings,
    signature,
    nationalMeeting,
    paReform,
    monitoring,
    reconstruction,
  },
});
