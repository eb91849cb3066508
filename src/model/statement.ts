import type { ConditionTree } from './condition.ts';
import type { Day } from './days.ts';
import type { Basis } from './shapes/scenario.ts';

export const STANCES = ['asks', 'objects', 'backs'] as const;
/** What a party can hold on an event. */
export type Stance = (typeof STANCES)[number];

/** What a statement says: that something is held, or that it is no longer. */
export const STATED = [...STANCES, 'drops'] as const;
export type Stated = (typeof STATED)[number];

/** One thing that a party is reported to hold on an event over some time, or to hold no longer. */
export interface Statement {
  /** Names it among all statements of the agreement; what a waiver of an objection names. */
  readonly id: string;
  /** `drops` where the party no longer holds what it held: such a statement is itself never held. */
  readonly stance: Stated;
  readonly reading: string;
  readonly event: string;
  /** What it asks; nothing unless its stance is `asks`. */
  readonly asked: ConditionTree;
  readonly claims: readonly string[];
  readonly inference: string | null;
  readonly basis: Basis;
  /** The author's day from which it is held; null where the claims tell. */
  readonly from: Day | null;
  /** The last day on which it is held; null where none is known. */
  readonly until: Day | null;
  /** Whether it takes the place of what the party held on the event before: for good, and by nothing where it drops all. */
  readonly replaces: boolean;
  /** The conditions and objections that it drops, by id; none where it drops none or all. */
  readonly drops: readonly string[];
}
