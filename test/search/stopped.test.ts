import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { canReach, coalitions } from '../../src/search/coalitions.ts';
import type { Standpoint } from '../../src/search/compile.ts';
import type { Goal } from '../../src/search/goal.ts';
import { pointsOfNoReturn } from '../../src/search/no-return.ts';
import { pivots } from '../../src/search/pivots.ts';
import { plan } from '../../src/search/plan.ts';
import { unblock } from '../../src/search/unblock.ts';
import { vetoes } from '../../src/search/veto.ts';
import { finish, type Work } from '../../src/search/work.ts';
import { anyAim, standpoint, startingMoment } from './invented.ts';

type Case = { agreement: Agreement; view: Standpoint; goal: Goal };

/** Does work once whole, and once stopped after each of its first steps; hands both answers on. */
function stopped<Answer>(
  work: () => Work<Answer>,
  isComplete: (answer: Answer) => boolean,
  compare: (part: Answer, whole: Answer) => void,
): number {
  const whole = finish(work());
  let parts = 0;
  for (let most = 0; most < 12; most += 1) {
    let steps = 0;
    const part = finish(work(), () => (steps += 1) > most);
    if (isComplete(part)) {
      expect(part).toEqual(whole);
      continue;
    }
    parts += 1;
    compare(part, whole);
  }
  return parts;
}

/** Each question, stopped: what it then says must hold, and it must say that it is partial where anything is missing. */
const QUESTIONS: Readonly<Record<string, (question: Case) => number>> = {
  plan: ({ agreement, view, goal }) =>
    stopped(
      () => plan(agreement, { standpoints: [view], goal, alternatives: 3 }),
      (answer) =>
        answer.kind === 'impossible' ? answer.complete : answer.kind === 'found' && answer.every,
      (part, whole) => {
        if (part.kind === 'unfinished')
          expect(whole.kind !== 'found' || part.atLeast <= whole.length).toBe(true);
        else expect(part.kind).toBe(whole.kind);
        if (part.kind === 'impossible')
          expect([part.conflicts, part.requirements]).toEqual([[], []]);
        if (part.kind === 'found' && whole.kind === 'found') expect(part.length).toBe(whole.length);
      },
    ),
  coalitions: ({ agreement, view, goal }) =>
    stopped(
      () => coalitions(agreement, { standpoints: [view], goal }),
      (answer) => answer.complete,
      (part, whole) => {
        const minimal = whole.minimal.map(({ parties }) => parties);
        for (const { parties } of part.minimal)
          expect(canReach(minimal, new Set(parties))).toBe(true);
        const helped = whole.helped?.map(({ parties }) => parties) ?? minimal;
        for (const { parties } of part.helped ?? [])
          expect(canReach(helped, new Set(parties))).toBe(true);
      },
    ),
  veto: ({ agreement, view, goal }) =>
    stopped(
      () => vetoes(agreement, { standpoints: [view], goal }),
      (answer) => answer.complete,
      (part, whole) => {
        expect([null, whole.reachable]).toContain(part.reachable);
        for (const { party, byWithholding, bySpoiling } of part.vetoes) {
          const same = whole.vetoes.find((veto) => veto.party === party);
          expect(same).toBeDefined();
          expect(!byWithholding || same?.byWithholding).toBe(true);
          const length = same?.bySpoiling?.events.length;
          expect(bySpoiling === null || length === bySpoiling.events.length).toBe(true);
        }
      },
    ),
  unblock: ({ agreement, view }) =>
    [...agreement.events.keys()].reduce(
      (parts, event) =>
        parts +
        stopped(
          () => unblock(agreement, event, [view]),
          (answer) =>
            answer.complete &&
            answer.sets.every(({ way, reachable }) => way !== null || reachable !== true),
          (part, whole) => {
            expect([null, whole.reachable]).toContain(part.reachable);
            for (const [index, set] of part.sets.entries())
              expect([null, whole.sets[index]?.reachable]).toContain(set.reachable);
          },
        ),
      0,
    ),
  pivots: ({ agreement, view, goal }) => {
    const moment = startingMoment(agreement);
    const { reading } = view.terms;
    const request = { reading, standpoints: [view], goals: [{ id: 'goal', goal }] };
    return stopped(
      () => pivots(moment, request),
      (answer) => answer.complete,
      (part, whole) => {
        for (const { dropped, verdicts, goals } of part.pivots) {
          const same = whole.pivots.find(
            (pivot) => pivot.dropped.kind === dropped.kind && pivot.dropped.id === dropped.id,
          );
          expect(same?.verdicts).toEqual(verdicts);
          for (const change of goals) expect(same?.goals).toContainEqual(change);
        }
      },
    );
  },
  'points of no return': ({ agreement, view, goal }) =>
    stopped(
      () => pointsOfNoReturn(agreement, { standpoints: [view], goal }),
      (answer) => answer.complete,
      (part, whole) => {
        expect([null, whole.possible]).toContain(part.possible);
        expect([null, whole.lost]).toContain(part.lost);
        for (const point of part.points)
          expect(whole.points.find(({ event }) => event === point.event)?.states).toBe(
            point.states,
          );
      },
    ),
};

describe('a search that is stopped', () => {
  it.each(Object.keys(QUESTIONS))('says nothing that is not so: %s', (name) => {
    const question = QUESTIONS[name];
    if (question === undefined) throw new Error(name);
    let parts = 0;
    fc.assert(
      fc.property(anyAim, ({ agreement, views: [view = standpoint('north')], goal }) => {
        parts += question({ agreement, view, goal });
      }),
      { numRuns: 150 },
    );
    // With every search over at once, nothing would have been stopped; pivots search anew for few of what they drop.
    expect(parts).toBeGreaterThan(15);
  });
});
