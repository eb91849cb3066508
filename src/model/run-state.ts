import type { Agreement } from './agreement.ts';
import type { DayRange } from './days.ts';
import type { Basis, StepStatus } from './shapes/scenario.ts';
import { TAKEN, valuesOf, type Worlds } from './worlds.ts';

/** How a region came to be where it is. */
export interface Fact {
  /** `unknown` where it may stand in several. */
  readonly stage: string;
  /** The stages that it may stand in; a single one where it is known. */
  readonly possible: readonly string[];
  readonly since: DayRange | null;
  readonly claims: readonly string[];
  readonly basis: Basis;
  /** The step that brought it about, or may have; null from the start. */
  readonly step: string | null;
  /** What that step is: happened, or expected, scheduled, assumed only; null from the start. */
  readonly status: StepStatus | null;
}

/** A step that would have moved a region, had the run not kept it where it is. */
export interface Kept {
  readonly step: string;
  /** The stage that the region would have gone to. */
  readonly to: string;
}

/** Where a run stands. */
export interface RunState {
  readonly worlds: Worlds;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Conditions and objections waived in this run, by id. */
  readonly waived: readonly string[];
  /** By region: the steps that the run has not applied since the region last moved, and that would have moved it. */
  readonly kept: Readonly<Record<string, readonly Kept[]>>;
}

/** The stage that a region stands in, `unknown` where it may stand in several. */
export function stageIn(state: RunState, region: string): string {
  return state.facts[region]?.stage ?? 'unknown';
}

/** A run's stages, region by region, `unknown` where it may stand in several. */
export function stagesOf(agreement: Agreement, state: RunState): Record<string, string> {
  return Object.fromEntries(agreement.statechart.regions.map(({ id }) => [id, stageIn(state, id)]));
}

/** Whether an event has been taken in a run and not been undone since; null where that is not known. */
export function isTaken(state: RunState, event: string): boolean | null {
  const values = valuesOf(state.worlds, event);
  return values.length === 1 ? values[0] === TAKEN : null;
}
