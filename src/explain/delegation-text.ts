import { type Agreement, partyTitle } from '../model/agreement.ts';
import { tenureText } from './tenure-text.ts';
import { listed, restsOn } from './words.ts';

/** Which parties are counted as one, since one acts for the other, and what says so; empty where none is. */
export function delegationText(agreement: Agreement): string {
  const said = [...agreement.parties.values()].flatMap(({ id, title, actsFor }) => {
    if (actsFor === undefined) return [];
    const { party, claims, from = null, until = null } = actsFor;
    const says = restsOn(agreement, claims, claims.length === 0 ? 'assumed' : 'sourced');
    return [
      `${title === '' ? id : title} acts for ${partyTitle(agreement, party)}${tenureText({ from, until })} [${says}]`,
    ];
  });
  return said.length === 0 ? '' : `Counted as one: ${listed(said)}.`;
}
