import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchedSteps } from '../../src/answer/matched-steps.ts';
import { EMPTY_STEP } from '../../src/model/assumed-step.ts';
import type { PlayedStep } from '../../src/model/run.ts';
import { storyStep } from '../../src/model/story.ts';

const anyStep = fc.record({
  scenario: fc.constantFrom('one', 'two'),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  event: fc.constantFrom('met', 'shut', 'opened'),
});
type Sketch = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

/** No more of a played step is looked at than the step. */
function played({ scenario, id, event }: Sketch): PlayedStep {
  const step = storyStep({ id: scenario }, { ...EMPTY_STEP, id, title: event, event });
  return { step, isCertain: true, day: null, outcomes: {}, states: {} } as unknown as PlayedStep;
}

/** As the rule is written, whatever it costs: the first free one of each, the same step before one that does the same. */
function plainPartners(left: readonly Sketch[], right: readonly Sketch[]): Map<number, number> {
  const partners = new Map<number, number>();
  const isFree = (index: number) => ![...partners.values()].includes(index);
  const doesSame = (one: Sketch, other: Sketch) => one.event === other.event;
  const isSame = (one: Sketch, other: Sketch) =>
    one.id === other.id && (one.scenario === other.scenario || doesSame(one, other));
  for (const isPartner of [isSame, doesSame])
    for (const [index, ours] of left.entries()) {
      const other = right.findIndex((theirs, at) => isFree(at) && isPartner(ours, theirs));
      if (!partners.has(index) && other >= 0) partners.set(index, other);
    }
  return new Map([...partners].toSorted(([one], [two]) => one - two));
}

/** A longest rise: the first of the longest, each place led up to by the first that can. */
function plainRise(values: readonly number[]): number[] {
  const rises: number[][] = [];
  for (const value of values) {
    const [longest = []] = rises
      .filter((rise) => (rise.at(-1) ?? 0) < value)
      .toSorted((one, other) => other.length - one.length);
    rises.push([...longest, value]);
  }
  return rises.toSorted((one, other) => other.length - one.length)[0] ?? [];
}

it('matches as the rule says, with as many steps in order as can be', () => {
  const sides = fc.tuple(
    fc.array(anyStep, { maxLength: 14 }),
    fc.array(anyStep, { maxLength: 14 }),
  );
  const seen = { moved: 0, turned: 0 };
  fc.assert(
    fc.property(sides, ([ours, theirs]) => {
      const partners = plainPartners(ours, theirs);
      const inOrder = plainRise([...partners.values()]);
      const [left, right] = [ours.map(played), theirs.map(played)];
      const { both, onlyLeft, onlyRight } = matchedSteps(left, right);
      const placed = both.map((each) => [
        left.indexOf(each.left),
        right.indexOf(each.right),
        each.isMoved,
      ]);
      expect(placed).toEqual(
        [...partners].map(([index, other]) => [index, other, !inOrder.includes(other)]),
      );
      expect(onlyLeft).toEqual(left.filter((_, index) => !partners.has(index)));
      expect(onlyRight).toEqual(
        right.filter((_, index) => ![...partners.values()].includes(index)),
      );
      if (inOrder.length < partners.size) seen.moved += 1;
      if (inOrder.length > 2 && inOrder.length < partners.size) seen.turned += 1;
    }),
  );
  expect(seen.moved).toBeGreaterThan(0);
  expect(seen.turned).toBeGreaterThan(0);
});
