import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { eventsInto } from '../../src/model/region-moves.ts';
import { anyAgreement } from '../../src/testing/any-agreement.ts';

const anyCase = anyAgreement().chain((agreement) =>
  fc.constantFrom(...agreement.statechart.regions).chain(({ id, stages }) => {
    const some = fc.subarray(
      stages.map((stage) => stage.id),
      { minLength: 1 },
    );
    return fc.record({
      agreement: fc.constant(agreement),
      region: fc.constant(id),
      stages: some,
      from: some,
    });
  }),
);

/** The last events of every way of a region's own moves into some stages, no stage of it come to twice. */
function lastEvents(
  agreement: Agreement,
  region: string,
  stages: readonly string[],
  way: readonly string[],
): Set<string> {
  const found = new Set<string>();
  for (const { id, moves } of agreement.events.values()) {
    const to = moves[region]?.[way.at(-1) ?? ''];
    if (to === undefined) continue;
    if (stages.includes(to)) found.add(id);
    else if (!way.includes(to))
      for (const each of lastEvents(agreement, region, stages, [...way, to])) found.add(each);
  }
  return found;
}

describe('the events that bring a region into some stages', () => {
  it('are those that some way of its own moves ends with, from where it stands', () => {
    const seen = { fewer: 0, none: 0 };
    fc.assert(
      fc.property(anyCase, ({ agreement, region, stages, from }) => {
        const outside = from.filter((stage) => !stages.includes(stage));
        const expected = new Set(
          outside.flatMap((stage) => [...lastEvents(agreement, region, stages, [stage])]),
        );
        const found = eventsInto(agreement, region, stages, from).map(({ id }) => id);
        expect(new Set(found)).toEqual(expected);
        const all = eventsInto(agreement, region, stages).map(({ id }) => id);
        expect(all).toEqual(expect.arrayContaining(found));
        if (found.length < all.length) seen.fewer += 1;
        if (found.length === 0) seen.none += 1;
      }),
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });
});
