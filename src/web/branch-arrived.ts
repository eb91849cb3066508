import { isEqual } from 'es-toolkit/predicate';
import { duplicate } from '../answer/branch.ts';
import { standalone } from '../lab/branches.ts';
import type { LabState } from '../lab/state.ts';
import { freshId } from '../model/fresh-id.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';

/** A branch from a link by the id under which it is at hand, or will be. */
export interface Arrived {
  readonly branch: ScenarioFile;
  readonly isHere: boolean;
}

/**
 * A branch from a link as it takes its place beside those at hand. Branches of different people are called alike: one
 * that is another is given an id of its own. An earlier state of the very branch at hand, as the way back leads to, takes
 * its place.
 */
export function besideOthers(lab: LabState, branch: ScenarioFile): Arrived {
  const { id, title } = branch;
  const isSame = (other: ScenarioFile) => isEqual(duplicate(other, { id, title }), branch);
  const same = [id, ...lab.branches].find(
    (each) => lab.scenarios.get(each)?.title === title && isSame(standalone(lab, each)),
  );
  if (same !== undefined) return { branch: duplicate(branch, { id: same, title }), isHere: true };
  const isFree = !lab.scenarios.has(id) || wasHere(lab, branch);
  const free = isFree ? id : freshId(id, new Set(lab.scenarios.keys()));
  return { branch: isFree ? branch : duplicate(branch, { id: free, title }), isHere: false };
}

/** Whether anything that was done led to the branch as it is, or away from it. */
function wasHere({ history }: LabState, branch: ScenarioFile): boolean {
  return history.entries.some(({ before, after }) =>
    [before, after].some(
      ({ bench }) =>
        bench.branches.includes(branch.id) && isEqual(standalone(bench, branch.id), branch),
    ),
  );
}
