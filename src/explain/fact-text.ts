import { type Agreement, partyTitle, stageTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import type { Fact } from '../model/run-state.ts';
import { rangeText } from '../model/day-words.ts';
import { type Phrase, phrase, phrased } from './document.ts';
import { listed, listedStages, nothingSaysSo, restsOnPhrase, STEP_STATUS_WORDS } from './words.ts';

/**
 * Where a region stands, since when, and what says so: `located, since 20 Feb 2031 [The Gazette, ...]`. What no step
 * that happened brought about says so first: `expected: raised`.
 *
 * @param disputedBy parties whose claims contradict those behind it
 */
export function factWords(
  moment: Moment,
  region: string,
  fact: Fact,
  disputedBy: readonly string[] = [],
): Phrase[] {
  const { agreement, perhaps } = moment;
  const rest = factBasis(moment, fact, disputedBy);
  const step = perhaps.find(({ id }) => id === fact.step);
  if (fact.stage === 'unknown' && step !== undefined) {
    const between = listedStages(titlesOf(agreement, region, fact));
    return phrased`between ${between}: the step may have happened by then (${rangeText(step.date)})${rest}`;
  }
  return [
    phrase(`${assertedAs(fact)}${stageText(agreement, region, fact)}${sinceText(fact)}`),
    rest,
  ];
}

/** Where a region stands and nothing more: its stage, or that it is not known and which it may be, if not any. */
export function stageText(
  agreement: Agreement,
  region: string,
  fact: Pick<Fact, 'possible'>,
): string {
  const titles = titlesOf(agreement, region, fact);
  if (titles.length === 1) return titles.join('');
  const isAny = titles.length > 2 && titles.length === agreement.regions.get(region)?.stages.length;
  return isAny ? 'not known' : `not known: ${listedStages(titles, 'or')}`;
}

function titlesOf(
  agreement: Agreement,
  region: string,
  { possible }: Pick<Fact, 'possible'>,
): string[] {
  return possible.map((stage) => stageTitle(agreement, region, stage));
}

/**
 * What has to be said before a fact that is none: that it is expected, scheduled or assumed, or follows from what is
 * assumed by the model's own links.
 */
export function assertedAs({ status, basis }: Pick<Fact, 'status' | 'basis'>): string {
  if (status === 'assumed' && basis === 'derived') return 'derived from the assumption: ';
  const word = STEP_STATUS_WORDS[status ?? 'happened'];
  if (word !== '') return `${word}: `;
  return basis === 'assumed' ? 'assumed: ' : '';
}

function sinceText({ stage, since, step, status }: Fact): string {
  if (stage === 'unknown') return '';
  if (step === null) return ', from the start';
  if (since === null) return '';
  if (status !== 'happened') return `, ${rangeText(since)}`;
  return since.from === since.to
    ? `, since ${rangeText(since)}`
    : `, since between ${rangeText(since, 'and')}`;
}

function factBasis(
  moment: Moment,
  fact: Pick<Fact, 'claims' | 'basis'>,
  disputedBy: readonly string[],
): Phrase {
  const { agreement } = moment;
  const claims = published(moment, fact.claims);
  const who = listed(disputedBy.map((id) => partyTitle(agreement, id)));
  const more = who === '' ? '' : `; claims by ${who} dispute some of these`;
  return claims.length === 0 && fact.claims.length > 0
    ? nothingSaysSo(more)
    : restsOnPhrase(agreement, claims, fact.basis, more);
}
