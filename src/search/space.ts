import { Diagram, type LocalMoves, type Relation } from './diagram.ts';
import { Members } from './members.ts';
import { ALL, EMPTY } from './node-store.ts';
import { regionOrder } from './region-order.ts';
import { type CompiledEvent, type Guard, type State, type System } from './system.ts';

/** What may happen in one step of a search: events of one region alone taken together, the others one by one. */
export interface Steps {
  readonly local: LocalMoves;
  /** The same moves backwards. */
  readonly localBack: LocalMoves;
  readonly relations: readonly Relation[];
}

/** A system's states as sets in a diagram. Sets are numbers; they mean nothing outside their own space. */
export class Space {
  readonly system: System;
  readonly diagram: Diagram;
  readonly members: Members;
  /** How many results an operation may work out before others are heard. */
  readonly turn: number;
  /** Region numbers by level, from the top. */
  readonly order: readonly number[];
  /** The states that a run can begin in: one, but for parameters. */
  readonly start: number;
  readonly #levels: number[];
  readonly #guards = new Map<Guard, number>();
  /** Kept so that searches with other events beside it share what is known of its images. */
  readonly #relations = new WeakMap<CompiledEvent, Relation>();

  /**
   * @param order region numbers, the first one at the top
   * @param turn how many results may be worked out before others are heard: by default some ten milliseconds of work
   */
  constructor(
    system: System,
    order: readonly number[] = regionOrder(system),
    turn: number = 1 << 15,
  ) {
    this.system = system;
    this.order = order;
    this.turn = turn;
    this.#levels = [...order.keys()].toSorted(
      (left, right) => (order[left] ?? 0) - (order[right] ?? 0),
    );
    this.diagram = new Diagram(order.map((region) => system.regions[region]?.stages.length ?? 0));
    this.members = new Members(this.diagram.store);
    this.start = this.set({
      kind: 'all',
      of: system.regions.flatMap(({ start }, region): Guard[] =>
        start === null ? [] : [{ kind: 'in', region, stages: [start] }],
      ),
    });
  }

  /** The states that meet a guard. */
  set(guard: Guard): number {
    let set = this.#guards.get(guard);
    if (set === undefined) this.#guards.set(guard, (set = this.#build(guard)));
    return set;
  }

  /** The level at which the diagram looks at a region. */
  level(region: number): number {
    return this.#levels[region] ?? 0;
  }

  /** The steps that events make; all events where none are given. */
  steps(events: readonly CompiledEvent[] = this.system.events): Steps {
    const relations: Relation[] = [];
    const empty = (): number[][][] =>
      this.diagram.store.arities.map((arity) => Array.from({ length: arity }, () => []));
    const [next, back] = [empty(), empty()];
    for (const event of events) {
      const [only] = event.moves;
      const { guard } = event;
      const isLocal =
        event.moves.length === 1 && guard.kind === 'in' && guard.region === only?.region;
      if (only === undefined || !isLocal) {
        relations.push(this.relation(event));
        continue;
      }
      const level = this.level(only.region);
      for (const stage of guard.stages) {
        const target = only.to[stage] ?? stage;
        next[level]?.[stage]?.push(target);
        back[level]?.[target]?.push(stage);
      }
    }
    return {
      local: this.diagram.localMoves(next),
      localBack: this.diagram.localMoves(back),
      relations,
    };
  }

  /** An event on this space's sets. */
  relation(event: CompiledEvent): Relation {
    let relation = this.#relations.get(event);
    if (relation === undefined) {
      const moves = event.moves.map(({ region, to }) => ({ level: this.level(region), to }));
      relation = this.diagram.relation(this.set(event.guard), moves);
      this.#relations.set(event, relation);
    }
    return relation;
  }

  has(set: number, state: State): boolean {
    return this.members.has(
      set,
      this.order.map((region) => state[region] ?? 0),
    );
  }

  /** The state at a place of a set; see {@link Members.at}. */
  at(set: number, place: bigint): State {
    return this.#state(this.members.at(set, place));
  }

  /** A member of a set that is not empty. */
  first(set: number): State | undefined {
    const values = this.members.first(set);
    return values === undefined ? undefined : this.#state(values);
  }

  *states(set: number): Generator<State> {
    for (const values of this.members.all(set)) yield this.#state(values);
  }

  #state(values: readonly number[]): State {
    return this.#levels.map((level) => values[level] ?? 0);
  }

  #build(guard: Guard): number {
    switch (guard.kind) {
      case 'in':
        return this.diagram.among(this.level(guard.region), guard.stages);
      case 'all':
        return this.#fromTheBottom(guard.of).reduce(
          (set, part) => this.diagram.intersection(set, part),
          ALL,
        );
      case 'any':
        return this.#fromTheBottom(guard.of).reduce(
          (set, part) => this.diagram.union(set, part),
          EMPTY,
        );
    }
  }

  /** Joined from the lowest level up, each part only puts a node on top of what is there. */
  #fromTheBottom(guards: readonly Guard[]): number[] {
    const { store } = this.diagram;
    return guards
      .map((part) => this.set(part))
      .toSorted((left, right) => store.levelOf(right) - store.levelOf(left));
  }
}
