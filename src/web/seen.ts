import type { Section } from '../explain/what-if-choices.ts';
import { ALL_CLAIMS, type Sought } from './claims-found.ts';

/** How somebody looks at each view: kept while another is on show, and while the tab is loaded again. */
export interface Seen {
  /** What kind of choices of a what-if are listed, and what they are narrowed down to. */
  readonly section: Section;
  readonly filter: string;
  /** The place of the step behind which two scenarios are compared; null for both their ends. */
  readonly comparedAt: number | null;
  /** Which claims are looked at. */
  readonly sought: Sought;
  /** Whether lanes are drawn too that no step is about. */
  readonly hasAllLanes: boolean;
  /** By whose reading it is asked who moves whom; null follows the run on show. */
  readonly whose: string | null;
  /** Whose questions are asked, by the scenario; null for the first that carries some. */
  readonly exercise: string | null;
  /** The name to stand in the result of an exercise. */
  readonly who: string;
  /** Which parts of a comparison were opened or folded by hand, by their titles. */
  readonly opened: Readonly<Record<string, boolean>>;
  /** The branch of which all steps are listed; null for as many as fit. */
  readonly wholeBranch: string | null;
}

export const FIRST_SEEN: Seen = {
  section: 'events',
  filter: '',
  comparedAt: null,
  sought: ALL_CLAIMS,
  hasAllLanes: false,
  whose: null,
  exercise: null,
  who: '',
  opened: {},
  wholeBranch: null,
};
