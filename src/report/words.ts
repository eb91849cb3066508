import {
  type Agreement,
  type Controllers,
  partyTitle,
  readingTitle,
  stageTitle,
} from '../model/agreement.ts';
import { citationsText } from '../model/citation.ts';
import type { Leaf } from '../model/condition.ts';
import type { DayRange } from '../model/days.ts';
import type { Outcome } from '../model/run.ts';
import { isAtSecondHand } from '../model/verdict.ts';

/** `2025-12-20`, `2025-12-01 to 2025-12-14`, or `undated`. */
export function spoken(range: DayRange | null): string {
  if (range === null) return 'undated';
  return range.from === range.to ? range.from : `${range.from} to ${range.to}`;
}

/** `3,879,207,521,280`: exactly, and readable. */
export function spokenCount(count: bigint): string {
  return count.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;
}

/**
 * Who can bring something about: `A and B together, or C`; nobody; or that no document says.
 *
 * @param takingPart claims that tell who takes part so far, of use only where no document says who can
 */
export function spokenControllers(
  agreement: Agreement,
  controllers: Controllers,
  takingPart: readonly string[] = [],
): string {
  if (controllers === null) {
    const soFar =
      takingPart.length === 0
        ? ''
        : ` (who takes part so far: ${citationsText(agreement, takingPart)})`;
    return `the documents do not say who${soFar}`;
  }
  if (controllers.length === 0) return 'nobody';
  return listed(
    controllers.map(
      (set) =>
        `${listed(set.map((id) => partyTitle(agreement, id)))}${set.length > 1 ? ' together' : ''}`,
    ),
    'or',
  );
}

/**
 * Who can bring an event about, and what says so: `A, or B (derived: The Lock Gazette, 2 Mar 2031 (gazette-3.c1))`.
 *
 * @param counts whether a claim counts; where none of those that say it does, nothing is said of who can
 */
export function spokenWho(
  agreement: Agreement,
  eventId: string,
  counts: (reference: string) => boolean = () => true,
): string {
  const event = agreement.events.get(eventId);
  const claims = (event?.claims ?? []).filter(counts);
  const isUnsaid = claims.length === 0 && (event?.claims ?? []).length > 0;
  if (event === undefined || event.controllers === null || isUnsaid)
    return spokenControllers(agreement, null, claims);
  const said = cited(agreement, claims, event.inference === null ? 'sourced' : 'derived');
  return `${spokenControllers(agreement, event.controllers)} (${said})`;
}

/** What a leaf asks for: `remains: recovered or handed over`, or `never`. */
export function spokenLeaf(agreement: Agreement, leaf: Leaf): string {
  if (leaf.region === null) return 'never';
  const region = agreement.regions.get(leaf.region);
  return `${region?.title ?? leaf.region}: ${listed(
    leaf.stages.map((stage) => stageTitle(agreement, leaf.region ?? '', stage)),
    'or',
  )}`;
}

/** `sourced: The Lock Gazette, 2 Mar 2031 (gazette-3.c1, c4)`, or what the line is instead. */
export function cited(
  agreement: Agreement,
  claims: readonly string[],
  basis: 'sourced' | 'derived' | 'assumed' = 'sourced',
): string {
  if (basis === 'assumed') return 'assumed';
  return claims.length === 0 ? basis : `${basis}: ${citationsText(agreement, claims)}`;
}

/** The same of what somebody asks for, with whether it is known at second hand only. */
export function citedAsSaid(
  agreement: Agreement,
  claims: readonly string[],
  basis: 'sourced' | 'derived' = 'sourced',
): string {
  return `${cited(agreement, claims, basis)}${isAtSecondHand(agreement, claims) ? '; at second hand' : ''}`;
}

/** Where the model's own conditions refuse what the reading says nothing about. */
export const HELD_UP = 'held up by the model';

/** One outcome in a word or two; `unstated` never looks like agreement. */
export function spokenOutcome(outcome: Outcome | undefined): string {
  if (outcome === undefined || outcome.status === null) return '·';
  if (outcome.status === 'recognised' && outcome.position === 'unstated') return 'unstated';
  // The reading itself states nothing here: what all readings share keeps the gate closed.
  if (outcome.status === 'refused' && outcome.position === 'unstated') return HELD_UP;
  return outcome.status;
}

/** The readings' titles as column heads. */
export function readingHeads(agreement: Agreement, readings: readonly string[]): string[] {
  return readings.map((id) => readingTitle(agreement, id));
}

/** What every answer about who can do what takes for granted. */
export const AS_ASKED = 'Taken for granted: from here on no party waives or changes what it asks.';

/** The line that ends every answer: how far the record reaches. */
export function recordLine(agreement: Agreement): string {
  return `The record ends on ${agreement.recordEnds}; nothing later is known here.`;
}
