import type { Agreement } from '../model/agreement.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { formatProblem } from '../load/problem.ts';
import { type AgreementPlaces, openAgreement } from './open-agreement.ts';

export type { AgreementPlaces } from './open-agreement.ts';

/** An agreement that was read from its files, and found right. */
export interface LoadedAgreement {
  readonly agreement: Agreement;
  /** By id: first what is documented, then what is projected, then what is hypothetical. */
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
}

/**
 * Reads an agreement from its folder, as `openAgreement` does, where a test can do nothing without it: checked as a
 * whole, whether every scenario comes out as it expects included.
 *
 * @throws Error with everything that is wrong, each as `file:line:column: message`
 */
export function loadAgreement(folder: string | URL, places: AgreementPlaces = {}): LoadedAgreement {
  const read = openAgreement(folder, { ...places, validate: true });
  if (read.ok) return { agreement: read.agreement, scenarios: read.scenarios };
  const problems = read.problems.map(formatProblem).join('\n');
  throw new Error(`The agreement in ${String(folder)} is not right:\n${problems}`);
}
