import type { Agreement } from './agreement.ts';
import { blockingSets } from './blocking-sets.ts';
import { allAsked, type Condition, type ConditionTree, NOTHING_ASKED, waive } from './condition.ts';
import {
  askedBy,
  type Clock,
  type Held,
  objectionsIn,
  type Position,
  positionOf,
  stanceOf,
} from './position.ts';
import type { Stance, Statement } from './statement.ts';

/** The run that takes every possible step, whatever anybody holds and whoever disputes it. */
export const REPORTED = 'reported';

/** Under what an event is looked at: whose reading, at which moment, and what that reading has waived. */
export interface Terms extends Clock {
  /** A reading's id, or `reported`, under which nobody asks anything. */
  readonly reading: string;
  /** Ids of the conditions and objections that the reading has waived. */
  readonly waived: readonly string[];
}

/** What stands before an event in one of the cases that a position leaves open. */
export interface Barrier {
  readonly held: Held;
  readonly stance: Stance | 'unstated';
  /** Objections in force, waived ones left out; with one of them nothing is asked: it is refused. */
  readonly objections: readonly Statement[];
  /** What the party asks; waived conditions count as met. */
  readonly asked: ConditionTree;
}

/**
 * What a reading puts before an event at a moment: one barrier for each case that is left open, most often a single one.
 * The model's own requirement is not among it; see {@link requirementOf}.
 */
export function barriersOf(agreement: Agreement, event: string, terms: Terms): readonly Barrier[] {
  if (terms.reading === REPORTED) return NO_BARRIER;
  const position = positionOf(agreement, terms.reading, event, terms);
  const { waived } = terms;
  if (waived.length > 0) return barriersIn(position, waived);
  let barriers = unwaived.get(position);
  if (barriers === undefined) unwaived.set(position, (barriers = barriersIn(position, waived)));
  return barriers;
}

function barriersIn({ possible }: Position, waived: readonly string[]): Barrier[] {
  return possible.map((held) => ({
    held,
    stance: stanceOf(held),
    objections: objectionsIn(held, waived),
    asked: waive(askedBy(held), waived),
  }));
}

/** A position is the same object each time, and most often nothing of it is waived. */
const unwaived = new WeakMap<Position, readonly Barrier[]>();

const NO_BARRIER: readonly Barrier[] = [
  { held: [], stance: 'unstated', objections: [], asked: NOTHING_ASKED },
];

/** What the model itself requires before an event, whoever asks; nothing as `reported`, which takes every step. */
export function requirementOf(agreement: Agreement, event: string, terms: Terms): ConditionTree {
  if (terms.reading === REPORTED) return NOTHING_ASKED;
  return agreement.events.get(event)?.requirement ?? NOTHING_ASKED;
}

/**
 * What of the conditions asked is in the way: the minimal sets of unmet ones among what is certainly asked; where that is
 * met, among all that may be asked.
 *
 * @param met whether a condition is certainly met
 */
export function unmetSets(
  barriers: readonly Barrier[],
  waived: readonly string[],
  met: (condition: Condition) => boolean,
): Condition[][] {
  const [first] = barriers;
  const certain = (first?.held ?? []).flatMap(({ id }): ConditionTree[] => {
    const own = barriers.map(({ held }) => held.find((each) => each.id === id));
    // Where it is not certain which of its conditions are in force, one case or another is.
    const parts = [
      ...new Set(own.flatMap((part) => (part?.stance === 'asks' ? [part.asked] : []))),
    ];
    if (parts.length === 0 || own.includes(undefined)) return [];
    return parts.length === 1 ? parts : [{ kind: 'any', of: parts }];
  });
  const sets = blockingSets(waive(allAsked(certain), waived), met);
  return sets.length > 0 ? sets : blockingSets(allAsked(barriers.map(({ asked }) => asked)), met);
}
