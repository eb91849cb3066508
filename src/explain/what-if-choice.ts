import type { BranchAction } from '../model/assumed-step.ts';
import type { Block } from './document.ts';
import type { Mark } from './mark.ts';

/** Something that the palette offers. */
export interface Choice {
  readonly action: BranchAction;
  readonly title: string;
  /** The region or the reading that it belongs to. */
  readonly of: string;
  /** What it stands under: how it stands in the run on show. */
  readonly heading: string;
  readonly mark: Mark;
  /** Whether it may be the one that is chosen before anybody has chosen: what a stated position refuses may not. */
  readonly isWelcome: boolean;
  /** Whether the run on show has it from here, and the model requires nothing first: else other steps come before it. */
  readonly canHappen: boolean;
  /** One line of why. */
  readonly reason: string;
  /** The rest of it; made only when it is asked for. */
  readonly details: () => readonly Block[];
}
