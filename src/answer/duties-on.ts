import type { Standing } from '../model/standing.ts';
import { REPORTED } from '../model/terms.ts';
import { dutiesAt, type DutyStanding } from './duties.ts';

/** The duties to bring an event about, as they stand as reported and by the facts of the parties asked about it. */
export function dutiesOn({ moment, event, parties }: Standing): DutyStanding[] {
  if (event.duties.length === 0 || moment.nothingPublished) return [];
  return dutiesAt(moment, {
    event: event.id,
    runs: [REPORTED, ...parties.map(({ reading }) => reading)],
  });
}
