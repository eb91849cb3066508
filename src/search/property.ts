import type { StatePredicate } from './predicate.ts';

/** What can be asked of all reachable states and of the ways between them. */
export type Formula =
  /** It holds in every reachable state. */
  | { readonly kind: 'always'; readonly holds: StatePredicate }
  /** It holds in no reachable state. */
  | { readonly kind: 'never'; readonly holds: StatePredicate }
  /** It holds in some reachable state. */
  | { readonly kind: 'sometimes'; readonly holds: StatePredicate }
  /** From every reachable state (where `from` holds) a state of the goal can still be reached. */
  | {
      readonly kind: 'eventuallyPossible';
      readonly goal: StatePredicate;
      readonly from?: StatePredicate;
    }
  /**
   * From every reachable state where `from` holds, each way on comes to a state where `to` holds.
   *
   * Limits: there is no fairness, so an event that stays possible need never happen, and one endless back-and-forth
   * is enough to refute it. Only events in the cone of influence of the two predicates count as steps: a way on
   * which nothing that bears on the question ever happens again refutes nothing.
   */
  | { readonly kind: 'leadsTo'; readonly from: StatePredicate; readonly to: StatePredicate }
  /** No state where `later` holds is reached unless one where `first` holds came before it, or is it. */
  | { readonly kind: 'precedes'; readonly first: StatePredicate; readonly later: StatePredicate };

/** A property of an agreement, with its reason. */
export interface Property {
  readonly id: string;
  readonly title: string;
  /** A sentence on why it matters. */
  readonly why: string;
  /** The claims that it follows from; none where it is the model's own. */
  readonly claims: readonly string[];
  /** The readings under which it is to hold; null for all. */
  readonly readings: readonly string[] | null;
  readonly formula: Formula;
}

export const always = (holds: StatePredicate): Formula => ({ kind: 'always', holds });
export const never = (holds: StatePredicate): Formula => ({ kind: 'never', holds });
export const sometimes = (holds: StatePredicate): Formula => ({ kind: 'sometimes', holds });
export const eventuallyPossible = (goal: StatePredicate, from?: StatePredicate): Formula => ({
  kind: 'eventuallyPossible',
  goal,
  ...(from === undefined ? {} : { from }),
});
export const leadsTo = (from: StatePredicate, to: StatePredicate): Formula => ({
  kind: 'leadsTo',
  from,
  to,
});
export const precedes = (first: StatePredicate, later: StatePredicate): Formula => ({
  kind: 'precedes',
  first,
  later,
});

/** The statements about states that a formula is made of. */
export function predicatesOf(formula: Formula): StatePredicate[] {
  switch (formula.kind) {
    case 'always':
    case 'never':
    case 'sometimes':
      return [formula.holds];
    case 'eventuallyPossible':
      return formula.from === undefined ? [formula.goal] : [formula.goal, formula.from];
    case 'leadsTo':
      return [formula.from, formula.to];
    case 'precedes':
      return [formula.first, formula.later];
  }
}
