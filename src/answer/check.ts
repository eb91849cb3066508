import { partyReadings } from '../model/agreement.ts';
import type { Verdict } from '../model/shapes/scenario.ts';
import {
  combinedVerdict,
  type GateUnderReading,
  judgeGate,
  overallVerdict,
} from '../model/verdict.ts';
import type { Standing } from './standing.ts';

/** The readings computed from the parties' own verdicts. */
export const COMPUTED_READINGS = ['everyone', 'anyone'] as const;

/** One gate from one viewpoint: the verdict of each reading asked for, and what they come to together. */
export interface GateCheck {
  readonly gate: string;
  /** Over the party readings asked for; over all readings asked for where no party is among them. */
  readonly verdict: Verdict | 'contested';
  readonly everyone: Verdict;
  readonly anyone: Verdict;
  readonly readings: readonly GateUnderReading[];
}

/**
 * Which preconditions of a gate are unmet, by whose account.
 *
 * @param asked ids of the readings wanted; none for all of them
 */
export function checkGate(
  standing: Standing,
  gateId: string,
  asked: readonly string[] = [],
): GateCheck {
  const { agreement, day, states } = standing;
  const judge = (reading: string): GateUnderReading => {
    const state = states[reading];
    if (state === undefined)
      throw new Error(`The agreement ${agreement.id} has no reading ${reading}.`);
    return judgeGate(agreement, gateId, { reading, day, waived: state.waived }, state);
  };
  const parties = partyReadings(agreement).map((reading) => judge(reading.id));
  const wanted = asked.length === 0 ? [...agreement.readings.keys()] : asked;
  const readings = wanted.map((id) => parties.find((entry) => entry.reading === id) ?? judge(id));
  const askedParties = readings.filter(
    (entry) => agreement.readings.get(entry.reading)?.kind === 'party',
  );
  return {
    gate: gateId,
    verdict: overallVerdict(askedParties.length > 0 ? askedParties : readings),
    everyone: combinedVerdict(parties, 'everyone'),
    anyone: combinedVerdict(parties, 'anyone'),
    readings,
  };
}

/** Every gate, in the order of the agreement's files. */
export function checkGates(standing: Standing, asked: readonly string[] = []): GateCheck[] {
  return [...standing.agreement.gates.keys()].map((gate) => checkGate(standing, gate, asked));
}

/** Whether a verdict lets the gate's event pass by a position that somebody states. */
export function lets(verdict: Verdict | 'contested'): boolean {
  return verdict === 'open' || verdict === 'passed';
}
