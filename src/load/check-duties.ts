import type { EventsFile } from '../model/shapes/events-file.ts';
import { dutyId } from '../model/duty.ts';
import type { ParsedFile } from './parse.ts';
import type { ReferenceReport } from './reference-report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Checks that duties bind somebody who is there, count from an event that is there, and can be met at all. */
export function checkDuties(
  file: ParsedFile<EventsFile>,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const once = report.register('duty', 'give one of the two an id of its own');
  for (const [index, event] of file.value.events.entries()) {
    for (const [place, duty] of [event.duty ?? []].flat().entries()) {
      const path = ['events', index, 'duty', ...(Array.isArray(event.duty) ? [place] : [])];
      once(file, [...path, 'id'], duty.id ?? dutyId(event.id, place));
      report.allExist(file, [...path, 'binds'], 'party or role', duty.binds ?? [], names.actors);
      report.allExist(file, [...path, 'claims'], 'claim', duty.claims, names.claims);
      const { by, within, from } = duty;
      if (within !== undefined) {
        const of = [...path, 'within', 'of'];
        report.exists(file, of, 'event', within.of, names.events);
        if (within.of === event.id)
          report.at(
            file,
            of,
            'goes-round',
            `the time for ${event.id} would count from ${event.id} itself`,
            'name the event from which the time counts, or give a last day, such as by: 2031-03-01',
          );
      }
      if (by !== undefined && from !== undefined && from > by.to)
        report.at(
          file,
          [...path, 'from'],
          'wrong-order',
          `the duty begins on ${from}, after the last day to meet it, ${by.to}`,
          'write in from the day on which the duty was taken on',
        );
    }
  }
}
