import { assembleAgreement, type AgreementFiles } from '../../src/model/assemble.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { ConditionFile } from '../../src/model/shapes/condition.ts';
import type { EventRecord } from '../../src/model/shapes/events-file.ts';
import type { PositionFile, ReadingFile } from '../../src/model/shapes/reading.ts';

/** The documents that the tables in this folder were written from, by hand. */
export const FIVE_DOCUMENTS = [
  'document-1',
  'document-2',
  'document-3',
  'document-4',
  'document-5',
];

/** The day by which all five had been published. What was known by then stays as it was, whatever is added later. */
export const FIVE_WERE_OUT = '2026-01-31';

export const isOfTheFive = (claim: string): boolean =>
  FIVE_DOCUMENTS.includes(claim.split('.')[0] ?? '');

/**
 * The shipped agreement as far as the five documents go: without the claims of any other, and without what rests on
 * other claims alone. So a document more, with what it has parties hold, leaves the tables as they are.
 */
export function asFiveDocumentsHaveIt(files: AgreementFiles): Agreement {
  return assembleAgreement({
    ...files,
    sources: files.sources
      .filter(({ id }) => FIVE_DOCUMENTS.includes(id))
      .map((source) => ({
        ...source,
        claims: source.claims.map((claim) => ({
          ...claim,
          disputes: claim.disputes.filter(isOfTheFive),
        })),
      })),
    regions: {
      regions: files.regions.regions.map((region) => ({
        ...region,
        claims: region.claims.filter(isOfTheFive),
      })),
    },
    events: { events: files.events.events.map(ofTheFive) },
    readings: files.readings.flatMap(readingOfTheFive),
  });
}

/** Whether something cites claims, and none of the five documents. */
function restsOnOthers(claims: readonly string[]): boolean {
  return claims.length > 0 && !claims.some(isOfTheFive);
}

function ofTheFive(event: EventRecord): EventRecord {
  const requirement = event.requirement && conditionOfTheFive(event.requirement);
  return {
    ...event,
    // Who can bring it about is then said by another document alone.
    controllers: restsOnOthers(event.claims) ? null : event.controllers,
    claims: event.claims.filter(isOfTheFive),
    takingPart: event.takingPart.filter(isOfTheFive),
    inTheWay: event.inTheWay.filter(isOfTheFive),
    requirement: requirement ?? undefined,
  };
}

function readingOfTheFive(reading: ReadingFile): ReadingFile[] {
  const positions = Object.entries(reading.positions).flatMap(([event, held]) => {
    const kept = held.flatMap(positionOfTheFive);
    return kept.length === 0 ? [] : [[event, kept] as const];
  });
  return positions.length === 0 ? [] : [{ ...reading, positions: Object.fromEntries(positions) }];
}

function positionOfTheFive(position: PositionFile): PositionFile[] {
  const cited = 'says' in position ? position.says : position.claims;
  if (restsOnOthers(cited)) return [];
  const claims = cited.filter(isOfTheFive);
  if ('says' in position) return [{ ...position, says: claims }];
  if (!('asks' in position)) return [{ ...position, claims }];
  const asks = conditionOfTheFive(position.asks);
  return asks === null ? [] : [{ ...position, claims, asks }];
}

/** What is asked without the conditions that other documents alone have; null where nothing is left. */
function conditionOfTheFive(asked: ConditionFile): ConditionFile | null {
  if ('all' in asked) {
    const all = asked.all.map(conditionOfTheFive).filter((each) => each !== null);
    return all.length === 0 ? null : { all };
  }
  if ('any' in asked) {
    const any = asked.any.map(conditionOfTheFive).filter((each) => each !== null);
    return any.length === 0 ? null : { any };
  }
  if (asked.claims === undefined) return asked;
  return restsOnOthers(asked.claims)
    ? null
    : { ...asked, claims: asked.claims.filter(isOfTheFive) };
}
