/**
 * The strongly connected components of a graph that have a cycle in them (R. Tarjan: Depth-first search and linear
 * graph algorithms, 1972).
 *
 * @param edges pairs of names
 * @returns each component's names in the order of the edges; a name alone only if it has an edge to itself
 */
export function cyclesAmong(edges: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
    if (!next.has(to)) next.set(to, []);
  }
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const found: string[][] = [];

  const visit = (name: string): number => {
    const own = index.size;
    let low = own;
    index.set(name, own);
    path.push(name);
    for (const other of next.get(name) ?? []) {
      const seen = index.get(other);
      if (seen === undefined) low = Math.min(low, visit(other));
      else if (path.includes(other)) low = Math.min(low, seen);
    }
    lowest.set(name, low);
    if (low === own) {
      const members = path.splice(path.indexOf(name));
      const isCycle = members.length > 1 || (next.get(name) ?? []).includes(name);
      if (isCycle) found.push([...next.keys()].filter((known) => members.includes(known)));
    }
    return low;
  };
  for (const name of next.keys()) if (!index.has(name)) visit(name);
  return found;
}
