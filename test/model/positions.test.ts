import { describe, expect, it } from 'vitest';
import { hasBegun, positionOf, spanOf, stanceOf } from '../../src/model/position.ts';
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
