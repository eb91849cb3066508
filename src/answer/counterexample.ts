import type { Agreement } from '../model/agreement.ts';
import { EMPTY_STEP } from '../model/assumed-step.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Terms } from '../model/terms.ts';
import { addStep, type BranchAction, type BranchName } from './branch.ts';

/** The events that show it, and those that can repeat for ever afterwards; none of these where it is over then. */
export interface Shown {
  readonly events: readonly string[];
  readonly forEver: readonly string[] | null;
}

/**
 * Events from the very beginning as a scenario that can be played: what shows that a property fails.
 *
 * @param terms under which they were found: a note pins the conditions to their day, and waivers come first
 */
export function counterexample(
  agreement: Agreement,
  name: BranchName,
  { events, forEver }: Shown,
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
      waived.map((condition) => ({ kind: 'waive' as const, reading, condition })),
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
  const grow = (grown: ScenarioFile, action: BranchAction) => addStep(grown, action, agreement);
  const shown = actions.reduce(grow, draft);
  const round = forEver ?? [];
  if (round.length === 0) return { ...shown, summary: name.title };
  const turn = {
    ...EMPTY_STEP,
    id: `${name.id}-goes-round`,
    title: `What follows leads back to here, and can go on for ever (${round.length} events)`,
  };
  const going = { ...shown, steps: [...shown.steps, turn] };
  const whole = round.map((event) => ({ kind: 'event' as const, event })).reduce(grow, going);
  return { ...whole, summary: name.title };
}
