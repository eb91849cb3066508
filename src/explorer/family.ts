import { allOf, anyOf, type CompiledRegion, type Guard, type System } from './system.ts';

/**
 * Many systems that differ in their guards only, as one: a parameter that no event moves says which one it is, and a
 * guard that differs asks for it. One search then answers for all of them, and what they have in common is searched
 * once (as in model checking of product lines: A. Classen and others, featured transition systems, 2010).
 *
 * @param variants systems with the same regions, starts, events and moves
 * @returns the system, and the number of the parameter; its stages are the variants' places
 */
export function familyOf(variants: readonly System[]): { system: System; parameter: number } {
  const [first] = variants;
  if (first === undefined) throw new RangeError('A family needs at least one system.');
  const parameter = first.regions.length;
  const region: CompiledRegion = {
    id: 'variant',
    stages: variants.map((_, variant) => String(variant)),
    start: null,
  };
  const events = first.events.map((event, index) => {
    const variantsOf = new Map<string, { guard: Guard; stages: number[] }>();
    for (const [variant, { events: own }] of variants.entries()) {
      const guard = own[index]?.guard ?? event.guard;
      const key = JSON.stringify(guard);
      const known = variantsOf.get(key);
      if (known) known.stages.push(variant);
      else variantsOf.set(key, { guard, stages: [variant] });
    }
    if (variantsOf.size === 1) return event;
    const versions = [...variantsOf.values()].map(({ guard, stages }) =>
      allOf([{ kind: 'in', region: parameter, stages }, guard]),
    );
    return { ...event, guard: anyOf(versions) };
  });
  return { system: { regions: [...first.regions, region], events }, parameter };
}
