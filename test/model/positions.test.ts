import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../src/model/condition.ts';
import { endingsOf } from '../../src/model/endings.ts';
import { askedBy, hasBegun, positionOf, spanOf, stanceOf } from '../../src/model/position.ts';
import { invented, type Written } from './invented-positions.ts';

const EVENT = 'dock.opened';

/** The stances that the keeper may hold on the event, on a day and by what was published by another. */
function stances(written: readonly Written[], day: string | null, knownBy: string | null = null) {
  const { possible } = positionOf(invented(written), 'keeper', EVENT, { day, knownBy });
  return possible.map((held) => stanceOf(held)).toSorted();
}

const dated: Written = { objects: 'noOpening', claims: ['paper.c1'] };
const undated: Written = { backs: true, claims: ['paper.c2'] };

describe('a position whose claim dates it between two days', () => {
  it.each([
    ['2031-03-09', ['unstated']],
    ['2031-03-10', ['objects', 'unstated']],
    ['2031-03-14', ['objects', 'unstated']],
    ['2031-03-15', ['objects']],
    ['2031-09-01', ['objects']],
  ])('on %s', (day, expected) => {
    expect(stances([dated], day)).toEqual(expected);
  });
});

describe('a position whose claim has no date', () => {
  it('is certain from its publication on, and may have been held before', () => {
    expect(stances([undated], '2001-01-01')).toEqual(['backs', 'unstated']);
    expect(stances([undated], '2031-04-01')).toEqual(['backs', 'unstated']);
    expect(stances([undated], '2031-04-02')).toEqual(['backs']);
    const span = spanOf(invented([undated]), statementOf([undated]), null);
    expect(span).toEqual({
      certainFrom: '2031-04-02',
      possibleFrom: null,
      until: null,
      isDated: false,
    });
  });

  it('is not there by the day before it was certainly published', () => {
    expect(stances([undated], '2031-04-01', '2031-04-01')).toEqual(['unstated']);
    expect(stances([undated], '2031-04-02', '2031-04-02')).toEqual(['backs']);
    // What is known since may well be about a time before.
    expect(stances([undated], '2031-01-01', '2031-04-02')).toEqual(['backs', 'unstated']);
  });
});

describe('positions that follow each other', () => {
  const later: Written = { backs: true, from: '2031-05-01', claims: ['paper.c2'] };

  it('take the place of what was held before', () => {
    expect(stances([dated, later], '2031-04-30')).toEqual(['objects']);
    expect(stances([dated, later], '2031-05-01')).toEqual(['backs']);
  });

  it('stand beside it where they say so', () => {
    expect(stances([dated, { ...later, beside: true }], '2031-05-01')).toEqual(['objects']);
    const { certain } = positionOf(invented([dated, { ...later, beside: true }]), 'keeper', EVENT, {
      day: '2031-05-01',
      knownBy: null,
    });
    expect(certain.map(({ stance }) => stance)).toEqual(['objects', 'backs']);
  });

  it('end with the last day that they are given', () => {
    const ending: Written = { ...later, until: '2031-05-31' };
    expect(stances([ending], '2031-05-31')).toEqual(['backs']);
    expect(stances([ending], '2031-06-01')).toEqual(['unstated']);
    // What it replaced does not come back.
    expect(stances([dated, ending], '2031-06-01')).toEqual(['unstated']);
  });

  it('are all that is held where no day is asked for, but for those that have ended', () => {
    expect(stances([dated, later], null)).toEqual(['backs']);
    expect(stances([dated, { ...later, until: '2031-05-31' }], null)).toEqual(['unstated']);
    expect(stances([dated, { ...later, until: '2031-05-31', beside: true }], null)).toEqual([
      'objects',
    ]);
  });
});

/** What is asked in each case that is left open on a day. */
function asked(written: readonly Written[], day: string | null) {
  const { possible } = positionOf(invented(written), 'keeper', EVENT, { day, knownBy: null });
  return possible.map((held) => conditionsOf(askedBy(held)).map(({ id }) => id)).toSorted();
}

const lockShut = { id: 'lockShut', region: 'lock', stages: ['shut'] };
const lockOpen = { id: 'lockOpen', region: 'lock', stages: ['open'] };

describe('a condition with days of its own', () => {
  const until = { from: '2031-06-10', to: '2031-06-20' };
  const two: Written = {
    asks: {
      all: [
        { ...lockShut, from: '2031-05-01' },
        { ...lockOpen, until },
      ],
    },
    from: '2031-01-01',
  };

  it.each([
    ['2031-04-30', [['lockOpen']]],
    ['2031-05-01', [['lockShut', 'lockOpen']]],
    ['2031-06-10', [['lockShut', 'lockOpen']]],
    // Its last day lies between two, so that it may be asked or not.
    ['2031-06-11', [['lockShut'], ['lockShut', 'lockOpen']]],
    ['2031-06-20', [['lockShut'], ['lockShut', 'lockOpen']]],
    ['2031-06-21', [['lockShut']]],
    [null, [['lockShut']]],
  ])('is asked on them alone: %s', (day, expected) => {
    expect(asked([two], day)).toEqual(expected);
  });

  it('is certain or not by itself, and its statement with it', () => {
    const { certain, perhaps, conditions } = positionOf(invented([two]), 'keeper', EVENT, {
      day: '2031-06-15',
      knownBy: null,
    });
    expect([certain.length, perhaps.length]).toEqual([1, 0]);
    expect(conditions.map(({ condition, isCertain }) => [condition.id, isCertain])).toEqual([
      ['lockShut', true],
      ['lockOpen', false],
    ]);
  });

  it('leaves nothing held where nothing is asked yet, or any more', () => {
    const one: Written = { asks: { ...lockShut, from: '2031-05-01', until: '2031-05-31' } };
    expect(['2031-04-30', '2031-05-01', '2031-06-01'].map((day) => stances([one], day))).toEqual([
      ['unstated'],
      ['asks'],
      ['unstated'],
    ]);
  });

  it('is no alternative before and after', () => {
    const either: Written = { asks: { any: [{ ...lockShut, from: '2031-05-01' }, lockOpen] } };
    expect(asked([either], '2031-04-30')).toEqual([['lockOpen']]);
    expect(asked([either], '2031-05-01')).toEqual([['lockShut', 'lockOpen']]);
  });
});

describe('what a party drops', () => {
  const asks: Written = { asks: { all: [lockShut, lockOpen] }, from: '2031-01-01' };
  const all: Written = { drops: true, claims: ['paper.c1'] };

  it('is held no longer, from when the claim says so: all of it, and nothing in its place', () => {
    expect(stances([asks, all], '2031-03-09')).toEqual(['asks']);
    // The claim gives 10 to 15 March.
    expect(stances([asks, all], '2031-03-10')).toEqual(['asks', 'unstated']);
    expect(stances([asks, all], '2031-03-15')).toEqual(['unstated']);
    expect(stances([asks, all], null)).toEqual(['unstated']);
    expect(stances([asks, all, { backs: true, from: '2031-04-01' }], '2031-04-01')).toEqual([
      'backs',
    ]);
  });

  it('or single conditions and objections of it', () => {
    const some: Written = { drops: ['lockOpen'], from: '2031-02-01' };
    expect(asked([asks, some], '2031-01-31')).toEqual([['lockShut', 'lockOpen']]);
    expect(asked([asks, some], '2031-02-01')).toEqual([['lockShut']]);
    const rest: Written = { drops: ['lockShut'], from: '2031-03-01' };
    expect(stances([asks, some, rest], '2031-03-01')).toEqual(['unstated']);
    const objects: Written = { objects: 'noOpening', from: '2031-01-01', beside: true };
    const relents: Written = { drops: ['noOpening'], from: '2031-02-01' };
    expect(stances([asks, objects, relents], '2031-01-31')).toEqual(['objects']);
    expect(stances([asks, objects, relents], '2031-02-01')).toEqual(['asks']);
  });

  it('is told with when and by what it ended', () => {
    const some: Written = { drops: ['lockOpen'], from: '2031-02-01', claims: ['paper.c2'] };
    const told = (written: readonly Written[], day: string | null) =>
      endingsOf(invented(written), 'keeper', EVENT, { day, knownBy: null }).map(
        ({ condition, how, by, isCertain }) => [
          condition?.id ?? 'all',
          how,
          by?.statement.claims ?? null,
          isCertain,
        ],
      );
    expect(told([asks, some], '2031-01-31')).toEqual([]);
    expect(told([asks, some], '2031-02-01')).toEqual([['lockOpen', 'dropped', ['paper.c2'], true]]);
    expect(told([asks, some, all], '2031-03-10')).toEqual([
      ['all', 'dropped', ['paper.c1'], false],
      ['lockOpen', 'dropped', ['paper.c2'], true],
    ]);
    expect(told([asks, all], '2031-03-15')).toEqual([['all', 'dropped', ['paper.c1'], true]]);
    const next: Written = { backs: true, from: '2031-05-01' };
    expect(told([asks, next], '2031-05-01')).toEqual([['all', 'replaced', [], true]]);
    const ending: Written = { ...asks, until: '2031-05-31' };
    expect(told([ending], '2031-06-01')).toEqual([['all', 'ended', null, true]]);
    // What came to an end before it could be replaced was not replaced.
    expect(told([ending, { backs: true, from: '2031-07-01' }], '2031-07-01')).toEqual([
      ['all', 'ended', null, true],
    ]);
    const brief: Written = { asks: { ...lockShut, until: '2031-05-31' } };
    expect(told([brief], '2031-06-01')).toEqual([['lockShut', 'ended', null, true]]);
  });
});

it('a statement without claims is the author’s own and holds from the beginning', () => {
  const assumed: Written = { backs: true };
  expect(stances([assumed], '1900-01-01')).toEqual(['backs']);
  expect(statementOf([assumed]).basis).toBe('assumed');
  const span = spanOf(invented([assumed]), statementOf([assumed]), '1900-01-01');
  expect(span && hasBegun(span, '1900-01-01')).toBe(true);
});

function statementOf(written: readonly Written[]) {
  const [statement] = invented(written).readings.get('keeper')?.positions.get(EVENT) ?? [];
  if (statement === undefined) throw new Error('Nothing is stated.');
  return statement;
}
