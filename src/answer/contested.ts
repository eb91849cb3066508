import { type Agreement, partyReadings } from '../model/agreement.ts';
import type { PlayedStep } from '../model/run.ts';

/** Whether some party's reading with a position recognises a step that another refuses or disputes. */
export function isContested(agreement: Agreement, played: PlayedStep): boolean {
  const outcomes = partyReadings(agreement).map((reading) => played.outcomes[reading.id]);
  const recognises = outcomes.some(
    (outcome) => outcome?.status === 'recognised' && outcome.position !== 'unstated',
  );
  return (
    recognises &&
    outcomes.some((outcome) => outcome?.status === 'refused' || outcome?.status === 'disputed')
  );
}
