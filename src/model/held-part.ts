import { type Condition, conditionsOf, keepConditions } from './condition.ts';
import type { Day } from './days.ts';
import type { Truth } from './kleene.ts';
import type { Statement } from './statement.ts';

/** Whether a condition is asked by its own days: certainly, certainly not, or perhaps (null). */
export function conditionForce(
  { from, until }: Pick<Condition, 'from' | 'until'>,
  day: Day | null,
): Truth {
  if (day === null) return until === null;
  if (from !== null && day < from.from) return false;
  if (until !== null && until.to < day) return false;
  const hasBegun = from === null || from.to <= day;
  const isOver = until !== null && until.from < day;
  return hasBegun && !isOver ? true : null;
}

/**
 * What is asked of some statements by the conditions' own days: the statements with those that are in force, in every
 * case where it is not certain which are. One that loses all its conditions is not held.
 */
export function partsHeld(held: readonly Statement[], day: Day | null): Statement[][] {
  let cases: Statement[][] = [[]];
  for (const statement of held) {
    const parts = partsOf(statement, day);
    cases = cases.flatMap((before) =>
      parts.map((part) => (part === null ? before : [...before, part])),
    );
  }
  return cases;
}

/** The statements without the conditions and objections that a later one drops. */
export function withoutDropped(
  held: readonly Statement[],
  drops: readonly string[],
): readonly Statement[] {
  if (drops.length === 0) return held;
  return held.flatMap((statement) => {
    if (drops.includes(statement.id)) return [];
    const part = heldPart(statement, ({ id }) => !drops.includes(id));
    return part === null ? [] : [part];
  });
}

function partsOf(statement: Statement, day: Day | null): (Statement | null)[] {
  const conditions = conditionsOf(statement.asked);
  let kept: Condition[][] = [[]];
  for (const condition of conditions) {
    const force = conditionForce(condition, day);
    const withIt = kept.map((before) => [...before, condition]);
    kept = force === true ? withIt : force === false ? kept : [...kept, ...withIt];
  }
  return kept.map((some) =>
    some.length === conditions.length
      ? statement
      : heldPart(statement, (condition) => some.includes(condition)),
  );
}

/** The same part of the same statement is the same object each time, so that what comes of it can be kept. */
const parts = new WeakMap<Statement, Map<string, Statement>>();

/** A statement with some of its conditions; null where none are left. */
export function heldPart(
  statement: Statement,
  keep: (condition: Condition) => boolean,
): Statement | null {
  const conditions = conditionsOf(statement.asked);
  const some = conditions.filter(keep);
  if (some.length === conditions.length) return statement;
  if (some.length === 0) return null;
  const known = parts.get(statement) ?? new Map<string, Statement>();
  parts.set(statement, known);
  const key = some.map(({ id }) => id).join(' ');
  const part = known.get(key) ?? { ...statement, asked: keepConditions(statement.asked, keep) };
  known.set(key, part);
  return part;
}
