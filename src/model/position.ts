import type { Agreement } from './agreement.ts';
import { type Condition, type ConditionTree, conditionsOf, NOTHING_ASKED } from './condition.ts';
import { partsHeld, withoutDropped } from './held-part.ts';
import type { Day } from './days.ts';
import type { Stance, Statement } from './statement.ts';

/** On which day a position is asked for, and by whose publication; null where no day bounds it. */
export interface Clock {
  readonly day: Day | null;
  readonly knownBy: Day | null;
}

/** From when a statement is held: for certain, and perhaps. Null where no day bounds it. */
export interface Span {
  readonly certainFrom: Day | null;
  readonly possibleFrom: Day | null;
  readonly until: Day | null;
  /** Whether the first day is one that a claim gives; otherwise it is that of its publication, and it may have been held before. */
  readonly isDated: boolean;
}

/** From when a condition of a statement is asked: from the statement's own beginning, or from its own where that is later. */
export function conditionSpan(span: Span, { from, until }: Condition): Span {
  const last = until === null ? span.until : earlier(span.until, until.to);
  if (from === null || (span.certainFrom !== null && from.to <= span.certainFrom))
    return { ...span, until: last };
  const possibleFrom = from.from > (span.possibleFrom ?? '') ? from.from : span.possibleFrom;
  return { certainFrom: from.to, possibleFrom, until: last, isDated: true };
}

/** From when any of the conditions of a statement is asked; the statement's own span where it asks none. */
export function askedSpan(span: Span, { asked }: Pick<Statement, 'asked'>): Span {
  const [first, ...others] = conditionsOf(asked).map((condition) => conditionSpan(span, condition));
  if (first === undefined) return span;
  const begun = others.reduce(
    (least, each) => ((each.certainFrom ?? '') < (least.certainFrom ?? '') ? each : least),
    first,
  );
  return { ...begun, until: span.until };
}

function earlier(left: Day | null, right: Day): Day {
  return left !== null && left < right ? left : right;
}

/** What a party may hold at a moment: the statements in force. None: it is unstated. */
export type Held = readonly Statement[];

/** A party's position at a moment, as far as it is certain. */
export interface Position {
  /** What it may hold, each once; a single one where nothing is left open. */
  readonly possible: readonly Held[];
  /** In force whichever is the case, as a whole or in part. */
  readonly certain: readonly Statement[];
  /** In force in some of the cases only. */
  readonly perhaps: readonly Statement[];
  /** The conditions asked, in the order of the file, and whether they are whichever is the case. */
  readonly conditions: readonly { readonly condition: Condition; readonly isCertain: boolean }[];
}

const UNSTATED: Position = { possible: [[]], certain: [], perhaps: [], conditions: [] };

/** Whether a claim is certain to have been published by a day; without a day every claim counts as published. */
export function isPublished(agreement: Agreement, reference: string, day: Day | null): boolean {
  if (day === null) return true;
  const published = agreement.claims.get(reference)?.source.published;
  return published === undefined || published.to <= day;
}

/** Whether a claim may or may not have been published by a day. */
export function isPerhapsPublished(agreement: Agreement, reference: string, day: Day): boolean {
  const published = agreement.claims.get(reference)?.source.published;
  return published !== undefined && published.from <= day && day < published.to;
}

/**
 * From when a statement is held, by the claims that were certainly published by a day.
 *
 * A claim that dates what it speaks of gives the days between which it began; one that does not is certain from its
 * publication on, and may have been so before. Of several the earliest counts.
 *
 * @returns null where nothing that reports it had been published
 */
export function spanOf(
  agreement: Agreement,
  { claims, from, until }: Pick<Statement, 'claims' | 'from' | 'until'>,
  knownBy: Day | null,
): Span | null {
  const known = claims.filter((reference) => isPublished(agreement, reference, knownBy));
  if (claims.length > 0 && known.length === 0) return null;
  if (from !== null) return { certainFrom: from, possibleFrom: from, until, isDated: true };
  let certainFrom: Day | null = null;
  let possibleFrom: Day | null = known.length === 0 ? null : LAST_DAY;
  let isDated = false;
  for (const reference of known) {
    const claim = agreement.claims.get(reference);
    if (claim === undefined) continue;
    const certain = claim.date?.to ?? claim.source.published.to;
    const possible = claim.date?.from ?? null;
    if (certainFrom === null || certain < certainFrom) {
      certainFrom = certain;
      isDated = false;
    }
    if (certain === certainFrom && claim.date !== undefined) isDated = true;
    if (possible === null || (possibleFrom !== null && possible < possibleFrom))
      possibleFrom = possible;
  }
  return { certainFrom, possibleFrom, until, isDated };
}

const LAST_DAY = '9999-12-31';

/** Whether a statement has come to be held by a day: for certain (true), certainly not (false), or perhaps (null). */
export function hasBegun({ certainFrom, possibleFrom }: Span, day: Day | null): boolean | null {
  if (day === null || certainFrom === null || certainFrom <= day) return true;
  return possibleFrom === null || possibleFrom <= day ? null : false;
}

/** Whether a statement is over by a day: its last day has passed. */
export function hasEnded({ until }: Span, day: Day | null): boolean {
  return until !== null && (day === null || until < day);
}

/**
 * What a reading holds on an event at a moment. Statements come in the order of its file; one that replaces takes the
 * place of those before it as soon as it is held, and for good; one that drops something takes it away from those before
 * it. Of what is held, only the conditions in force by their own days are asked; a statement of which none is left is not
 * held. Where it is not certain whether something is in force, every case is given.
 *
 * What has been found is kept, so asking again costs a look-up.
 */
export function positionOf(
  agreement: Agreement,
  reading: string,
  event: string,
  { day, knownBy }: Clock,
): Position {
  const statements = agreement.readings.get(reading)?.positions.get(event) ?? [];
  if (statements.length === 0) return UNSTATED;
  let known = positions.get(agreement);
  if (known === undefined) positions.set(agreement, (known = new Map()));
  const key = `${reading} ${event} ${day} ${knownBy}`;
  let position = known.get(key);
  if (position === undefined)
    known.set(key, (position = findPosition(agreement, statements, { day, knownBy })));
  return position;
}

const positions = new WeakMap<Agreement, Map<string, Position>>();

function findPosition(
  agreement: Agreement,
  statements: readonly Statement[],
  { day, knownBy }: Clock,
): Position {
  let cases: Statement[][] = [[]];
  for (const statement of statements) {
    const span = spanOf(agreement, statement, knownBy);
    const begun = span === null ? false : hasBegun(span, day);
    if (span === null || begun === false) continue;
    // What has been replaced does not come back when its successor ends.
    const own = statement.stance === 'drops' || hasEnded(span, day) ? [] : [statement];
    const withIt = cases.map((held) =>
      statement.replaces ? own : [...withoutDropped(held, statement.drops), ...own],
    );
    cases = distinct(begun === true ? withIt : [...cases, ...withIt]);
  }
  cases = distinct(cases.flatMap((held) => partsHeld(held, day)));
  const isIn = (held: Held, { id }: Statement) => held.some((each) => each.id === id);
  const isCertain = (each: Statement) => cases.every((held) => isIn(held, each));
  const stated = statements.filter((each) => cases.some((held) => isIn(held, each)));
  const asked = cases.map((held) => new Set(held.flatMap((each) => conditionsOf(each.asked))));
  return {
    possible: cases,
    certain: stated.filter(isCertain),
    perhaps: stated.filter((each) => !isCertain(each)),
    conditions: stated
      .flatMap((each) => conditionsOf(each.asked))
      .filter((condition) => asked.some((of) => of.has(condition)))
      .map((condition) => ({ condition, isCertain: asked.every((of) => of.has(condition)) })),
  };
}

function distinct(cases: readonly Statement[][]): Statement[][] {
  const keyOf = ({ id, asked }: Statement) =>
    [id, ...conditionsOf(asked).map((condition) => condition.id)].join(' ');
  return [...new Map(cases.map((held) => [held.map(keyOf).join('; '), held])).values()];
}

/** What several statements come to: an objection outweighs what is asked, and that what is backed. */
export function stanceOf(held: Held): Stance | 'unstated' {
  for (const stance of ['objects', 'asks', 'backs'] as const)
    if (held.some((statement) => statement.stance === stance)) return stance;
  return 'unstated';
}

/** What is asked under `held`, waived conditions counting as met. */
export function askedBy(held: Held): ConditionTree {
  const trees = held.filter(({ stance }) => stance === 'asks').map(({ asked }) => asked);
  const [only] = trees;
  if (trees.length === 0) return NOTHING_ASKED;
  return trees.length === 1 && only !== undefined ? only : { kind: 'all', of: trees };
}

/** The objections of `held` that have not been waived. */
export function objectionsIn(held: Held, waived: readonly string[]): Statement[] {
  return held.filter(({ stance, id }) => stance === 'objects' && !waived.includes(id));
}
