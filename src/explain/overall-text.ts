import { outOfReach } from '../answer/out-of-reach.ts';
import { readingTitle } from '../model/agreement.ts';
import type { PartyStanding, Standing } from '../model/standing.ts';
import { grouped } from './grouped.ts';
import { capital, inRuns, listed, STANCE_WORDS, VERDICT_WORDS } from './words.ts';

/** What is said of the parties that stand alike, before their names and behind them. */
const ALIKE: readonly (readonly [
  test: (party: PartyStanding) => boolean,
  said: string,
  after?: string,
])[] = [
  [({ verdict }) => verdict === 'closed', 'held back by'],
  [({ verdict, stance }) => verdict === 'open' && stance === 'backs', 'backed by'],
  [({ verdict }) => verdict === 'open', 'nothing more is asked by'],
  [
    ({ verdict, takenBy }) => verdict === 'passed' && takenBy?.isGranted === true,
    'granted as having happened by',
  ],
  [
    ({ verdict, takenBy }) =>
      verdict === 'passed' && takenBy !== null && takenBy.status !== 'happened',
    'passed in the runs of',
    ', by what is only expected or assumed',
  ],
  [({ verdict }) => verdict === 'passed', 'passed in the runs of'],
  [({ verdict }) => verdict === 'unknown', 'not known for'],
  [
    ({ verdict, statements }) => verdict === 'unstated' && statements.length > 0,
    'no position certain by then of',
  ],
  [({ verdict }) => verdict === 'unstated', `${STANCE_WORDS.unstated} of`],
];

/**
 * The verdict over the parties in one line: `Contested: held back by A; backed by B; no position reported of C.` Where
 * no party's reading was asked for, it is that of the terms, and said to be. A party that lets it pass may stand where it
 * is not possible: that is said behind.
 */
export function overallText(found: Standing): string {
  const { moment, parties, terms, verdict } = found;
  const { agreement } = moment;
  const counts = parties.length > 0 ? parties : terms;
  const placeOf = (party: PartyStanding) => ALIKE.findIndex(([test]) => test(party));
  const groups = grouped(
    counts.toSorted((left, right) => placeOf(left) - placeOf(right)),
    (party) => String(placeOf(party)),
  ).map((alike) => {
    const [, said = '', after = ''] = ALIKE[placeOf(alike[0])] ?? [];
    const words = alike.length === 1 ? said.replace('in the runs of', 'in the run of') : said;
    const names = listed(alike.map(({ reading }) => readingTitle(agreement, reading)));
    return `${words} ${names}${after}`;
  });
  const whose = parties.length > 0 ? '' : " (by terms that are no party's)";
  const { word } = VERDICT_WORDS[verdict];
  // The verdict is not said twice: `Passed: in the runs of A and B`.
  const all = groups.join('; ').replace(new RegExp(`^${word} (?=in the run)`), '');
  return [
    `${capital(word)}${whose}: ${all}.`,
    ...requirementTexts(found),
    ...outOfReachTexts(found),
  ].join(' ');
}

/** That the model requires something first as well, where that is not met: no party's position can do without it. */
function requirementTexts(found: Standing): string[] {
  const said = found.verdict === 'passed' ? '' : requirementUnmet(found);
  return said === '' ? [] : [`${capital(said)}.`];
}

/** That what the model itself requires first is not met, in words that go on; empty where it is, or nothing is. */
export function requirementUnmet({ requirement }: Standing): string {
  if (requirement === null || requirement.truth === true) return '';
  return requirement.truth === false
    ? 'what the model itself requires first is unmet'
    : 'whether what the model itself requires first is met is not known';
}

/** `Not possible in the run of A.`: of those that let it pass. */
function outOfReachTexts(found: Standing): string[] {
  const { agreement } = found.moment;
  return grouped(outOfReach(found), notThereWord).map(
    (alike) =>
      `${notThereWord(alike[0])} ${inRuns(
        agreement,
        alike.map(({ reading }) => reading),
      )}.`,
  );
}

function notThereWord({ possible, outcome }: PartyStanding): string {
  if (possible.answer === null) return 'Not known whether possible';
  return outcome.status === 'already' ? 'Things stand there already' : 'Not possible';
}
