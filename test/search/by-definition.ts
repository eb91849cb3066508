import type { Agreement, AgreementEvent } from '../../src/model/agreement.ts';
import { compiled, type Standpoint } from '../../src/search/compile.ts';
import type { Goal } from '../../src/search/goal.ts';
import { resolve } from '../../src/search/predicate.ts';
import type { StagePair } from '../../src/search/restrict.ts';
import { holds, startState, type State, type System, take } from '../../src/search/system.ts';

/** A tuple of states, one a run, and how many events lead there. */
export interface Together {
  readonly runs: readonly State[];
  readonly distance: number;
}

export interface Limits {
  /** Stages that no event may bring a region into, in any run. */
  readonly avoided?: readonly StagePair[];
  /** Whether an event may happen at all. */
  readonly keep?: (event: AgreementEvent) => boolean;
}

/**
 * Runs of several readings, taken together state by state, as the words have it: an event happens where each run takes it
 * or stands where it leads. It shares nothing with the searches but the compiled single runs.
 */
export class ByDefinition {
  readonly #agreement: Agreement;
  readonly #views: readonly Standpoint[];
  readonly #systems: readonly System[];
  readonly #limits: Limits;

  constructor(agreement: Agreement, views: readonly Standpoint[], limits: Limits = {}) {
    this.#agreement = agreement;
    this.#views = views;
    this.#systems = views.map((view) => compiled(agreement, view));
    this.#limits = limits;
  }

  get start(): readonly State[] {
    return this.#systems.map(startState);
  }

  /** Everything that can be reached from some states of the runs, by distance. */
  from(start: readonly State[] = this.start): Together[] {
    const found: Together[] = [{ runs: start, distance: 0 }];
    const seen = new Set([start.join(' ')]);
    for (const { runs, distance } of found) {
      for (const event of this.#agreement.events.values()) {
        const next = this.after(runs, event.id);
        if (next === null || seen.has(next.join(' '))) continue;
        seen.add(next.join(' '));
        found.push({ runs: next, distance: distance + 1 });
      }
    }
    return found;
  }

  /** Where an event leads; null where some run neither takes it nor stands where it leads. */
  after(runs: readonly State[], event: string): readonly State[] | null {
    const next = runs.map((state, run) => {
      const taken = this.#taken(event, state, run);
      return taken ?? (this.#isAlready(event, state, run) ? state : null);
    });
    const all = next.filter((state) => state !== null);
    return all.length < runs.length ? null : all;
  }

  /** Whether nothing has to be done for a goal. */
  isDone(goal: Goal): boolean {
    if (goal.kind === 'state') return this.isReady(goal, this.start);
    return this.#views.every((_, run) => this.#isBehind(goal.event, run));
  }

  /** Whether a goal is reached or, where it is an event, can be taken at once by all runs that have it to take. */
  isReady(goal: Goal, runs: readonly State[]): boolean {
    if (goal.kind === 'state')
      return runs.every((state, run) => {
        const system = this.#systems[run];
        return system !== undefined && holds(resolve(goal.holds, system), state);
      });
    return runs.every((state, run) => {
      if (this.#taken(goal.event, state, run) !== null) return true;
      if (!this.#isBehind(goal.event, run)) return false;
      if (this.#isAlready(goal.event, state, run)) return true;
      return (
        this.#views[run]?.passed?.includes(goal.event) === true &&
        !this.#canLeave(goal.event, state, run)
      );
    });
  }

  /** How many events it takes; null where there is no path. */
  distance(goal: Goal): number | null {
    if (this.isDone(goal)) return 0;
    const event = goal.kind === 'event' ? this.#agreement.events.get(goal.event) : undefined;
    if (event !== undefined && this.#limits.keep?.(event) === false) return null;
    const first = this.from().find(({ runs }) => this.isReady(goal, runs));
    if (first === undefined) return null;
    return first.distance + (goal.kind === 'event' ? 1 : 0);
  }

  #isBehind(event: string, run: number): boolean {
    const isTaken = this.#views[run]?.passed?.includes(event) === true;
    return isTaken || this.#isAlready(event, this.start[run] ?? [], run);
  }

  #taken(eventId: string, state: State, run: number): State | null {
    const system = this.#systems[run];
    const event = system?.events.find(({ id }) => id === eventId);
    const known = this.#agreement.events.get(eventId);
    if (system === undefined || event === undefined || known === undefined) return null;
    if (this.#limits.keep?.(known) === false) return null;
    const next = take(event, state);
    const enters = (this.#limits.avoided ?? []).some(({ region, stage }) => {
      const place = system.regions.findIndex(({ id }) => id === region);
      const number = system.regions[place]?.stages.indexOf(stage);
      return next !== null && next[place] === number && state[place] !== number;
    });
    return enters ? null : next;
  }

  #homeStage(eventId: string, state: State, run: number): string {
    const home = this.#agreement.events.get(eventId)?.home;
    const place = this.#systems[run]?.regions.findIndex(({ id }) => id === home) ?? -1;
    return this.#systems[run]?.regions[place]?.stages[state[place] ?? 0] ?? '';
  }

  #canLeave(eventId: string, state: State, run: number): boolean {
    const event = this.#agreement.events.get(eventId);
    return this.#homeStage(eventId, state, run) in (event?.moves[event.home] ?? {});
  }

  #isAlready(eventId: string, state: State, run: number): boolean {
    const event = this.#agreement.events.get(eventId);
    const targets = Object.values(event?.moves[event.home] ?? {});
    // What may happen again no run has behind it.
    return (
      event?.again !== true &&
      !this.#canLeave(eventId, state, run) &&
      targets.includes(this.#homeStage(eventId, state, run))
    );
  }
}
