import type { Agreement } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { Overall, Standing } from '../model/standing.ts';
import { regionsAsked } from '../answer/bears-on.ts';
import { type Block, GAP, line, rows } from './document.ts';
import { momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import {
  canHappenWord,
  capital,
  readingTitles,
  runTitle,
  truthWord,
  VERDICT_WORDS,
} from './words.ts';

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
    'By its stage',
    'Model requires',
  ];
  const cells = standings.map(
    ({ gate, event, verdict, parties, terms, possible, taken, requirement }) => [
      gateNamed(gate, event),
      VERDICT_WORDS[verdict].word,
      ...[...parties, ...terms].map((party) => VERDICT_WORDS[party.verdict].word),
      canHappenWord(possible.answer, taken),
      requirement === null ? '' : truthWord(requirement.truth),
    ],
  );
  const narrowed = standings.map((standing): string[] => {
    const { gate, event, verdict, possible, taken, requirement } = standing;
    return [
      gateNamed(gate, event),
      VERDICT_WORDS[verdict].word,
      canHappenWord(possible.answer, taken),
      requirement === null ? '' : truthWord(requirement.truth),
      `${byVerdict(agreement, standing)}.`,
    ];
  });
  return [
    ...momentHead(moment),
    GAP,
    ...rows(cells, { head, narrow: { head: NARROW_HEAD, rows: narrowed } }),
    GAP,
    ...line(
      `${verdictsLegend(standings)} \`check\` with a gate shows its conditions and their claims.`,
    ),
    ...momentFoot(moment, [], {
      regions: new Set(standings.flatMap((each) => [...regionsAsked(each)])),
    }),
  ];
}

/** A gate by its title, with what is typed for it. */
export function gateNamed(gate: Standing['gate'], event: Standing['event']): string {
  return `${event.title} (${gate?.id ?? event.id})`;
}

/** A row of the matrix in fewer columns. */
const NARROW_HEAD = ['Gate', 'Overall', 'By its stage', 'Model requires', 'By verdict'];

/** Who is of which verdict, those of one verdict together. */
function byVerdict(agreement: Agreement, { parties, terms }: Standing): string {
  const each = [...parties, ...terms];
  return [...new Set(each.map(({ verdict }) => verdict))]
    .map((verdict) => {
      const of = each.filter((party) => party.verdict === verdict).map(({ reading }) => reading);
      return `${VERDICT_WORDS[verdict].word}: ${readingTitles(agreement, of)}`;
    })
    .map((words, index) => (index === 0 ? capital(words) : words))
    .join('; ');
}

/** What the words in the matrix mean, of those that are in it. */
export function verdictsLegend(standings: readonly Standing[]): string {
  const used = new Set(
    standings.flatMap(({ verdict, parties, terms }): Overall[] => [
      verdict,
      ...[...parties, ...terms].map((each) => each.verdict),
    ]),
  );
  const words = Object.entries(VERDICT_WORDS)
    .filter(([verdict]) => used.has(verdict as Overall))
    .map(([, { word, meaning }]) => `${word}: ${meaning}`);
  return `${words.join('; ')}. Overall is over the parties; terms as reported are no party's and do not count.`;
}
