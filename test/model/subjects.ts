import type { Agreement } from '../../src/model/agreement.ts';
import type { AgreementFiles } from '../../src/model/assemble.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadShipped } from '../shipped.ts';

/** An agreement that properties are tried on: the one that ships, and a fictional one that it knows nothing of. */
export interface Subject {
  readonly name: string;
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  /** How many invented stories are told of it; each has most of its events and gates in it. */
  readonly stories: number;
}

const { agreement, scenarios, files } = loadShipped();

export const SHIPPED: Subject = { name: 'the shipped agreement', agreement, scenarios, stories: 3 };
export const HARBOUR: Subject = { name: 'the fictional agreement', ...loadHarbour(), stories: 12 };
export const SUBJECTS: readonly Subject[] = [SHIPPED, HARBOUR];

/** The files that the shipped agreement is put together from, to put it together otherwise. */
export const SHIPPED_FILES: AgreementFiles = files;
