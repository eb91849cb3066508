import * as fc from 'fast-check';
import type { Agreement } from '../model/agreement.ts';
import { leavesOf } from '../model/condition.ts';
import type { Day } from '../model/days.ts';
import type { StageMap } from '../model/statechart.ts';
import { effectiveCondition, type Terms } from '../model/terms.ts';
import type { Exploration } from '../search/exploration.ts';
import { namedState } from '../search/system.ts';

/** One of the agreement's events, by id. Shrinks towards the first of its file. */
export function anyEvent(agreement: Agreement): fc.Arbitrary<string> {
  return fc.constantFrom(...agreement.events.keys());
}

/** Events in a row, possible or not. Shrinks towards fewer and earlier ones. */
export function anyTrace(
  agreement: Agreement,
  { maxLength = 30 }: { readonly maxLength?: number } = {},
): fc.Arbitrary<string[]> {
  return fc.array(anyEvent(agreement), { maxLength });
}

/** One of the agreement's readings, by id. */
export function anyReading(agreement: Agreement): fc.Arbitrary<string> {
  return fc.constantFrom(...agreement.readings.keys());
}

/**
 * Terms to look at a gate under: a reading, a day on which something published came into force (or none), and some
 * of the reading's leaves waived. Shrinks towards no day and nothing waived.
 */
export function anyTerms(agreement: Agreement): fc.Arbitrary<Terms> {
  const days = [...new Set(agreement.sources.map(({ published }): Day => published.to))];
  return anyReading(agreement).chain((reading) =>
    fc.record({
      reading: fc.constant(reading),
      day: fc.option(fc.constantFrom(...days)),
      waived: fc.subarray(leavesUnder(agreement, reading), { minLength: 0 }),
    }),
  );
}

/** Ids of all leaves that bear on a reading's gates, the shared ones among them. */
export function leavesUnder(agreement: Agreement, reading: string): string[] {
  const terms: Terms = { reading, day: null, waived: [] };
  const leaves = [...agreement.gates.keys()].flatMap((gate) =>
    leavesOf(effectiveCondition(agreement, gate, terms).condition).map(({ id }) => id),
  );
  return [...new Set(leaves)];
}

/** A stage of every region, whether events lead there or not. Shrinks towards the first stages. */
export function anyStages(agreement: Agreement): fc.Arbitrary<StageMap> {
  const { regions } = agreement.statechart;
  const stages = regions.map((region) => fc.constantFrom(...region.stages.map(({ id }) => id)));
  return fc
    .tuple(...stages)
    .map((chosen) => Object.fromEntries(regions.map(({ id }, index) => [id, chosen[index] ?? ''])));
}

/**
 * A reachable state, each as likely as any other. A random walk would visit the states near its start again and
 * again; this draws a place in the exact set instead, so far states come as often as near ones.
 *
 * @param exploration of the agreement under the terms that count
 */
export function reachableStages({ system, space, reachable }: Exploration): fc.Arbitrary<StageMap> {
  const last = space.members.count(reachable.set) - 1n;
  return fc
    .noBias(fc.bigInt({ min: 0n, max: last }))
    .map((place) => namedState(system, space.at(reachable.set, place)));
}
