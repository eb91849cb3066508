import { overallOf, type Standing } from '../model/standing.ts';

/** How a gate stands without what one reading says of it: that is the question just now. */
export function withoutReading(whole: Standing, reading: string): Standing {
  const others = ({ parties, terms }: Standing) => ({
    parties: parties.filter((each) => each.reading !== reading),
    terms: terms.filter((each) => each.reading !== reading),
  });
  const left = others(whole);
  return { ...whole, ...left, verdict: overallOf(left.parties.map(({ verdict }) => verdict)) };
}
