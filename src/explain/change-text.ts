import { type Agreement, readingTitle } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { Overall } from '../model/standing.ts';
import { verdictsOf } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import { stageText } from './fact-text.ts';
import { capital, VERDICT_WORDS } from './words.ts';

/** As many parties whose verdict changed are named. */
const MOST_NAMED = 2;

/** That no step behind, or before, changes anything on the board. */
export const NO_CHANGE = {
  [1]: 'No later step changes a verdict on the board, or the phase.',
  [-1]: 'No earlier step changes a verdict on the board, or the phase.',
} as const;

/**
 * What changed on the board from one moment to another: `Phase two begins: contested, was open. Northquay: closed, was
 * unknown.`
 *
 * @param gate the one on the board; null where there is none
 */
export function changeText(
  agreement: Agreement,
  gate: string | null,
  before: Moment,
  after: Moment,
): string {
  const was = (now: string, then: string) => `${now}, was ${then}`;
  const said: string[] = [];
  const found = agreement.gates.get(gate ?? '');
  if (found !== undefined) {
    const then = verdictsOf(before, found.event);
    const now = verdictsOf(after, found.event);
    const word = (verdict: Overall) => VERDICT_WORDS[verdict].word;
    const parties = [...now.each].flatMap(([reading, verdict]) => {
      const earlier = then.each.get(reading);
      return earlier === undefined || earlier === verdict
        ? []
        : [`${readingTitle(agreement, reading)}: ${was(word(verdict), word(earlier))}`];
    });
    if (now.verdict !== then.verdict)
      said.push(`${found.title}: ${was(word(now.verdict), word(then.verdict))}`);
    else if (parties.length > 0)
      said.push(`${found.title}: ${parties.slice(0, MOST_NAMED).join('; ')}`);
  }
  for (const region of agreement.regions.values()) {
    if (region.kind !== 'phase') continue;
    const [then, now] = [before, after].map(({ states }) => states[REPORTED]?.facts[region.id]);
    if (then === undefined || now === undefined) continue;
    const [from, to] = [
      stageText(agreement, region.id, then),
      stageText(agreement, region.id, now),
    ];
    if (from !== to) said.push(`${region.title}: ${was(to, from)}`);
  }
  return said.length === 0
    ? 'The phase changes in the run of a party.'
    : `${said.map(capital).join('. ')}.`;
}
