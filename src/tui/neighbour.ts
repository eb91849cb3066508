/** The one before or behind, round and round. */
export function neighbour<T>(items: readonly T[], current: T, by: number): T {
  const index = (items.indexOf(current) + by + items.length) % items.length;
  return items[index] ?? current;
}
