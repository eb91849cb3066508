import type { Agreement } from '../agreement/agreement.ts';
import { EMPTY_STEP } from '../agreement/assumed-step.ts';
import type { ScenarioFile } from '../agreement/shapes/scenario.ts';
import type { Terms } from '../agreement/terms.ts';
import { addStep, type BranchAction, type BranchName } from './branch.ts';

/**
 * Events from the very beginning as a scenario that can be played: what shows that a property fails.
 *
 * @param terms under which they were found: a note pins the conditions to their day, and waivers come first
 */
export function counterexample(
  agreement: Agreement,
  name: BranchName,
  events: readonly string[],
  terms: readonly Terms[],
): ScenarioFile {
  const day = terms.find((each) => each.day !== null)?.day ?? null;
  const note = {
    ...EMPTY_STEP,
    id: `${name.id}-conditions`,
    title: `Conditions are taken as they stand on ${day}`,
    ...(day === null ? {} : { date: { from: day, to: day } }),
  };
  const actions: BranchAction[] = [
    ...terms.flatMap(({ reading, waived }) =>
      waived.map((leaf) => ({ kind: 'waive' as const, reading, leaf })),
    ),
    ...events.map((event) => ({ kind: 'event' as const, event })),
  ];
  const draft: ScenarioFile = {
    agreement: agreement.id,
    kind: 'hypothetical',
    ...name,
    summary: name.title,
    steps: day === null ? [] : [note],
  };
  const steps = actions.reduce((grown, action) => addStep(grown, action, agreement), draft);
  return { ...steps, summary: name.title };
}
