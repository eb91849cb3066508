import {
  type Agreement,
  type AgreementEvent,
  type CitedClaim,
  type Controllers,
  partyTitle,
  readingTitle,
} from '../model/agreement.ts';
import { isAtSecondHand } from '../model/condition-status.ts';
import type { ConditionStatus } from '../model/condition-status.ts';
import type { Truth } from '../model/kleene.ts';
import type { Stance, Stated } from '../model/statement.ts';
import type { Basis, OutcomeStatus, ScenarioFile, StepStatus } from '../model/shapes/scenario.ts';
import type { Overall } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import type { PropertyVerdict } from '../search/verify.ts';
import { citationsBySource, citationsText, sourceText } from '../model/citation.ts';
import { type Phrase, phrase, phrased } from './document.ts';
import { VERDICT_TONES } from './tones.ts';
import { dayText } from '../model/day-words.ts';

/** A word that answers use, and what it means, for whoever meets it for the first time. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

/** What it means that something cannot be told. */
export const NOT_KNOWN = 'something that decides it is not known';
const KEPT_FROM = 'the party objects, or something that it asks is unmet';

/** How an event stands under one reading, and over several. */
export const VERDICT_WORDS: Readonly<Record<Overall, Word>> = {
  open: { word: 'open', meaning: 'what the party asks is met, or it asks nothing and backs it' },
  passed: { word: 'passed', meaning: 'it has happened as the party recognises it' },
  closed: { word: 'closed', meaning: KEPT_FROM },
  unknown: { word: 'unknown', meaning: NOT_KNOWN },
  unstated: { word: 'unstated', meaning: 'no position reported, or none that is certain by then' },
  contested: {
    word: 'contested',
    meaning: 'open or passed under one reading, closed under another',
  },
};

/** The word for a verdict; that parties differ is what one must not miss. */
export function verdictWord(verdict: Overall): string {
  const { word } = VERDICT_WORDS[verdict];
  return verdict === 'contested' ? word.toUpperCase() : word;
}

/** A verdict's word in its tone, in a text as it stands there. */
export function verdictPhrase(verdict: Overall, word = VERDICT_WORDS[verdict].word): Phrase {
  const brief = verdict === 'contested' ? verdictWord(verdict) : word;
  return phrase(word, VERDICT_TONES[verdict], { brief });
}

/** What a party holds on an event. */
export const STANCE_WORDS: Readonly<Record<Stance | 'unstated', string>> = {
  asks: 'asks',
  objects: 'objects; no condition reported',
  backs: 'backs it',
  unstated: 'no position reported',
};

/** The same in sentences, as far as it is certain: what is held, came to be held, and is held no longer. */
export const HELD_WORDS: Readonly<
  Record<
    Stated,
    {
      /** How a sentence on what is held begins. */
      readonly certain: string;
      readonly perhaps: string;
      readonly still: string;
      /** What follows after a party's name and a colon, or after a comma. */
      readonly holding: string;
      readonly perhapsHolding: string;
      readonly noLonger: string;
      /** What follows after "the position of a party", before an event. */
      readonly towards: string;
    }
  >
> = {
  asks: {
    certain: 'Asks',
    perhaps: 'May already ask',
    still: 'May still ask',
    holding: 'asking for',
    perhapsHolding: 'perhaps already asking for',
    noLonger: 'no longer asking for',
    towards: 'asking something before',
  },
  objects: {
    certain: 'Objects; no condition reported',
    perhaps: 'May already object; no condition reported',
    still: 'May still object; no condition reported',
    holding: 'objecting, no condition reported',
    perhapsHolding: 'perhaps already objecting, no condition reported',
    noLonger: 'no longer objecting',
    towards: 'objecting to',
  },
  backs: {
    certain: 'Backs it',
    perhaps: 'May already back it',
    still: 'May still back it',
    holding: 'backing it',
    perhapsHolding: 'perhaps already backing it',
    noLonger: 'no longer backing it',
    towards: 'backing',
  },
  drops: {
    certain: 'No longer holds what it held',
    perhaps: 'May no longer hold what it held',
    still: 'May no longer hold what it held',
    holding: 'dropping',
    perhapsHolding: 'perhaps already dropping',
    noLonger: 'no longer dropping',
    towards: 'dropping what it held on',
  },
};

/** What a run makes of a step. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeStatus, Word>> = {
  recognised: { word: 'recognised', meaning: "the party's position lets it pass" },
  unopposed: { word: 'unopposed', meaning: 'no position reported; taken for want of an objection' },
  refused: { word: 'refused', meaning: KEPT_FROM },
  held: { word: 'held', meaning: 'the model requires something first that is unmet' },
  disputed: { word: 'disputed', meaning: 'the party denies that it happened' },
  void: {
    word: 'attempted, void',
    meaning: 'it was attempted and came to nothing, so it moves nothing',
  },
  already: { word: 'already so', meaning: 'things stand there already' },
  impossible: { word: 'impossible', meaning: 'it cannot happen from where things stand' },
  unknown: { word: 'not determined', meaning: NOT_KNOWN },
};

/** How a condition stands, with a mark that can be told from the others without colour. */
export const CONDITION_WORDS: Readonly<
  Record<ConditionStatus['status'], { readonly mark: string; readonly word: string }>
> = {
  met: { mark: '✓', word: 'met' },
  unmet: { mark: '✗', word: 'unmet' },
  unknown: { mark: '?', word: 'unknown' },
  waived: { mark: '~', word: 'waived' },
};

/** Whether a property holds in everything that can be reached. */
export const PROPERTY_WORDS: Readonly<Record<PropertyVerdict, Word>> = {
  holds: { word: 'holds', meaning: 'it is so in every state that can be reached' },
  vacuous: {
    word: 'vacuous',
    meaning: 'it holds, but only because nothing that it speaks of can happen',
  },
  fails: { word: 'fails', meaning: 'it is not so in some state that can be reached' },
  unknown: { word: 'not known', meaning: 'it holds or fails by something that is not known' },
  unfinished: {
    word: 'not determined',
    meaning:
      'the work was stopped before it was decided, or too much is not known to look at every case',
  },
};

/** What a step is, before what it says; one that happened is not marked. */
export const STEP_STATUS_WORDS: Readonly<Record<StepStatus, string>> = {
  happened: '',
  expected: 'expected',
  scheduled: 'scheduled',
  assumed: 'assumed',
};

const TRUTH_WORDS = { true: 'met', false: 'unmet', null: 'not known' } as const;

/** Whether what is asked as a whole is met. */
export function truthWord(truth: Truth): string {
  return TRUTH_WORDS[`${truth}`];
}

/**
 * Whether an event can happen as far as its stage goes, in a word: what has happened is not asked about any more. Whether
 * parties let it pass, and the model requires something first, are answers of their own.
 */
export function canHappenWord(answer: Truth, taken: Truth): string {
  if (answer === true) return 'yes';
  if (taken === true) return 'happened';
  return answer === false ? 'no' : 'not known';
}

/** `in the run of A`, `in the runs of A and B`; `as reported` of the run that takes all that is. */
export function inRuns(agreement: Agreement, readings: readonly string[]): string {
  if (readings.length === 1 && readings[0] === REPORTED) return runTitle(agreement, REPORTED);
  return `in the ${readings.length === 1 ? 'run' : 'runs'} of ${readingTitles(agreement, readings)}`;
}

/** `under the reading of A`, `under the readings of A and B`: by what they hold. */
export function underReadings(agreement: Agreement, readings: readonly string[]): string {
  return `under the ${readings.length === 1 ? 'reading' : 'readings'} of ${readingTitles(agreement, readings)}`;
}

/** What every answer about who can do what takes for granted. */
export const AS_ASKED = 'Taken for granted: from here on no party waives or changes what it asks.';

/** What a run is called in a list of readings. */
export function runTitle(agreement: Agreement, run: string): string {
  return run === REPORTED ? 'as reported' : readingTitle(agreement, run);
}

/**
 * What the run is called that takes all that a scenario tells: what is assumed or expected in it is not what is reported.
 *
 * @param kind of the scenario
 */
export function toldTitle(kind: ScenarioFile['kind']): string {
  const more = { documented: '', projected: ' and expected', hypothetical: ' and assumed' };
  return `as reported${more[kind]}`;
}

/** Whose it is that something stands so: `as reported`, `under the reading of A`. It credits nobody with recognising anything. */
export function underRun(agreement: Agreement, run: string): string {
  return run === REPORTED ? 'as reported' : underReadings(agreement, [run]);
}

/** An event by the names that commands take: `gate canalOpening, event canal.opened`. */
export function eventName({ id, gate }: Pick<AgreementEvent, 'id' | 'gate'>): string {
  return gate === null || gate === id ? `event ${id}` : `gate ${gate}, event ${id}`;
}

/** An event's title, or the id where there is no such event. */
export function eventTitle(agreement: Agreement, id: string): string {
  return agreement.events.get(id)?.title ?? id;
}

/** The readings' titles: `A, B and C`. */
export function readingTitles(agreement: Agreement, readings: readonly string[]): string {
  return listed(readings.map((id) => readingTitle(agreement, id)));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;
}

/** Stages by their titles: where one has a comma or a joining word of its own, it must be seen where each ends. */
export function listedStages(titles: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const isPlain = titles.length < 2 || titles.every((title) => !/, | and | or /.test(title));
  return listed(isPlain ? titles : titles.map((title) => `"${title}"`), joint);
}

/** `1 step`, `2 steps`. */
export function counted(count: number | bigint, one: string, many = `${one}s`): string {
  return `${spokenCount(BigInt(count))} ${count === 1 || count === 1n ? one : many}`;
}

/** `3,879,207,521,280`: exactly, and readable. */
export function spokenCount(count: bigint): string {
  return count.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The text with its first letter as at the beginning of a sentence. */
export function capital(words: string): string {
  const [first = ''] = words;
  return first.toUpperCase() + words.slice(first.length);
}

/** Who can bring something about: `A and B together, or C`; nobody; or that no document says. */
export function controllersText(agreement: Agreement, controllers: Controllers): string {
  if (controllers === null) return 'no document says who';
  if (controllers.length === 0) return 'nobody';
  const alternatives = controllers.map((set) => {
    const names = listed(set.map((id) => partyTitle(agreement, id)));
    return set.length > 1 ? `${names} together` : names;
  });
  return controllers.some((set) => set.length > 1)
    ? alternatives.join(', or ')
    : listed(alternatives, 'or');
}

/**
 * The same as a piece of a line.
 *
 * @param takingPart claims that tell who takes part so far, of use only where no document says who can
 */
export function controllersWords(
  agreement: Agreement,
  controllers: Controllers,
  takingPart: readonly string[],
): Phrase[] {
  const who = phrase(controllersText(agreement, controllers));
  return controllers === null ? [who, ...takingPartWords(agreement, takingPart)] : [who];
}

/** What tells who takes part so far, to go on with: `; on who takes part so far: The Gazette, ...`; empty where nothing does. */
export function takingPartWords(agreement: Agreement, claims: readonly string[]): Phrase[] {
  return claims.length === 0
    ? []
    : phrased`; on who takes part so far: ${citedPhrase(agreement, claims)}`;
}

/** Who says a claim, and of whom: `unnamed sources, of a party (hearsay)`. */
export function speakerText(agreement: Agreement, claim: CitedClaim): string {
  const of = claim.attributedTo.map((id) => partyTitle(agreement, id));
  const said = partyTitle(agreement, claim.speaker);
  return `${said}${of.length === 0 ? '' : `, of ${listed(of)}`}${claim.hearsay ? ' (hearsay)' : ''}`;
}

/**
 * What something rests on: its citations where it is sourced; whether it is derived from them, or assumed; and whether
 * they are known at second hand only. Where room is short by whom it is and not by which claim.
 */
export function basisPhrase(
  agreement: Agreement,
  claims: readonly string[],
  basis: Basis = 'sourced',
): Phrase {
  if (basis === 'assumed') return phrase('assumed', 'quiet');
  if (claims.length === 0) return phrase('derived', 'quiet');
  const how = basis === 'derived' ? 'derived: ' : '';
  const hand = isAtSecondHand(agreement, claims) ? '; at second hand' : '';
  return phrase(`${how}${citationsText(agreement, claims)}${hand}`, 'quiet', {
    brief: `${how}${sourcesText(agreement, claims)}`,
    cites: claims,
  });
}

/**
 * The same in square brackets, behind what rests on it.
 *
 * @param more what there is to add to it within the brackets
 */
export function restsOnPhrase(
  agreement: Agreement,
  claims: readonly string[],
  basis: Basis = 'sourced',
  more = '',
): Phrase {
  const { text, brief = text, ...cited } = basisPhrase(agreement, claims, basis);
  return { ...cited, text: ` [${text}${more}]`, brief: ` [${brief}${more}]` };
}

/** Claims as a piece of a line; where room is short by whom they are and not by which claim. */
export function citedPhrase(agreement: Agreement, claims: readonly string[]): Phrase {
  const brief = sourcesText(agreement, claims);
  return phrase(citationsText(agreement, claims), 'quiet', { brief, cites: claims });
}

/** The sources of claims, each once: `The Lock Gazette, 2 Mar 2031; The Pilot, ...`. */
function sourcesText(agreement: Agreement, claims: readonly string[]): string {
  return citationsBySource(agreement, claims)
    .map(({ source }) => sourceText(source))
    .join('; ');
}

/** Where claims say it, and none of them had certainly been published by the day that the question allows. */
export const NOTHING_SAYS_SO = 'no claim published by then says so';

/** That none of the claims had been published, as a piece of a line. */
export function nothingSaysSo(more = ''): Phrase {
  return phrase(` [${NOTHING_SAYS_SO}${more}]`, 'quiet');
}

/** The line that ends every answer: how far the record reaches; empty where it has no source, and so no end. */
export function recordLine({ recordEnds }: Agreement): string {
  return recordEnds === null
    ? ''
    : `The record ends on ${dayText(recordEnds)}; nothing later is known here.`;
}
