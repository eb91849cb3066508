import { describe, expect, it } from 'vitest';
import { checkExpectations } from '../../src/load/expectations.ts';
import { loadShipped } from '../shipped.ts';
import { controllerDifferences, CONTROLLERS } from './controllers.ts';
import { asFiveDocumentsHaveIt } from './five-documents.ts';
import { conditionMutants, controllerMutants, type Mutant, stanceMutants } from './mutate.ts';
import { CONDITIONS, positionDifferences } from './positions.ts';

const { agreement: shipped, files, scenarios, scenarioFiles } = loadShipped();
/** What the tables speak of, and are held against. */
const agreement = asFiveDocumentsHaveIt(files);

/** The first expectation of a shipped scenario that fails on the mutant, null where none does. */
function failingExpectation(mutant: Mutant): string | null {
  // Scenarios that name it are asked first, since they are the likeliest to notice.
  const names = (file: (typeof scenarioFiles)[number]) =>
    JSON.stringify(file.value).includes(`"${mutant.about}"`) ? 0 : 1;
  for (const file of scenarioFiles.toSorted((left, right) => names(left) - names(right))) {
    const [problem] = checkExpectations(mutant.agreement, [file], scenarios);
    if (problem !== undefined) return `${problem.file}: ${problem.message}`;
  }
  return null;
}

/**
 * Mutants that no scenario can notice, so that the pins alone do. In every document that asks for the living hostages
 * they are back already. What the model requires is noticed where a step is held back by it alone, and no scenario tries
 * these events too early.
 */
const ONLY_PINNED = [
  'livingReleased of israel dropped',
  'administrationSettled of model dropped',
  'withdrawalComplete of model dropped',
  'committeeNamed of model dropped',
  'forceMandated of model dropped',
];

describe('a change to what the documents say does not go unnoticed', () => {
  it('changes nothing to begin with', () => {
    expect(checkExpectations(shipped, scenarioFiles, scenarios)).toEqual([]);
    expect(positionDifferences(agreement)).toEqual([]);
    expect(controllerDifferences(agreement)).toEqual([]);
  });

  it('makes many mutants', () => {
    expect(conditionMutants(agreement)).toHaveLength(2 * 31);
    expect(controllerMutants(agreement).length).toBeGreaterThanOrEqual(2 * 90);
  });

  it('fails an expectation of a scenario for every condition that is dropped or negated', () => {
    const pinned = new Set(CONDITIONS.map(({ id }) => id));
    const survivors = conditionMutants(shipped)
      .filter(({ about }) => pinned.has(about))
      .filter((mutant) => failingExpectation(mutant) === null);
    expect(survivors.map((mutant) => mutant.name)).toEqual(ONLY_PINNED);
  });

  it('fails a pin for every condition that is dropped or negated', () => {
    const survivors = conditionMutants(agreement).filter(
      (mutant) => positionDifferences(mutant.agreement).length === 0,
    );
    expect(survivors.map((mutant) => mutant.name)).toEqual([]);
  });

  it('fails an expectation of a scenario or a pin for every stance that is dropped or turned round', () => {
    const unpinned = stanceMutants(agreement).filter(
      (mutant) => positionDifferences(mutant.agreement).length === 0,
    );
    expect(unpinned.map((mutant) => mutant.name)).toEqual([]);
    const mutants = stanceMutants(shipped);
    const noticed = mutants.filter((mutant) => failingExpectation(mutant) !== null);
    // Not every event that somebody backs happens in a scenario.
    expect(noticed.length).toBeGreaterThan(mutants.length / 2);
  });

  it('fails a pin for every event whose controllers are changed', () => {
    const survivors = controllerMutants(agreement)
      .filter(({ about }) => about in CONTROLLERS)
      .filter((mutant) => controllerDifferences(mutant.agreement).length === 0);
    expect(survivors.map((mutant) => mutant.name)).toEqual([]);
  });
});
