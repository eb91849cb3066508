import type { KeptHistory } from './kept-history.ts';
import type { ScenarioFile } from './shapes/scenario.ts';

/** What is kept of a session: what the user made, where they are, and how they came there. */
export interface SavedSession {
  readonly agreement: string;
  /** The folder that the agreement was read from, by its full path; null where it is one that ships. */
  readonly folder: string | null;
  /** The user's branches, in the order in which they were made. */
  readonly branches: readonly ScenarioFile[];
  readonly cursor: {
    readonly scenario: string;
    /** Index of the step that was played last, -1 before the first. */
    readonly position: number;
    /** The run on show. */
    readonly run: string | null;
    /** The task that was taken up, by the scenario that sets it and its id; not there where none was. */
    readonly task?: { readonly scenario: string; readonly task: string };
  };
  /** What undo and redo need; null where nothing was done, or where it was more than a session can hold. */
  readonly history: KeptHistory | null;
  /** The exercise that is under way; null where the last one is over, not there where none was begun. */
  readonly exercise?: KeptExercise | null;
}

/** An exercise that was begun and is not over. */
export interface KeptExercise {
  readonly scenario: string;
  /** What was answered so far: the questions by their ids, and what was chosen. */
  readonly answers: readonly { readonly question: string; readonly chosen: readonly string[] }[];
  /** Whether what is right is on show for the last of them, and not yet the next question. */
  readonly isMarked: boolean;
  /** Choices taken up for the question at hand. */
  readonly picked: readonly string[];
  /** Whether "none of them" is marked; not there in sessions of before that could be. */
  readonly picksNone?: boolean;
  /** The name to stand in the result. */
  readonly who: string;
  /** Whether it was on screen, and had not been left to be gone on with. */
  readonly isOpen: boolean;
}

/** A session as it is before it is known where its agreement lies. */
export type OpenSession = Omit<SavedSession, 'folder'>;
