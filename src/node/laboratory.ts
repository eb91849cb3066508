import type { FittingSession, OpenedScenario } from '../load/kept-session.ts';
import type { OpenSession, SavedSession } from '../model/saved-session.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { ReadError } from './read-text.ts';
import type { SaveResult } from './save-text.ts';
import type { FoundSessions, KeptWork } from './session.ts';

/** A scenario file of the user's, as it may be opened. */
export type FileAtHand = {
  /** As it is shown. */
  readonly name: string;
  /** As it is opened. */
  readonly place: string;
} & (
  | { readonly scenario: ScenarioFile; readonly problem?: never }
  | { readonly scenario?: never; readonly problem: string }
);

export interface FilesAtHand {
  readonly files: readonly FileAtHand[];
  /** How many YAML files were not looked at, since there are too many. */
  readonly more: number;
}

/**
 * What a what-if needs of the world, for the commands and the UI alike. Nothing here throws for what a user, a disk or
 * a file can cause; what it takes to do it is loaded when it is first asked for.
 */
export interface Laboratory {
  /** Saves a scenario as a file; one that is there stays unless it is to be replaced. */
  readonly save: (scenario: ScenarioFile, place: string, replace: boolean) => Promise<SaveResult>;
  /** Saves a text of any other kind, by the same rules. */
  readonly saveText: (text: string, place: string, replace: boolean) => Promise<SaveResult>;
  /**
   * Reads a scenario by the path of its file, or by its token.
   *
   * @param more scenarios at hand besides the agreement's own, that it may refer to
   */
  readonly open: (typed: string, more?: readonly ScenarioFile[]) => Promise<OpenedScenario>;
  /** Checks a scenario at hand as if it had been read from a file. */
  readonly check: (
    scenario: ScenarioFile,
    more?: readonly ScenarioFile[],
  ) => Promise<OpenedScenario>;
  /** The scenario files where the user saves, and in their own folder: what each is, or why it cannot be opened. */
  readonly files: () => Promise<FilesAtHand>;
  readonly tokenOf: (scenario: ScenarioFile) => Promise<string>;
  /** Keeps the session; null once it is on the disk. Call it at every change: what waits is overtaken by what is newer. */
  readonly keep: (session: OpenSession) => Promise<ReadError | null>;
  /** Has what is kept from now on stand beside what was kept so far, and not in its place. */
  readonly keepApart: () => void;
  /** All sessions that were kept of the agreement, the newest first, and what cannot be read. */
  readonly sessions: () => Promise<FoundSessions>;
  /** The newest work that was kept of the agreement, and what cannot be read. */
  readonly kept: () => Promise<KeptWork>;
  /** A session as far as it still fits the agreement. */
  readonly fitting: (session: SavedSession) => Promise<FittingSession>;
}
