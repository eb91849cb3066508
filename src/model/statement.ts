import type { ConditionTree } from './condition.ts';
import type { Day } from './days.ts';
import type { Basis } from './shapes/scenario.ts';

export const STANCES = ['asks', 'objects', 'backs'] as const;
export type Stance = (typeof STANCES)[number];

/** One thing that a party is reported to hold on an event, over some time. */
export interface Statement {
  /** Names it among all statements of the agreement; what a waiver of an objection names. */
  readonly id: string;
  readonly stance: Stance;
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
  /** Whether it takes the place of what the party held on the event before. */
  readonly replaces: boolean;
}
