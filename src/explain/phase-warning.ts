import type { Agreement } from '../model/agreement.ts';
import type { PlayedStep } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import { REPORTED } from '../model/terms.ts';
import { stageText } from './fact-text.ts';

/** Where the phase is assumed: what is not to be read into that something can happen from there; empty where it is not. */
export function assumedPhaseWarning(agreement: Agreement, { facts }: RunState): string {
  const region = [...agreement.regions.values()].find(({ kind }) => kind === 'phase');
  const fact = region === undefined ? undefined : facts[region.id];
  if (region === undefined || (fact?.status !== 'assumed' && fact?.basis !== 'assumed')) return '';
  return `The phase, "${stageText(agreement, region.id, fact)}", is assumed here. That nothing forbids an event does not mean that it would happen.`;
}

/**
 * Where a branch has changed the phase and plays later steps on all the same: what is not to be read into that.
 *
 * @param branch id of the branch
 * @param steps as they were played, those of the branch and those played on among them
 * @param start the states that the first of them found
 * @returns a sentence or two; nothing where the phase is the same, or nothing is played on
 */
export function phaseWarning(
  agreement: Agreement,
  branch: string,
  steps: readonly PlayedStep[],
  start: Readonly<Record<string, RunState>>,
): string {
  const region = [...agreement.regions.values()].find(({ kind }) => kind === 'phase');
  const isOwn = ({ step }: PlayedStep) => step.scenario === branch && !step.replayed;
  const first = steps.findIndex(isOwn);
  const last = steps.findLast(isOwn);
  if (region === undefined || last === undefined || !steps.some(({ step }) => step.replayed))
    return '';
  const [from, to] = [steps[first - 1]?.states ?? start, last.states].map((states) => {
    const fact = states[REPORTED]?.facts[region.id];
    return fact === undefined ? '' : stageText(agreement, region.id, fact);
  });
  if (from === to) return '';
  return `Careful: this branch takes the phase from "${from}" to "${to}". The steps played on come from another course of events. That nothing here forbids one does not mean that it would have happened.`;
}
