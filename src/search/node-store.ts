/** The diagram of no state at all. */
export const EMPTY = 0;
/** The diagram of every state there is below. */
export const ALL = 1;

/**
 * The nodes of multi-valued decision diagrams, each kept once (hash-consing), so that two sets of states are equal
 * exactly when their nodes are the same number.
 *
 * A node stands at a level and has a child for each value there. A level at which the value makes no difference is
 * skipped. (T. Kam, T. Villa, R. Brayton, A. Sangiovanni-Vincentelli: Multi-valued decision diagrams, theory and
 * applications, 1998.) Nodes live as long as the store: a question makes a store and drops it.
 */
export class NodeStore {
  /** How many values each level has, from the top. */
  readonly arities: readonly number[];
  /** The number of levels, which is also the level of EMPTY and ALL. */
  readonly depth: number;
  #levels = new Int32Array(1024);
  #offsets = new Int32Array(1024);
  #children = new Int32Array(8192);
  #table = new Int32Array(4096);
  #count = 2;
  #childCount = 0;

  constructor(arities: readonly number[]) {
    this.arities = arities;
    this.depth = arities.length;
    this.#levels[EMPTY] = this.depth;
    this.#levels[ALL] = this.depth;
  }

  /** How many nodes there are, EMPTY and ALL among them. */
  get size(): number {
    return this.#count;
  }

  levelOf(node: number): number {
    return this.#levels[node] as number;
  }

  /** The child for a value at a level that the node stands at or skips. */
  child(node: number, level: number, value: number): number {
    return this.#levels[node] === level
      ? (this.#children[(this.#offsets[node] as number) + value] as number)
      : node;
  }

  /** The one node with these children, which start at `base` of the array. */
  make(level: number, children: Int32Array, base: number): number {
    const arity = this.arities[level] as number;
    const first = children[base] as number;
    let isSame = true;
    let hash = Math.imul(level + 1, 0x9e3779b1);
    for (let value = 0; value < arity; value += 1) {
      const child = children[base + value] as number;
      if (child !== first) isSame = false;
      hash = Math.imul(hash ^ child, 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    if (isSame) return first;

    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let node = this.#table[slot] as number; node !== 0; node = this.#table[slot] as number) {
      if (this.#isSameNode(node, level, children, base, arity)) return node;
      slot = (slot + 1) & mask;
    }
    const node = this.#add(level, children, base, arity);
    this.#table[slot] = node;
    if (this.#count * 2 > this.#table.length) this.#widenTable();
    return node;
  }

  #isSameNode(
    node: number,
    level: number,
    children: Int32Array,
    base: number,
    arity: number,
  ): boolean {
    if (this.#levels[node] !== level) return false;
    const offset = this.#offsets[node] as number;
    for (let value = 0; value < arity; value += 1)
      if (this.#children[offset + value] !== children[base + value]) return false;
    return true;
  }

  #add(level: number, children: Int32Array, base: number, arity: number): number {
    const node = this.#count;
    if (node === this.#levels.length) {
      this.#levels = widened(this.#levels);
      this.#offsets = widened(this.#offsets);
    }
    while (this.#childCount + arity > this.#children.length)
      this.#children = widened(this.#children);
    this.#levels[node] = level;
    this.#offsets[node] = this.#childCount;
    for (let value = 0; value < arity; value += 1)
      this.#children[this.#childCount + value] = children[base + value] as number;
    this.#childCount += arity;
    this.#count += 1;
    return node;
  }

  #widenTable(): void {
    const table = new Int32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let node = 2; node < this.#count; node += 1) {
      const offset = this.#offsets[node] as number;
      const level = this.#levels[node] as number;
      let hash = Math.imul(level + 1, 0x9e3779b1);
      for (let value = 0; value < (this.arities[level] as number); value += 1) {
        hash = Math.imul(hash ^ (this.#children[offset + value] as number), 0x85ebca6b);
        hash ^= hash >>> 15;
      }
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = node;
    }
    this.#table = table;
  }
}

function widened(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}
