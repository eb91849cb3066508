import * as fc from 'fast-check';
import type { Agreement } from '../model/agreement.ts';
import { type AgreementFiles, assembleAgreement } from '../model/assemble.ts';
import {
  type AgreementDraft,
  type ChangeDraft,
  type DutyDraft,
  type EventDraft,
  inventedFiles,
  type MovesDraft,
  READINGS,
  type StatementDraft,
  type TreeDraft,
} from './invented-files.ts';
import { STATED_DAYS } from './invented-sources.ts';

/** How large invented agreements get. */
export interface AgreementSize {
  readonly regions?: { readonly min: number; readonly max: number };
  readonly stages?: { readonly min: number; readonly max: number };
  readonly events?: { readonly min: number; readonly max: number };
}

/**
 * Agreements that nobody has written: regions of some stages, events that move one region or several, with controllers
 * (some, none, unstated, some that change hands), a role and a party that acts for another, aliases, duties and requirements of the model's own, some of them assumed; readings that ask, object,
 * back and say, dated or not, at times replaced, dropped or beside what was held before, with conditions of
 * days of their own; sources of a day and of a range.
 *
 * They are for testing what is to work on every agreement. They shrink towards fewer regions, events and statements.
 */
export function anyAgreement(size: AgreementSize = {}): fc.Arbitrary<Agreement> {
  return anyAgreementFiles(size).map(assembleAgreement);
}

/** The files of such an agreement. */
export function anyAgreementFiles(size: AgreementSize = {}): fc.Arbitrary<AgreementFiles> {
  const { regions = { min: 1, max: 5 }, stages = { min: 2, max: 4 } } = size;
  const { events = { min: 1, max: 12 } } = size;
  const region = fc.record({
    stages: fc.integer({ min: stages.min, max: stages.max }),
    start: NUMBER,
  });
  const draft: fc.Arbitrary<AgreementDraft> = fc.record({
    regions: fc.array(region, { minLength: regions.min, maxLength: regions.max, size: 'max' }),
    events: fc.array(anyEvent, { minLength: events.min, maxLength: events.max, size: 'max' }),
    holders: seldom().chain((is) => (is ? changes(2) : fc.constant<ChangeDraft[]>([]))),
    principals: seldom().chain((is) => (is ? changes(2) : fc.constant<ChangeDraft[]>([]))),
    positions: fc.tuple(
      ...READINGS.map(() =>
        fc.array(anyStatement, {
          minLength: Math.floor(events.min / 2),
          maxLength: events.max,
          size: 'max',
        }),
      ),
    ),
  });
  return draft.map(inventedFiles);
}

/** Counted round by whatever it is to stand for. */
const NUMBER = fc.nat({ max: 5039 });

const anyMoves: fc.Arbitrary<MovesDraft> = fc.array(fc.tuple(NUMBER, NUMBER), {
  minLength: 1,
  maxLength: 3,
});

const anyTree: fc.Arbitrary<TreeDraft> = fc.letrec<{ tree: TreeDraft }>((tie) => {
  const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'medium', withCrossShrink: true },
      {
        weight: 3,
        arbitrary: fc.record({
          region: NUMBER,
          stages: NUMBER,
          days: NUMBER,
        }) as fc.Arbitrary<TreeDraft>,
      },
      { weight: 1, arbitrary: parts.map((all): TreeDraft => ({ all })) },
      { weight: 1, arbitrary: parts.map((any): TreeDraft => ({ any })) },
    ),
  };
}).tree;

const anyEvent: fc.Arbitrary<EventDraft> = fc.record({
  home: NUMBER,
  moves: anyMoves,
  also: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({ region: NUMBER, moves: anyMoves }), { maxLength: 3 }),
    },
  ),
  isForward: fc.boolean(),
  isAgain: seldom(),
  isAliased: fc.boolean(),
  isAssumed: seldom(),
  controllers: fc.option(
    fc.array(fc.array(NUMBER, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  ),
  changes: seldom().chain((is) => (is ? changes(2) : fc.constant<ChangeDraft[]>([]))),
  requirement: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyTree },
  ),
  duties: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(anyDuty(), { minLength: 1, maxLength: 2 }) },
  ),
});

const anyStatement: fc.Arbitrary<StatementDraft> = fc.record({
  event: NUMBER,
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('asks' as const) },
    { weight: 2, arbitrary: fc.constant('backs' as const) },
    { weight: 1, arbitrary: fc.constant('objects' as const) },
    { weight: 1, arbitrary: fc.constant('drops' as const) },
    { weight: 1, arbitrary: fc.constant('says' as const) },
  ),
  asked: anyTree,
  claims: NUMBER,
  from: seldom().chain((is) => (is ? fc.constantFrom(...STATED_DAYS) : fc.constant(null))),
  until: seldom().chain((is) => (is ? fc.constantFrom(...STATED_DAYS) : fc.constant(null))),
  isBeside: fc.boolean(),
  isInferred: fc.boolean(),
});

function anyDuty(): fc.Arbitrary<DutyDraft> {
  return fc.record({
    binds: fc.option(fc.array(NUMBER, { minLength: 1, maxLength: 2 })),
    by: fc.option(fc.constantFrom(...STATED_DAYS), { freq: 1 }),
    unit: NUMBER,
    count: NUMBER,
    of: NUMBER,
    from: seldom().chain((is) => (is ? fc.constantFrom(...STATED_DAYS) : fc.constant(null))),
    claims: NUMBER,
  });
}

function changes(most: number): fc.Arbitrary<ChangeDraft[]> {
  return fc.array(
    fc.record({
      to: NUMBER,
      from: fc.constantFrom(...STATED_DAYS),
      until: seldom().chain((is) => (is ? fc.constantFrom(...STATED_DAYS) : fc.constant(null))),
      claims: NUMBER,
    }),
    { maxLength: most },
  );
}

function seldom(): fc.Arbitrary<boolean> {
  return fc.nat({ max: 4 }).map((roll) => roll === 4);
}
