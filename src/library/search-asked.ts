import type { UnknownStages } from '../search/standpoints.ts';
import type { Searched } from '../explain/search-text.ts';

/** What a search was asked, for telling its answer. */
export interface SearchAsked extends Searched {
  /** What was not known and bears on the question, as `standpointsOf` says. */
  readonly unknown?: readonly UnknownStages[];
  /** What was being done when the search was stopped, in words; null or left out where it went to its end. */
  readonly stoppedAt?: string | null;
}
