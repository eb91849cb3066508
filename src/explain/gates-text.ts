import type { Moment } from '../model/moment.ts';
import type { Overall, Standing } from '../model/standing.ts';
import { type Block, GAP, line, rows } from './document.ts';
import { momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import { canHappenWord, runTitle, truthWord, VERDICT_WORDS } from './words.ts';

/** Every gate by every reading, one row each: a matrix. */
export function gatesText(moment: Moment, standings: readonly Standing[]): Block[] {
  const nothing = nothingPublishedText(moment);
  if (nothing !== '') return [...momentHead(moment), GAP, ...line(nothing), ...momentFoot(moment)];
  const { agreement } = moment;
  const [first] = standings;
  const readings = [...(first?.parties ?? []), ...(first?.terms ?? [])].map(
    ({ reading }) => reading,
  );
  const head = [
    'Gate',
    'Overall',
    ...readings.map((id) => runTitle(agreement, id)),
    'Can happen',
    'Model requires',
    'Event',
  ];
  const cells = standings.map(
    ({ gate, event, verdict, parties, terms, possible, taken, requirement }) => [
      gate?.id ?? event.id,
      VERDICT_WORDS[verdict].word,
      ...[...parties, ...terms].map((party) => VERDICT_WORDS[party.verdict].word),
      canHappenWord(possible.answer, taken),
      requirement === null ? '' : truthWord(requirement.truth),
      event.title,
    ],
  );
  return [
    ...momentHead(moment),
    GAP,
    ...rows(cells, { head }),
    GAP,
    ...line(legendOf(standings)),
    ...momentFoot(moment),
  ];
}

/** What the words in the matrix mean, of those that are in it. */
function legendOf(standings: readonly Standing[]): string {
  const used = new Set(
    standings.flatMap(({ verdict, parties, terms }): Overall[] => [
      verdict,
      ...[...parties, ...terms].map((each) => each.verdict),
    ]),
  );
  const words = Object.entries(VERDICT_WORDS)
    .filter(([verdict]) => used.has(verdict as Overall))
    .map(([, { word, meaning }]) => `${word}: ${meaning}`);
  return `${words.join('; ')}. Overall is over the parties; terms as reported are no party's and do not count. \`check\` with a gate shows its conditions and their claims.`;
}
