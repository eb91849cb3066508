import * as fc from 'fast-check';
import type { Agreement } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { aroundDay, type Day } from '../model/days.ts';
import type { StageMap } from '../model/statechart.ts';
import type { Terms } from '../model/terms.ts';
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
 * Terms to look at an event under: a reading, a day on which something changes (or none), a day by which it has to have
 * been published (or none), and some of the reading's conditions and objections waived. Shrinks towards no day and
 * nothing waived.
 */
export function anyTerms(agreement: Agreement): fc.Arbitrary<Terms> {
  const day = fc.option(fc.constantFrom(...daysOf(agreement)));
  return anyReading(agreement).chain((reading) =>
    fc.record({
      reading: fc.constant(reading),
      day,
      knownBy: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day }),
      waived: fc.subarray(waivableUnder(agreement, reading)),
    }),
  );
}

/** The days on which something is published, begins or ends, with the day before each and the day after, in order. */
export function daysOf(agreement: Agreement): Day[] {
  const ranges = agreement.sources.flatMap(({ published, claims }) => [
    published,
    ...claims.flatMap(({ date }) => (date === undefined ? [] : [date])),
  ]);
  const stated = [...agreement.readings.values()]
    .flatMap(({ positions }) => [...positions.values()].flat())
    .flatMap(({ from, until, asked }) => [
      from,
      until,
      ...conditionsOf(asked).flatMap((condition) => [
        condition.from?.from,
        condition.from?.to,
        condition.until?.from,
        condition.until?.to,
      ]),
    ])
    .filter((day) => day !== null && day !== undefined);
  const days = [...ranges.flatMap(({ from, to }) => [from, to]), ...stated];
  return [...new Set(days.flatMap(aroundDay))].toSorted();
}

/** Ids of all that a reading can waive: its conditions and its objections. */
export function waivableUnder(agreement: Agreement, reading: string): string[] {
  const statements = [...(agreement.readings.get(reading)?.positions.values() ?? [])].flat();
  return statements.flatMap(({ id, stance, asked }) =>
    stance === 'objects' ? [id] : conditionsOf(asked).map((condition) => condition.id),
  );
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
