import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import { evaluate, meets } from '../model/condition.ts';
import { REPORTED } from '../model/runner.ts';
import type { StageMap } from '../model/statechart.ts';
import { effectiveCondition, type Terms } from '../model/terms.ts';

/** An event put to a run, and what the run made of it. */
export interface ObservedStep {
  readonly agreement: Agreement;
  readonly terms: Terms;
  readonly before: StageMap;
  readonly event: string;
  /** Null where it was not taken. */
  readonly after: StageMap | null;
}

/** Something that holds of every step, of any agreement. */
export interface Invariant {
  readonly name: string;
  readonly why: string;
  readonly holds: (step: ObservedStep) => boolean;
}

export type StepOutcome = 'taken' | 'refused' | 'impossible';

/** What a run is to make of an event, by the data alone: it can leave its home stage, and its gate is open. */
export function expectedOutcome({ agreement, terms, before, event }: ObservedStep): StepOutcome {
  const known = eventOf(agreement, event);
  if (!((before[known.home] ?? '') in (known.moves[known.home] ?? {}))) return 'impossible';
  return known.gate === null || isGateOpen(agreement, known.gate, terms, before)
    ? 'taken'
    : 'refused';
}

/** Whether what a gate asks is met, leaf by leaf; a waived leaf counts as met. */
export function isGateOpen(
  agreement: Agreement,
  gate: string,
  terms: Terms,
  stages: StageMap,
): boolean {
  if (terms.reading === REPORTED) return true;
  const { condition } = effectiveCondition(agreement, gate, terms);
  const truth = evaluate(
    condition,
    (leaf) => terms.waived.includes(leaf.id) || meets(leaf, stages),
  );
  return truth === true;
}

export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'every region stands in one of its stages',
    why: 'A state is a whole value; a region without a stage has no answer to any condition.',
    holds: ({ agreement, after }) =>
      after === null ||
      (Object.keys(after).length === agreement.statechart.regions.length &&
        agreement.statechart.regions.every((region) =>
          region.stages.some(({ id }) => id === after[region.id]),
        )),
  },
  {
    name: 'an event is taken exactly when its home region can leave and its gate is open',
    why: 'Whoever refuses an event must be able to say which unmet leaf refuses it.',
    holds: (step) => (step.after !== null) === (expectedOutcome(step) === 'taken'),
  },
  {
    name: 'an event moves the regions that have a move, and no other',
    why: 'A region that moves unasked, or half of an event, is a state that nobody described.',
    holds: ({ agreement, before, event, after }) => {
      if (after === null) return true;
      const { moves } = eventOf(agreement, event);
      return agreement.statechart.regions.every(({ id }) => {
        const stage = before[id] ?? '';
        return after[id] === (moves[id]?.[stage] ?? stage);
      });
    },
  },
  {
    name: 'waiving a leaf closes no gate',
    why: 'A party that asks for less cannot make more impossible under its own reading.',
    holds: ({ agreement, terms, before }) =>
      [...agreement.gates.keys()].every((gate) => {
        const unwaived = { ...terms, waived: [] };
        return (
          !isGateOpen(agreement, gate, unwaived, before) ||
          isGateOpen(agreement, gate, terms, before)
        );
      }),
  },
];

/**
 * @throws Error that tells the step and the invariant which it breaks
 */
export function checkInvariants(
  step: ObservedStep,
  invariants: readonly Invariant[] = INVARIANTS,
): void {
  const broken = invariants.find(({ holds }) => !holds(step));
  if (broken === undefined) return;
  const { event, terms, before, after } = step;
  throw new Error(
    `${event} under ${terms.reading} breaks: ${broken.name}. ${broken.why} ` +
      `Before: ${JSON.stringify(before)}; after: ${JSON.stringify(after)}.`,
  );
}

export function eventOf(agreement: Agreement, id: string): AgreementEvent {
  const event = agreement.events.get(id);
  if (event === undefined) throw new Error(`The agreement ${agreement.id} has no event ${id}.`);
  return event;
}
