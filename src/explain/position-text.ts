import { type Agreement, readingTitle, regionTitle } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import type { Moment } from '../model/moment.ts';
import type { Span } from '../model/position.ts';
import type { PartyStanding, StatementStanding } from '../model/standing.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import { conditionLines, setsLines, type Told } from './condition-text.ts';
import { endingWords } from './ending-text.ts';
import {
  type Block,
  capitalised,
  detail,
  detailLine,
  line,
  phrase,
  phrased,
  setIn,
} from './document.ts';
import { stepNamed } from './step-title.ts';
import {
  capital,
  citedPhrase,
  HELD_WORDS,
  listed,
  restsOnPhrase,
  STANCE_WORDS,
  STEP_STATUS_WORDS,
  VERDICT_WORDS,
} from './words.ts';

/** Whether anything is reported, or may be, of what a reading holds on an event, or has held. */
export function isReported({ statements, ended }: PartyStanding): boolean {
  return statements.length > 0 || ended.length > 0;
}

/** That no position is reported of a party; or that none is certain, where it may have one by then. */
export function unstatedWord({ statements, ended }: PartyStanding): string {
  if (statements.length > 0) return 'no position certain by then';
  return ended.length > 0 ? 'no position any more' : STANCE_WORDS.unstated;
}

/** That a party granted what happened, and that it is only expected or assumed to have; empty where it has. */
function takenText({ story }: Moment, { verdict, takenBy }: PartyStanding): string {
  if (verdict !== 'passed' || takenBy === null) return '';
  const { step, status, isGranted } = takenBy;
  const how = [...(isGranted ? ['granted by it'] : []), STEP_STATUS_WORDS[status]].filter(
    (part) => part !== '',
  );
  return how.length === 0 ? '' : ` (${how.join(', ')}: ${stepNamed(story.steps, step)})`;
}

/** What one party holds on an event, or the terms as reported ask, and how it stands under that. */
export function positionBlocks(moment: Moment, party: PartyStanding, told: Told): Block[] {
  const { agreement } = moment;
  const { verdict, objections, says } = party;
  const isTerms = agreement.readings.get(party.reading)?.kind === 'terms';
  const whose = `${readingTitle(agreement, party.reading)}${isTerms ? " (terms as reported, no party's)" : ''}`;
  const word = verdict === 'unstated' ? unstatedWord(party) : VERDICT_WORDS[verdict].word;
  return [
    {
      kind: 'verdict',
      of: capital(whose),
      sign: verdict,
      word,
      more: takenText(moment, party),
    },
    ...party.statements.flatMap((held) => setIn(statementLines(moment, party, held, told), 1)),
    ...party.ended.flatMap((ending) =>
      line(phrased`${capitalised(endingWords(moment, ending))}.`, 1),
    ),
    ...line(objections.length > 0 && verdict !== 'passed' ? OBJECTION_STANDS : '', 1),
    ...wouldOpenLines(agreement, party),
    ...unknownLines(agreement, party),
    ...line(
      says.length === 0
        ? ''
        : phrased`Also said, without a position: ${citedPhrase(agreement, says)}`,
      1,
    ),
  ];
}

/** What it would open with; where more may be asked by then, that this is only what certainly is. */
function wouldOpenLines(
  agreement: Agreement,
  { unmet, conditions, verdict }: PartyStanding,
): Block[] {
  const isMoreAsked =
    verdict === 'closed' &&
    conditions.some(
      ({ isCertain, status }) => !isCertain && (status === 'unmet' || status === 'unknown'),
    );
  return isMoreAsked && unmet.length > 0
    ? [
        ...setsLines(agreement, 'Certainly asked and unmet', unmet, 1),
        ...detailLine('More may have been asked by then, so that alone may not open it.', 1),
      ]
    : setsLines(agreement, 'Would open with', unmet, 1);
}

/** That it makes no difference where regions stand. */
export const OBJECTION_STANDS = 'No stage opens it while the objection stands.';

/** What a party holds by one statement, from when and by whose account, with the conditions that it asks as they stand. */
export function statementLines(
  moment: Moment,
  party: Pick<PartyStanding, 'conditions'>,
  held: StatementStanding,
  told: Told,
): Block[] {
  const { agreement } = moment;
  const { statement, isWaived, claims, inference } = held;
  const conditions = conditionsOf(statement.asked);
  const asked = party.conditions.filter(({ condition }) => conditions.includes(condition));
  const waived = isWaived ? 'Waived: ' : '';
  const stance = heldWord(moment, held);
  const said = [
    phrase(`${waived}${stance}`),
    // What is typed to waive it; a condition has its own beside it.
    detail(statement.stance === 'objects' ? ` (${statement.id})` : ''),
    detail(mayHaveEnded(moment, held) ? endText(held) : sinceText(agreement, held)),
    restsOnPhrase(agreement, claims, statement.basis),
  ];
  const inferred = inference === null ? '' : `Inferred: ${inference}`;
  if (asked.length === 0)
    return line([...said, phrase('.'), detail(inferred === '' ? '' : ` ${inferred}`)]);
  return [
    ...line([...said, phrase(':')]),
    ...conditionLines(moment, asked, { claims, inference }, 1, told),
    ...detailLine(inferred, 1),
  ];
}

/** What a statement says of its party: `Backs it`, `May by then object; no condition reported`. */
export function heldWord(moment: Moment, held: StatementStanding): string {
  const { statement, isCertain } = held;
  return HELD_WORDS[statement.stance][
    isCertain ? 'certain' : mayHaveEnded(moment, held) ? 'still' : 'perhaps'
  ];
}

/** Whether it has begun for certain, and what is not known is whether it has ended. */
function mayHaveEnded({ day }: Moment, { isCertain, span }: StatementStanding): boolean {
  return !isCertain && day !== null && span.certainFrom !== null && span.certainFrom <= day;
}

/** That a statement was held, and may have ended or been replaced. */
function endText({ span: { certainFrom, possibleFrom } }: StatementStanding): string {
  const to = certainFrom ?? '';
  const since =
    possibleFrom === null || possibleFrom === to
      ? dayText(to)
      : `between ${rangeText({ from: possibleFrom, to }, 'and')}`;
  return ` (since ${since}; may have ended or been replaced by then)`;
}

/** From when a statement is held, as far as its claims tell. */
export function sinceText(
  agreement: Agreement,
  { isCertain, span, claims }: StatementStanding,
): string {
  const until = span.until === null ? '' : `, until ${dayText(span.until)}`;
  if (claims.length === 0 || span.certainFrom === null) return until;
  const { certainFrom, possibleFrom } = span;
  if (!isCertain) {
    const when =
      possibleFrom === null
        ? `no day is given; reported ${publication(agreement, span, claims)}`
        : `beginning between ${rangeText({ from: possibleFrom, to: certainFrom }, 'and')}`;
    return ` (${when})${until}`;
  }
  if (!span.isDated) {
    const before =
      possibleFrom === null
        ? 'may have been held before'
        : `may have been held from ${dayText(possibleFrom)} on`;
    return ` (certain from its publication ${publication(agreement, span, claims)}; ${before})${until}`;
  }
  if (possibleFrom === certainFrom) return ` (since ${dayText(certainFrom)})${until}`;
  return possibleFrom === null
    ? ` (certain since ${dayText(certainFrom)}; may have been held before)${until}`
    : ` (since between ${rangeText({ from: possibleFrom, to: certainFrom }, 'and')})${until}`;
}

/** When what certainly reports a statement was published: `on 2 Mar 2031`, `by 14 Feb 2031`. */
function publication(agreement: Agreement, span: Span, claims: readonly string[]): string {
  const published = claims
    .map((reference) => agreement.claims.get(reference)?.source.published)
    .find((range) => range?.to === span.certainFrom);
  const day = dayText(span.certainFrom ?? '');
  return published?.from === published?.to ? `on ${day}` : `by ${day}`;
}

/** What is not known and decides the verdict, and what does not. */
function unknownLines(agreement: Agreement, { unknownFacts }: PartyStanding): Block[] {
  const titles = (regions: readonly string[]) =>
    listed(regions.map((id) => regionTitle(agreement, id)));
  const { deciding, irrelevant } = unknownFacts;
  return [
    ...line(deciding.length === 0 ? '' : `Not known, and decides it: ${titles(deciding)}.`, 1),
    ...line(
      irrelevant.length === 0 ? '' : `Not known, and changes nothing here: ${titles(irrelevant)}.`,
      1,
    ),
  ];
}
