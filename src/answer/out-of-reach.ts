import type { PartyStanding, Standing } from '../model/standing.ts';

/** The parties that let an event pass though their own run stands where it is not possible, or not known to be. */
export function outOfReach({ parties, terms }: Standing): PartyStanding[] {
  const counted = parties.length > 0 ? parties : terms;
  return counted.filter(({ verdict, possible }) => verdict === 'open' && possible.answer !== true);
}
