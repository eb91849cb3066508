import type { Given } from '../answer/branch.ts';
import type { BranchAction } from '../model/assumed-step.ts';
import type { PlayClocks } from '../model/run.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { StepChange } from './own-steps.ts';

/** Everything that somebody can do in the laboratory. */
export type LabMessage =
  /** Lets something happen where they are, with what has to happen before it. */
  | {
      readonly kind: 'take';
      readonly action: BranchAction;
      readonly before: readonly string[];
      readonly given: Given;
    }
  /** Lays several events out as a branch, to be played from its beginning. */
  | { readonly kind: 'lay'; readonly title: string; readonly events: readonly string[] }
  /** Plays later steps of what the branch departs from on after it, or leaves them out again. */
  | { readonly kind: 'playOn' }
  | { readonly kind: 'change'; readonly place: number; readonly change: StepChange }
  | { readonly kind: 'name'; readonly scenario: string; readonly title: string }
  | { readonly kind: 'copy'; readonly scenario: string }
  | { readonly kind: 'prune'; readonly scenario: string }
  | { readonly kind: 'adopt'; readonly scenario: ScenarioFile }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Goes back or forth in the history until so many things stand. */
  | { readonly kind: 'backTo'; readonly count: number }
  | { readonly kind: 'show'; readonly scenario: string; readonly position: number }
  | { readonly kind: 'look'; readonly run: string }
  | { readonly kind: 'look'; readonly gate: string | null }
  | { readonly kind: 'look'; readonly clocks: PlayClocks };
