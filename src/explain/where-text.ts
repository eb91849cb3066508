import { type Agreement, regionTitle, stageTitle } from '../model/agreement.ts';
import type { Case, StandsIn } from '../search/beginnings.ts';
import { type Block, heading, line, phrased } from './document.ts';
import { WITH_ASSUME } from './typed-words.ts';
import { counted, inRuns, listedStages } from './words.ts';

/** So many cases of an answer are told; of the others only how many there are. */
const MOST_CASES = 8;
/** So many ways in which things may stand are told of one case. */
const MOST_WHERE = 4;

/** An answer case by case: where things stand so, what is so there. */
export function caseBlocks<Answer>(
  agreement: Agreement,
  cases: readonly Case<Answer>[],
  told: (answer: Answer) => readonly Block[],
  depth = 0,
): Block[] {
  const all = cases.flatMap(({ where }) => where);
  const shown = cases.slice(0, MOST_CASES);
  const rest = cases.slice(MOST_CASES).flatMap(({ where }) => where).length;
  return [
    ...shown.flatMap(({ where, answer }) => [
      heading(`${whereText(agreement, where, all)}:`),
      ...told(answer),
    ]),
    ...line(
      rest === 0
        ? ''
        : phrased`Of ${counted(rest, 'other state')} that ${rest === 1 ? 'is' : 'are'} possible nothing is listed here; to ask about one, take what is not known for granted ${WITH_ASSUME}.`,
      depth,
    ),
  ];
}

/**
 * `Where the canal is at closed or dredged, and the wreck at raised`: what some of the ways in which things may stand have in
 * common, as far as it tells them from the others.
 */
export function whereText(
  agreement: Agreement,
  given: readonly (readonly StandsIn[])[],
  all: readonly (readonly StandsIn[])[],
): string {
  const where = [...new Map(given.map((stands) => [JSON.stringify(stands), stands])).values()];
  const own = stagesBy(where);
  const possible = stagesBy(all);
  // In whose runs it is said where that differs from one region to another.
  const isApart = new Set(all.flat().map(({ readings }) => readings.join(' '))).size > 1;
  const said = (stands: readonly StandsIn[]): string => standsText(agreement, stands, isApart);
  // Each region by itself, where every combination of their stages is among them.
  const size = [...own.values()].reduce((product, stands) => product * stands.length, 1);
  if (size === where.length) {
    const telling = [...own].flatMap(([key, stands]) =>
      stands.length === possible.get(key)?.length ? [] : [said(stands)],
    );
    return telling.length === 0 ? 'Wherever that stands' : `Where ${telling.join(', with ')}`;
  }
  const first = where
    .slice(0, MOST_WHERE)
    .map((stands) => stands.map((each) => said([each])).join(', with '));
  const rest = where.length - first.length;
  const more =
    rest === 0
      ? []
      : [`in ${counted(rest, 'other state')} that ${rest === 1 ? 'is' : 'are'} possible`];
  return `Where ${[...first, ...more].join('; or ')}`;
}

/** By region and whose runs: where it may stand. */
function stagesBy(where: readonly (readonly StandsIn[])[]): Map<string, StandsIn[]> {
  const found = new Map<string, StandsIn[]>();
  for (const stands of where)
    for (const each of stands) {
      const key = `${each.region} ${each.readings.join(' ')}`;
      const known = found.get(key) ?? [];
      if (!known.some(({ stage }) => stage === each.stage)) found.set(key, [...known, each]);
    }
  return found;
}

function standsText(agreement: Agreement, stands: readonly StandsIn[], isApart: boolean): string {
  const [first] = stands;
  if (first === undefined) return '';
  const { region, readings } = first;
  const titles = stands.map(({ stage }) => stageTitle(agreement, region, stage));
  const whose = isApart ? ` ${inRuns(agreement, readings)}` : '';
  return `${regionTitle(agreement, region)}: ${listedStages(titles, 'or')}${whose}`;
}
