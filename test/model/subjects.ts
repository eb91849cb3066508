import type { Agreement } from '../../src/model/agreement.ts';
import type { AgreementFiles } from '../../src/model/assemble.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadFiveDocuments } from '../five-documents.ts';

/** An agreement that properties are tried on: a rich one, and a fictional one that it knows nothing of. */
export interface Subject {
  readonly name: string;
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  /** How many invented stories are told of it; each has most of its events and gates in it. */
  readonly stories: number;
}

const { agreement, scenarios, files } = loadFiveDocuments();

export const RICH: Subject = { name: 'a rich agreement', agreement, scenarios, stories: 9 };
export const HARBOUR: Subject = { name: 'the fictional agreement', ...loadHarbour(), stories: 12 };
export const SUBJECTS: readonly Subject[] = [RICH, HARBOUR];

/** The files that the rich agreement is put together from, to put it together otherwise. */
export const RICH_FILES: AgreementFiles = files;
