import { ALL, EMPTY, NodeStore } from './node-store.ts';

/** A move of one level's value, as part of a relation. */
export interface LevelMove {
  readonly level: number;
  readonly to: readonly number[];
}

/** An event on sets of states: where it can be taken, and what it does to the levels that it touches. */
export interface Relation {
  /** The states that it can be taken in. */
  readonly guard: number;
  /** By level, from the top. */
  readonly moves: readonly LevelMove[];
  /** The first of its own numbers in the cache: one for each move that is still to be made, and both directions. */
  readonly operation: number;
}

/** Moves that depend on nothing but their own level, all of them together. */
export interface LocalMoves {
  /** By level and value: the values that one move leads to. */
  readonly next: readonly (readonly (readonly number[])[])[];
  /** By level and value: the values that any number of moves leads to, the value itself among them. */
  readonly reach: readonly (readonly (readonly number[])[])[];
  /** The first of two numbers of its own in the cache. */
  readonly operation: number;
}

/** What came of an attempt; not done where it was broken off. */
export type Attempt<Result> =
  { readonly isDone: true; readonly result: Result } | { readonly isDone: false };

/** Thrown through the operations that are broken off; one for all, since it says nothing of where. */
const BROKEN_OFF = new Error('broken off');

const UNION = 1;
const INTERSECTION = 2;
const DIFFERENCE = 3;
const FIRST_FREE_OPERATION = 4;

/**
 * Sets of states as decision diagrams, and what can be done with them. A set is a node's number: equal sets are
 * equal numbers.
 *
 * Results are remembered in a table in which a newer one replaces an older one that falls on the same place; it
 * grows with the number of nodes, so each operation takes time in proportion to the product of the sizes of what it
 * is given, and mostly far less.
 */
export class Diagram {
  readonly store: NodeStore;
  /** How many results of its own an attempt may still work out. */
  #left = Infinity;
  #nextOperation = FIRST_FREE_OPERATION;
  #cache = new Int32Array(4 << 13);
  /** Children of the nodes under construction, as a stack: an image takes unions while its own node is open. */
  readonly #stack: Int32Array;
  #top = 0;

  /** @param arities how many values each level has, from the top */
  constructor(arities: readonly number[]) {
    this.store = new NodeStore(arities);
    this.#stack = new Int32Array((arities.length + 1) * Math.max(1, ...arities) * 4);
  }

  /**
   * Tries some operations, and breaks them off once they have worked out as many results as they may. What they worked
   * out stays remembered, so that another attempt at the same goes on from there.
   *
   * @param allowance how many results, one for each pair of nodes that has to be looked at
   */
  attempt<Result>(work: () => Result, allowance: number): Attempt<Result> {
    const top = this.#top;
    this.#left = allowance;
    try {
      return { isDone: true, result: work() };
    } catch (error) {
      if (error !== BROKEN_OFF) throw error;
      this.#top = top;
      return { isDone: false };
    } finally {
      this.#left = Infinity;
    }
  }

  /** The states whose value at a level is among the given ones. */
  among(level: number, values: readonly number[]): number {
    const arity = this.store.arities[level] ?? 0;
    const children = new Int32Array(arity);
    for (const value of values) children[value] = ALL;
    return this.store.make(level, children, 0);
  }

  union(left: number, right: number): number {
    if (left === EMPTY || left === right || right === ALL) return right;
    if (right === EMPTY || left === ALL) return left;
    return left < right ? this.#combine(UNION, left, right) : this.#combine(UNION, right, left);
  }

  intersection(left: number, right: number): number {
    if (left === ALL || left === right || right === EMPTY) return right;
    if (right === ALL || left === EMPTY) return left;
    return left < right
      ? this.#combine(INTERSECTION, left, right)
      : this.#combine(INTERSECTION, right, left);
  }

  /** The states of the one set that are not in the other. */
  difference(left: number, right: number): number {
    if (left === EMPTY || left === right || right === ALL) return EMPTY;
    if (right === EMPTY) return left;
    return this.#combine(DIFFERENCE, left, right);
  }

  /** An event ready to be applied. The guard is a set; moves may come in any order, one a level. */
  relation(guard: number, moves: readonly LevelMove[]): Relation {
    const relation = {
      guard,
      moves: moves.toSorted((left, right) => left.level - right.level),
      operation: this.#nextOperation,
    };
    this.#nextOperation += 2 * moves.length;
    return relation;
  }

  /** The states that an event leads to from a set: one recursion over set, guard and stage maps together. */
  image(relation: Relation, set: number): number {
    return this.#image(relation, set, relation.guard, 0);
  }

  /** The states from which an event leads into a set. */
  preimage(relation: Relation, set: number): number {
    return this.#preimage(relation, set, relation.guard, 0);
  }

  /**
   * Local moves ready to be applied.
   *
   * @param next by level and value, the values that one move leads to
   */
  localMoves(next: LocalMoves['next']): LocalMoves {
    const reach = next.map((values) => values.map((_, value) => closureOf(values, value)));
    const moves = { next, reach, operation: this.#nextOperation };
    this.#nextOperation += 2;
    return moves;
  }

  /**
   * The states that any number of local moves leads to from a set, the set included. Moves at different levels do
   * not touch each other, so one recursion closes all levels at once.
   */
  afterLocalMoves(moves: LocalMoves, set: number): number {
    if (set <= ALL) return set;
    const slot = this.#slot(moves.operation, set, ALL);
    if (this.#isKnown(slot, moves.operation, set, ALL)) return this.#cache[slot + 3] as number;
    const { store } = this;
    const level = store.levelOf(set);
    const base = this.#open(store.arities[level] as number);
    this.#stack.fill(EMPTY, base, this.#top);
    const reach = moves.reach[level] as LocalMoves['reach'][number];
    for (let value = 0; value < reach.length; value += 1) {
      const child = this.afterLocalMoves(moves, store.child(set, level, value));
      if (child !== EMPTY) this.#addTo(base, reach[value] as readonly number[], child);
    }
    return this.#close(level, base, moves.operation, set, ALL);
  }

  /** The states that at most one local move leads to from a set, the set included. */
  withinOneLocalMove(moves: LocalMoves, set: number): number {
    if (set <= ALL) return set;
    const operation = moves.operation + 1;
    const slot = this.#slot(operation, set, ALL);
    if (this.#isKnown(slot, operation, set, ALL)) return this.#cache[slot + 3] as number;
    const { store } = this;
    const level = store.levelOf(set);
    const base = this.#open(store.arities[level] as number);
    const next = moves.next[level] as LocalMoves['next'][number];
    for (let value = 0; value < next.length; value += 1)
      this.#stack[base + value] = this.withinOneLocalMove(moves, store.child(set, level, value));
    for (let value = 0; value < next.length; value += 1)
      this.#addTo(base, next[value] as readonly number[], store.child(set, level, value));
    return this.#close(level, base, operation, set, ALL);
  }

  #combine(operation: number, left: number, right: number): number {
    const slot = this.#slot(operation, left, right);
    if (this.#isKnown(slot, operation, left, right)) return this.#cache[slot + 3] as number;
    const { store } = this;
    const level = Math.min(store.levelOf(left), store.levelOf(right));
    const arity = store.arities[level] as number;
    const base = this.#open(arity);
    for (let value = 0; value < arity; value += 1) {
      const one = store.child(left, level, value);
      const other = store.child(right, level, value);
      this.#stack[base + value] =
        operation === UNION
          ? this.union(one, other)
          : operation === INTERSECTION
            ? this.intersection(one, other)
            : this.difference(one, other);
    }
    return this.#close(level, base, operation, left, right);
  }

  #image(relation: Relation, set: number, guard: number, made: number): number {
    if (set === EMPTY || guard === EMPTY) return EMPTY;
    const move = relation.moves[made];
    if (move === undefined) return this.intersection(set, guard);
    const operation = relation.operation + 2 * made;
    const slot = this.#slot(operation, set, guard);
    if (this.#isKnown(slot, operation, set, guard)) return this.#cache[slot + 3] as number;
    const { store } = this;
    const level = Math.min(store.levelOf(set), store.levelOf(guard), move.level);
    const isMoved = level === move.level;
    const arity = store.arities[level] as number;
    const base = this.#open(arity);
    this.#stack.fill(EMPTY, base, base + arity);
    for (let value = 0; value < arity; value += 1) {
      const child = store.child(set, level, value);
      const asked = store.child(guard, level, value);
      const reached = this.#image(relation, child, asked, isMoved ? made + 1 : made);
      if (reached === EMPTY) continue;
      const place = base + (isMoved ? (move.to[value] as number) : value);
      this.#stack[place] = this.union(this.#stack[place] as number, reached);
    }
    return this.#close(level, base, operation, set, guard);
  }

  #preimage(relation: Relation, set: number, guard: number, made: number): number {
    if (set === EMPTY || guard === EMPTY) return EMPTY;
    const move = relation.moves[made];
    if (move === undefined) return this.intersection(set, guard);
    const operation = relation.operation + 2 * made + 1;
    const slot = this.#slot(operation, set, guard);
    if (this.#isKnown(slot, operation, set, guard)) return this.#cache[slot + 3] as number;
    const { store } = this;
    const level = Math.min(store.levelOf(set), store.levelOf(guard), move.level);
    const isMoved = level === move.level;
    const arity = store.arities[level] as number;
    const base = this.#open(arity);
    for (let value = 0; value < arity; value += 1) {
      const after = store.child(set, level, isMoved ? (move.to[value] as number) : value);
      const asked = store.child(guard, level, value);
      this.#stack[base + value] = this.#preimage(relation, after, asked, isMoved ? made + 1 : made);
    }
    return this.#close(level, base, operation, set, guard);
  }

  #addTo(base: number, values: readonly number[], set: number): void {
    for (let index = 0; index < values.length; index += 1) {
      const place = base + (values[index] as number);
      this.#stack[place] = this.union(this.#stack[place] as number, set);
    }
  }

  #open(arity: number): number {
    const base = this.#top;
    this.#top += arity;
    return base;
  }

  #close(level: number, base: number, operation: number, left: number, right: number): number {
    const node = this.store.make(level, this.#stack, base);
    this.#top = base;
    if (this.store.size * 4 > this.#cache.length)
      this.#cache = new Int32Array(this.#cache.length * 4);
    const slot = this.#slot(operation, left, right);
    this.#cache[slot] = operation;
    this.#cache[slot + 1] = left;
    this.#cache[slot + 2] = right;
    this.#cache[slot + 3] = node;
    this.#left -= 1;
    if (this.#left < 0) throw BROKEN_OFF;
    return node;
  }

  #slot(operation: number, left: number, right: number): number {
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash ^= Math.imul(operation, 0xc2b2ae35);
    hash ^= hash >>> 15;
    return (hash & ((this.#cache.length >> 2) - 1)) << 2;
  }

  #isKnown(slot: number, operation: number, left: number, right: number): boolean {
    const cache = this.#cache;
    return cache[slot] === operation && cache[slot + 1] === left && cache[slot + 2] === right;
  }
}

function closureOf(next: readonly (readonly number[])[], value: number): number[] {
  const reached = new Set([value]);
  for (const known of reached) for (const target of next[known] ?? []) reached.add(target);
  return [...reached];
}
