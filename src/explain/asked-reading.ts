import { readingTitle } from '../model/agreement.ts';
import type { Standing } from '../model/standing.ts';
import { citedClaim } from './claims-text.ts';
import { type Block, line, phrase } from './document.ts';
import { capital } from './words.ts';

/** What is reported of a party, in the words of the record, where it is asked how an event stands under its reading. */
export function askedReadingBlocks(
  { moment: { agreement }, parties, terms }: Standing,
  reading: string,
): Block[] {
  const party = [...parties, ...terms].find((each) => each.reading === reading);
  if (party === undefined) return [];
  const cited = [...party.statements.flatMap(({ claims }) => claims), ...party.says];
  const said = [...new Set(cited)].flatMap((reference) => citedClaim(agreement, reference));
  const whose = capital(readingTitle(agreement, reading));
  return [
    ...line([phrase(`${whose}: how it stands is asked. What is reported:`, 'strong')]),
    ...(said.length === 0 ? line('Nothing is reported of it on this.', 1) : said),
  ];
}
