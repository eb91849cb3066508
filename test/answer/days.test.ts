import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../src/model/condition.ts';
import { tell } from '../../src/model/story.ts';
import { effectiveCondition } from '../../src/model/terms.ts';
import { isKnown, NOW, standAt } from '../../src/answer/standing.ts';
import { SUBJECTS } from '../model/subjects.ts';

/** A day in or around the record of an agreement, as text. */
function dayNear(recordEnds: string): fc.Arbitrary<string> {
  return fc
    .integer({ min: -140, max: 10 })
    .map((days) => new Date(Date.parse(recordEnds) + days * 86_400_000).toISOString().slice(0, 10));
}

describe.each(SUBJECTS)('days in $name', ({ agreement, scenarios }) => {
  const story = fc.constantFrom(...scenarios.values()).map((scenario) => tell(scenario, scenarios));
  const day = dayNear(agreement.recordEnds);
  const earlierAndLater = fc.tuple(day, day).map((days) => days.toSorted() as [string, string]);

  it('a later day to look from never loses a step that counted', () => {
    let grown = 0;
    fc.assert(
      fc.property(story, earlierAndLater, (told, [early, late]) => {
        const counted = (asOf: string) =>
          standAt(agreement, told, { ...NOW, asOf }).played.steps.map(({ step }) => step);
        const [before, after] = [counted(early), counted(late)];
        expect(before.filter((step) => !after.includes(step))).toEqual([]);
        grown += after.length > before.length ? 1 : 0;
      }),
      { numRuns: 40 },
    );
    expect(grown).toBeGreaterThan(0);
  });

  it('what is known by a day is still known by a later one, with at least the same claims', () => {
    let grown = 0;
    fc.assert(
      fc.property(story, earlierAndLater, (told, [early, late]) => {
        const claims = (knownBy: string) =>
          standAt(agreement, told, { ...NOW, knownBy }).played.steps.flatMap(({ step }) => [
            step.id,
            ...step.claims.map((claim) => `${step.id} ${claim}`),
          ]);
        const [before, after] = [claims(early), claims(late)];
        expect(before.filter((line) => !after.includes(line))).toEqual([]);
        grown += after.length > before.length ? 1 : 0;
      }),
      { numRuns: 40 },
    );
    expect(grown).toBeGreaterThan(0);
  });

  it('a step counts, is open to doubt, or lies ahead, by its dates alone', () => {
    fc.assert(
      fc.property(story, day, (told, asOf) => {
        const standing = standAt(agreement, told, { ...NOW, asOf });
        const counted = standing.played.steps.map(({ step }) => step);
        for (const step of told.steps.filter(({ date }) => date !== null)) {
          const { from, to } = step.date ?? { from: '', to: '' };
          expect(counted.includes(step)).toBe(to <= asOf);
          expect(standing.undeterminedSteps.includes(step)).toBe(from <= asOf && asOf < to);
        }
        expect(standing.stepIndex).toBe(told.steps.findLastIndex((step) => counted.includes(step)));
      }),
      { numRuns: 40 },
    );
  });

  it('a step is known once it has certainly happened and one of its claims is certainly out', () => {
    fc.assert(
      fc.property(story, day, (told, knownBy) => {
        for (const step of told.steps) {
          const out = step.claims.map(
            (claim) => agreement.claims.get(claim)?.source.published.to ?? '',
          );
          const isOut = out.length === 0 || out.some((published) => published <= knownBy);
          const hasHappened = step.date === null || step.date.to <= knownBy;
          expect(isKnown(agreement, step, knownBy)).toBe(isOut && hasHappened);
        }
        const { played, stepsNotKnown } = standAt(agreement, told, { ...NOW, knownBy });
        const all = [...played.steps.map(({ step }) => step), ...stepsNotKnown];
        expect(all.map(({ id }) => id).toSorted()).toEqual(
          told.steps.map(({ id }) => id).toSorted(),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('a leaf is in force from the last day on which its first claim can have been published', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(day, (asOf) => {
        for (const reading of agreement.readings.values()) {
          for (const [gate, { stated }] of reading.gates) {
            const terms = { reading: reading.id, day: asOf, waived: [] };
            const found = leavesOf(effectiveCondition(agreement, gate, terms).condition);
            for (const leaf of stated === null ? [] : leavesOf(stated.condition)) {
              const isOut = leaf.claims.some(
                (claim) => (agreement.claims.get(claim)?.source.published.to ?? '') <= asOf,
              );
              seen.add(isOut);
              expect(found.includes(leaf)).toBe(isOut);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(seen.size).toBe(2);
  });
});
