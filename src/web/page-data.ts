import type { Call } from '../load/command-line.ts';
import type { Parts } from '../load/library.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';

/** The id of the element that holds the data of a page, packed. */
export const DATA_ELEMENT = 'phasegate-data';

/** The id of the element that holds what reads and writes scenarios, packed. */
export const FILES_ELEMENT = 'phasegate-files';

/** The id of the element that holds its program, packed. */
export const PROGRAM_ELEMENT = 'phasegate-program';

/** Where a page that is served hears of changes. */
export const CHANGES_PATH = '/changes';

/** How the program is called for what a page shows, by names alone: a page tells nobody's folders. */
export interface PageCall extends Call {
  /** The user's own scenarios by the names of their files. */
  readonly files: Readonly<Record<string, string>>;
  /** The files and folders that are to be where such a line is typed. */
  readonly beside: readonly string[];
}

/** What a page carries: one agreement as it was checked, and what it opens with. */
export interface PageData {
  /** Of the program that wrote it. */
  readonly version: string;
  readonly parts: Parts;
  /** The scenario that it opens with: one of the agreement's, or one of the user's own. */
  readonly opens: string | null;
  /** The user's own scenarios, which have been checked as well. */
  readonly own: readonly ScenarioFile[];
  readonly call: PageCall;
  /** Whether a server tells it of changes to the content. */
  readonly isServed: boolean;
}

/** What the beginning of a page unpacks, for its program: the program itself, which its worker runs too, and its data. */
export interface Unpacked {
  readonly program: string;
  /** A {@link PageData} as JSON. */
  readonly data: string;
}
