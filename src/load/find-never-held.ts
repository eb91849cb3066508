import type { Agreement } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { positionOf, spanOf } from '../model/position.ts';
import type { Statement } from '../model/statement.ts';
import type { Dossier } from './dossier.ts';
import type { Problem } from './problem.ts';

/**
 * Notices of positions that are in force on no day: they are over before they begin, or others have taken their place
 * by then. Most likely the order of the file is not that of their days, or one that stands beside another does not say so.
 */
export function findNeverHeld(agreement: Agreement, { readings }: Dossier): Problem[] {
  return readings.flatMap(({ file, value, locate }) =>
    Object.entries(value.positions).flatMap(([event, written]) => {
      const statements = agreement.readings.get(value.id)?.positions.get(event) ?? [];
      const places = [...written.keys()].filter((index) => !('says' in (written[index] ?? {})));
      return statements.flatMap((statement, nth): Problem[] => {
        const day = neverHeldFrom(agreement, statement);
        if (day === null) return [];
        return [
          {
            file,
            ...locate(['positions', event, places[nth] ?? 0]),
            code: 'never-in-force',
            message: `this position on ${event} is never in force: when it begins, on ${day}, it has ended or another has replaced it`,
            hint: 'put positions in the order of their days; to keep the earlier one in force, write beside: true in the later one',
          },
        ];
      });
    }),
  );
}

/** The day from which a statement would be held for certain, where by then it is not; null where it is held some time. */
function neverHeldFrom(agreement: Agreement, statement: Statement): string | null {
  // What a party drops is never held by being dropped.
  if (statement.stance === 'drops') return null;
  const { reading, event } = statement;
  const span = spanOf(agreement, statement, null);
  if (span === null || span.certainFrom === null) return null;
  // A condition may begin later than its position, which is then held from that day on.
  const begins = conditionsOf(statement.asked).flatMap((condition) =>
    condition.from === null ? [] : [condition.from.from, condition.from.to],
  );
  const isHeld = [span.certainFrom, span.possibleFrom, ...begins].some(
    (day) =>
      day !== null &&
      positionOf(agreement, reading, event, { day, knownBy: null }).possible.some((held) =>
        held.some(({ id }) => id === statement.id),
      ),
  );
  return isHeld ? null : span.certainFrom;
}
