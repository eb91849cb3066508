import type { Agreement } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { type Day, dayAfter } from '../model/days.ts';
import { spanOf } from '../model/position.ts';
import type { Statement } from '../model/statement.ts';
import type { StoryStep } from '../model/story.ts';

/**
 * The days on which a fact may change in some run: both ends of every step's range, and within one those on which what
 * somebody holds may change, since whether a run recognises a step that may have happened is asked as of the day.
 */
export function factDays(
  agreement: Agreement,
  steps: readonly StoryStep[],
  knownBy: Day | null,
): Day[] {
  const dates = steps.flatMap(({ date }) => date ?? []);
  const open = dates.filter(({ from, to }) => from < to);
  const isOpen = (day: Day) => open.some(({ from, to }) => from < day && day < to);
  const held = [...agreement.readings.values()].flatMap(({ positions }) =>
    [...positions.values()].flat(),
  );
  return [
    ...dates.flatMap(({ from, to }) => [from, to]),
    ...statementDays(agreement, held, knownBy).filter(isOpen),
  ];
}

/** The days on which what statements come to can change: from which each may be and is in force, and after its last one. */
export function statementDays(
  agreement: Agreement,
  statements: readonly Statement[],
  knownBy: Day | null,
): Day[] {
  const days: Day[] = [];
  for (const statement of statements) {
    const span = spanOf(agreement, statement, knownBy);
    if (span === null) continue;
    if (span.possibleFrom !== null) days.push(span.possibleFrom);
    if (span.certainFrom !== null) days.push(span.certainFrom);
    if (span.until !== null) days.push(dayAfter(span.until));
    for (const { from, until } of conditionsOf(statement.asked)) {
      if (from !== null) days.push(from.from, from.to);
      if (until !== null) days.push(dayAfter(until.from), dayAfter(until.to));
    }
  }
  return days;
}
