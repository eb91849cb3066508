import type { Verdict } from '../../model/shapes/scenario.ts';
import { overallVerdict } from '../../model/verdict.ts';
import type { Moment, Session } from '../session.ts';
import { heldText, judge } from './gate-board.ts';

/** A gate and its verdicts, one for each reading in their order. */
export interface GateRow {
  readonly gate: string;
  readonly title: string;
  readonly verdicts: readonly Verdict[];
  readonly overall: Verdict | 'contested';
  /** Of a gate that is open under some reading: why its event cannot happen, where it cannot. */
  readonly held: readonly string[];
}

/** Every gate under every reading, as of the step that was played last. */
export function gateRows(session: Session, moment: Moment): GateRow[] {
  const readings = [...session.agreement.readings.values()];
  return [...session.agreement.gates.values()].map((gate) => {
    const judged = readings.map((reading) => judge(session, moment, gate.id, reading.id));
    return {
      gate: gate.id,
      title: gate.title,
      verdicts: judged.map(({ verdict }) => verdict),
      overall: overallVerdict(judged.filter((_, index) => readings[index]?.kind === 'party')),
      held: [
        ...new Set(
          judged
            .filter(({ verdict }) => verdict === 'open')
            .flatMap((entry) => heldText(session, moment, entry) ?? []),
        ),
      ],
    };
  });
}
