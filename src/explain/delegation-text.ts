import { type Agreement, partyTitle } from '../model/agreement.ts';
import { tenureText } from './tenure-text.ts';
import { listedWords, type Phrase, phrased } from './document.ts';
import { restsOnPhrase } from './words.ts';

/** Which parties are counted as one, since one acts for the other, and what says so; empty where none is. */
export function delegationWords(agreement: Agreement): Phrase[] {
  const said = [...agreement.parties.values()].flatMap(({ id, title, actsFor }) => {
    if (actsFor === undefined) return [];
    const { party, claims, from = null, until = null } = actsFor;
    const says = restsOnPhrase(agreement, claims, claims.length === 0 ? 'assumed' : 'sourced');
    return [
      phrased`${title === '' ? id : title} acts for ${partyTitle(agreement, party)}${tenureText({ from, until })}${says}`,
    ];
  });
  return said.length === 0 ? [] : phrased`Counted as one: ${listedWords(said)}.`;
}
