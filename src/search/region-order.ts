import { regionsOfGuard, type System } from './system.ts';

/**
 * The order in which a diagram looks at the regions: those that an event ties together stand close.
 *
 * A diagram remembers, between two regions that depend on each other, everything that lies between them, so its
 * width grows with the distance. Every event is an edge over the regions that its guard reads and its moves change;
 * regions are drawn to the middle of their edges again and again, and the order with the shortest edges is kept
 * (F. A. Aloul, I. L. Markov, K. A. Sakallah: FORCE, a fast and easy-to-implement variable-ordering heuristic,
 * GLSVLSI 2003). Parameters, which no event moves, come first: below each of their values stands an ordinary diagram.
 *
 * @returns region numbers, the first one at the top; cost in proportion to the events' sizes, a few dozen times
 */
export function regionOrder(system: System): number[] {
  const edges = system.events.map((event) => {
    const regions = regionsOfGuard(event.guard);
    for (const move of event.moves) regions.add(move.region);
    return [...regions].filter((region) => system.regions[region]?.start !== null);
  });
  const all = [...system.regions.keys()];
  const parameters = all.filter((region) => system.regions[region]?.start === null);
  let order = all.filter((region) => system.regions[region]?.start !== null);
  let best = order;
  let shortest = totalSpan(edges, order);
  for (let idle = 0; idle < 4; idle += 1) {
    order = drawnTogether(edges, order);
    const span = totalSpan(edges, order);
    if (span < shortest) [best, shortest, idle] = [order, span, 0];
  }
  return [...parameters, ...best];
}

function positionsIn(order: readonly number[]): Map<number, number> {
  return new Map(order.map((region, position) => [region, position]));
}

function totalSpan(edges: readonly (readonly number[])[], order: readonly number[]): number {
  const position = positionsIn(order);
  let span = 0;
  for (const edge of edges) {
    const places = edge.map((region) => position.get(region) ?? 0);
    if (places.length > 1) span += Math.max(...places) - Math.min(...places);
  }
  return span;
}

function drawnTogether(edges: readonly (readonly number[])[], order: readonly number[]): number[] {
  const position = positionsIn(order);
  const pulls = new Map<number, { sum: number; count: number }>();
  for (const edge of edges) {
    // An edge over one region pulls it nowhere; counting it would hold the region where it happens to stand.
    if (edge.length < 2) continue;
    const middle = edge.reduce((sum, region) => sum + (position.get(region) ?? 0), 0) / edge.length;
    for (const region of edge) {
      const pull = pulls.get(region) ?? { sum: 0, count: 0 };
      pulls.set(region, { sum: pull.sum + middle, count: pull.count + 1 });
    }
  }
  const aim = (region: number): number => {
    const pull = pulls.get(region);
    return pull === undefined ? (position.get(region) ?? 0) : pull.sum / pull.count;
  };
  return order.toSorted(
    (left, right) =>
      aim(left) - aim(right) || (position.get(left) ?? 0) - (position.get(right) ?? 0),
  );
}
