import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import { evaluate, isMet, meets, NOTHING_ASKED } from '../model/condition.ts';
import type { Statement } from '../model/statement.ts';
import type { StageMap } from '../model/statechart.ts';
import { barriersOf, REPORTED, type Terms } from '../model/terms.ts';

/** An event put to a run, and what the run made of it. */
export interface ObservedStep {
  readonly agreement: Agreement;
  readonly terms: Terms;
  readonly before: StageMap;
  readonly event: string;
  /** Null where it was not taken, or not in every case that the position leaves open. */
  readonly after: StageMap | null;
}

/** Something that holds of every step, of any agreement. */
export interface Invariant {
  readonly name: string;
  readonly why: string;
  readonly holds: (step: ObservedStep) => boolean;
}

/** What can come of an event that is put to a run. */
export const STEP_OUTCOMES = ['taken', 'refused', 'held', 'impossible'] as const;

/** Refused: by what the party holds, or may hold. Held: by what the model requires. */
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** What a run is to make of an event, by the data alone. */
export function expectedOutcome({ agreement, terms, before, event }: ObservedStep): StepOutcome {
  const known = eventOf(agreement, event);
  if (!((before[known.home] ?? '') in (known.moves[known.home] ?? {}))) return 'impossible';
  if (terms.reading === REPORTED) return 'taken';
  if (!isGranted(agreement, event, terms, before)) return 'refused';
  return isMet(known.requirement ?? NOTHING_ASKED, before) ? 'taken' : 'held';
}

/** Whether nothing stands before an event, wherever its home region is: neither a position nor a requirement. */
export function isOpen(
  agreement: Agreement,
  event: string,
  terms: Terms,
  stages: StageMap,
): boolean {
  if (terms.reading === REPORTED) return true;
  const { requirement } = eventOf(agreement, event);
  return isGranted(agreement, event, terms, stages) && isMet(requirement ?? NOTHING_ASKED, stages);
}

/** Whether the party has no objection, and all that it asks is met, in every case that its position leaves open. */
function isGranted(agreement: Agreement, event: string, terms: Terms, stages: StageMap): boolean {
  const grants = ({ id, stance, asked }: Statement): boolean => {
    if (stance === 'objects') return terms.waived.includes(id);
    const truth = evaluate(
      asked,
      (condition) => terms.waived.includes(condition.id) || meets(condition, stages),
    );
    return truth === true;
  };
  return barriersOf(agreement, event, terms).every(({ held }) => held.every(grants));
}

/** What must hold of every step of every run of every agreement. */
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
    name: 'an event is taken exactly when its home region can leave and nothing stands before it',
    why: 'Whoever refuses an event must be able to say which objection or unmet condition refuses it.',
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
    name: 'waiving a condition or an objection closes nothing',
    why: 'A party that asks for less cannot make more impossible under its own reading.',
    holds: ({ agreement, terms, before }) =>
      [...agreement.gates.values()].every(({ event }) => {
        const unwaived = { ...terms, waived: [] };
        return (
          !isOpen(agreement, event, unwaived, before) || isOpen(agreement, event, terms, before)
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
