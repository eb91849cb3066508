import { ALL, EMPTY, type NodeStore } from './node-store.ts';

/** A state as a diagram has it: a value for every level, from the top. */
export type Values = readonly number[];

/** The sizes of sets and their members. One for a store; what it has counted it remembers. */
export class Members {
  readonly #store: NodeStore;
  readonly #counts = new Map<number, bigint>([
    [EMPTY, 0n],
    [ALL, 1n],
  ]);
  /** How many ways there are to choose values for all levels from a given one down. */
  readonly #below: bigint[];

  constructor(store: NodeStore) {
    this.#store = store;
    this.#below = [1n];
    for (const arity of store.arities.toReversed())
      this.#below.unshift(BigInt(arity) * (this.#below[0] ?? 1n));
  }

  /** How many states a set has, exactly. */
  count(set: number): bigint {
    return this.#countFrom(set, 0);
  }

  /** How many nodes the set's diagram has, without EMPTY and ALL. */
  nodeCount(set: number): number {
    const seen = new Set<number>([EMPTY, ALL]);
    const open = [set];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      const level = this.#store.levelOf(node);
      for (let value = 0; value < (this.#store.arities[level] ?? 0); value += 1)
        open.push(this.#store.child(node, level, value));
    }
    return seen.size - 2;
  }

  has(set: number, values: Values): boolean {
    let node = set;
    while (node > ALL) {
      const level = this.#store.levelOf(node);
      node = this.#store.child(node, level, values[level] ?? 0);
    }
    return node === ALL;
  }

  /**
   * The set's member at a place, counting from 0, in the order of the values from the top.
   *
   * A place drawn uniformly gives a state drawn uniformly, whatever the shape of the diagram.
   */
  at(set: number, place: bigint): Values {
    if (place < 0n || place >= this.count(set))
      throw new RangeError(`There is no member ${place} in a set of ${this.count(set)}.`);
    const values: number[] = [];
    let node = set;
    let rest = place;
    for (let level = 0; level < this.#store.depth; level += 1) {
      for (let value = 0; ; value += 1) {
        const child = this.#store.child(node, level, value);
        const size = this.#countFrom(child, level + 1);
        if (rest < size) {
          values.push(value);
          node = child;
          break;
        }
        rest -= size;
      }
    }
    return values;
  }

  /**
   * Draws a member uniformly.
   *
   * @param below gives an integer from 0 up to, not including, its argument, each as likely as the others
   */
  draw(set: number, below: (limit: bigint) => bigint): Values {
    return this.at(set, below(this.count(set)));
  }

  /** The first member; undefined of the empty set. */
  first(set: number): Values | undefined {
    for (const values of this.all(set)) return values;
    return undefined;
  }

  /** Every member, in the order of the values from the top. */
  *all(set: number, level = 0, values: readonly number[] = []): Generator<Values> {
    if (set === EMPTY) return;
    if (level === this.#store.depth) {
      yield values;
      return;
    }
    for (let value = 0; value < (this.#store.arities[level] ?? 0); value += 1)
      yield* this.all(this.#store.child(set, level, value), level + 1, [...values, value]);
  }

  #countFrom(node: number, level: number): bigint {
    const own = this.#store.levelOf(node);
    const skipped = (this.#below[level] ?? 1n) / (this.#below[own] ?? 1n);
    let count = this.#counts.get(node);
    if (count === undefined) {
      count = 0n;
      for (let value = 0; value < (this.#store.arities[own] ?? 0); value += 1)
        count += this.#countFrom(this.#store.child(node, own, value), own + 1);
      this.#counts.set(node, count);
    }
    return skipped * count;
  }
}
