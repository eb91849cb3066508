import type { Agreement } from './agreement.ts';
import { type Condition, conditionsOf } from './condition.ts';
import type { Day } from './days.ts';
import { conditionForce } from './held-part.ts';
import { type Clock, conditionSpan, hasBegun, hasEnded, type Span, spanOf } from './position.ts';
import type { Statement } from './statement.ts';

/** How something came to be held no longer: on its own last day, dropped by its party, or replaced by what it held next. */
export type EndedHow = 'ended' | 'dropped' | 'replaced';

/** Something that a party held on an event, and by a moment no longer holds, or perhaps no longer. */
export interface Ending {
  readonly statement: Statement;
  /** From when the statement was held. */
  readonly span: Span;
  /** The condition of it that is no longer asked; null where the statement as a whole is no longer held. */
  readonly condition: Condition | null;
  readonly how: EndedHow;
  /** The statement that dropped or replaced it; null where its own last day has passed. */
  readonly by: { readonly statement: Statement; readonly span: Span } | null;
  /** False where it may still be held. */
  readonly isCertain: boolean;
}

/** What has come to be held by a day, for certain or perhaps. */
interface Begun {
  readonly statement: Statement;
  readonly span: Span;
  readonly isCertain: boolean;
}

/**
 * What a reading held on an event and by a moment no longer holds: statements as a whole, and single conditions of
 * statements that still stand. In the order of its file.
 */
export function endingsOf(
  agreement: Agreement,
  reading: string,
  event: string,
  { day, knownBy }: Clock,
): Ending[] {
  const statements = agreement.readings.get(reading)?.positions.get(event) ?? [];
  const begun = statements.flatMap((statement): Begun[] => {
    const span = spanOf(agreement, statement, knownBy);
    const has = span === null ? false : hasBegun(span, day);
    return span === null || has === false ? [] : [{ statement, span, isCertain: has === true }];
  });
  return begun.flatMap((each, index): Ending[] => {
    const { statement, span } = each;
    if (statement.stance === 'drops') return [];
    const later = begun.slice(index + 1);
    const whole = endOf(
      each,
      hasEnded(span, day),
      later.filter(({ statement: by }) => by.replaces || by.drops.includes(statement.id)),
      null,
    );
    if (whole?.isCertain === true) return [whole];
    const single = conditionsOf(statement.asked).flatMap((condition) => {
      const isOver = conditionIsOver(condition, day);
      const dropping = later.filter(({ statement: by }) => by.drops.includes(condition.id));
      const asked = { ...each, span: conditionSpan(span, condition) };
      const end = endOf(asked, isOver, dropping, condition);
      return end === null ? [] : [end];
    });
    return whole === null ? single : [whole, ...single];
  });
}

/** Whether a condition's last day has passed; null where it may have. */
function conditionIsOver(condition: Condition, day: Day | null): boolean | null {
  if (condition.until === null) return false;
  // What has never begun is not over.
  if (condition.from !== null && day !== null && day < condition.from.from) return false;
  const force = conditionForce({ from: null, until: condition.until }, day);
  return force === null ? null : !force;
}

/** How something ended: by what ended it first for certain, else by what perhaps did. */
function endOf(
  { statement, span }: Begun,
  isOver: boolean | null,
  endedBy: readonly Begun[],
  condition: Condition | null,
): Ending | null {
  const by = endedBy.find(({ isCertain }) => isCertain) ?? endedBy[0] ?? null;
  const lastDay = condition === null ? span.until : (condition.until?.to ?? null);
  const isByFirst =
    by !== null &&
    (isOver !== true ||
      (by.isCertain && lastDay !== null && (by.span.certainFrom ?? '') <= lastDay));
  if (isByFirst)
    return {
      statement,
      span,
      condition,
      how: by.statement.stance === 'drops' ? 'dropped' : 'replaced',
      by: { statement: by.statement, span: by.span },
      isCertain: by.isCertain,
    };
  if (isOver === false) return null;
  return { statement, span, condition, how: 'ended', by: null, isCertain: isOver === true };
}
