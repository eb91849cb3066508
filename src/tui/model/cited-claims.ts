import type { CitedClaim } from '../../model/agreement.ts';
import { type Moment, runState, type Session } from '../session.ts';
import type { GateBoard } from './gate-board.ts';
import type { StepCard } from './step-card.ts';
import { regionTitle } from './wording.ts';

/** Claims that stand behind one thing on screen. */
export interface ClaimGroup {
  readonly heading: string;
  readonly claims: readonly CitedClaim[];
}

/** The claims behind what is on screen: the step, the gate on the board, the chosen provision. */
export function claimGroups(
  session: Session,
  moment: Moment,
  shown: { card: StepCard | null; board: GateBoard | null; run: string; region: string },
): ClaimGroup[] {
  const { agreement } = session;
  const group = (heading: string, references: readonly string[]): ClaimGroup[] => {
    const claims = [...new Set(references)]
      .map((reference) => agreement.claims.get(reference))
      .filter((claim) => claim !== undefined);
    return claims.length > 0 ? [{ heading, claims }] : [];
  };
  const groups: ClaimGroup[] = [];
  const { card, board } = shown;
  if (card !== null) {
    groups.push(...group('The step', card.claims));
    for (const outcome of card.outcomes)
      groups.push(...group(`The step is disputed by ${outcome.title}`, outcome.claims));
  }
  if (board !== null) {
    const base = board.rows.flatMap((row) =>
      row.kind === 'leaf' && !agreement.readings.has(row.leaf.reading) ? row.leaf.claims : [],
    );
    groups.push(...group('The gate, under every reading', base));
    for (const column of board.columns) {
      groups.push(...group(`The gate, under ${column.reading.title}`, column.claims));
      groups.push(
        ...group(`Said of the gate by ${column.reading.title}, no condition`, column.remarks),
      );
    }
  }
  const fact = runState(moment, shown.run).facts[shown.region];
  groups.push(
    ...group(`Where this stands: ${regionTitle(agreement, shown.region)}`, fact?.claims ?? []),
  );
  return groups;
}
