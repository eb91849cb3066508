import type { ConditionFile, StagesAskedFile } from '../model/shapes/condition.ts';
import type { PositionFile, ReadingFile } from '../model/shapes/reading.ts';
import { homeOf } from '../model/statechart.ts';
import type { Dossier } from './dossier.ts';
import { checkFileName, isCalledRight } from './file-names.ts';
import type { ParsedFile } from './parse.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import { didYouMean } from './suggest.ts';
import {
  conditionsIn,
  requiredConditions,
  type Vocabulary,
  type WrittenCondition,
  writtenConditions,
  writtenObjections,
} from './vocabulary.ts';

/** Checks what the model and the readings ask against the chart and the claims, and their ids against each other. */
export function checkReadings(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const reading = report.register('reading');
  const party = report.register('reading of the party');
  const condition = report.register('condition or objection');
  for (const [index, event] of dossier.events?.value.events.entries() ?? []) {
    for (const written of requiredConditions(event, index)) {
      if (dossier.events === null) continue;
      condition(dossier.events, [...written.path, 'id'], written.condition.id);
      checkCondition(dossier.events, written, names, report);
      checkConditionDays(dossier.events, written, true, report);
    }
    if (dossier.events !== null && event.requirement !== undefined)
      checkAgainstEachOther(
        dossier.events,
        event.requirement,
        ['events', index, 'requirement'],
        report,
      );
  }
  for (const file of dossier.readings) {
    const { value } = file;
    reading(file, ['id'], value.id);
    checkFileName(file, report);
    if (value.kind === 'party') {
      party(file, ['party'], value.party);
      if (value.party !== value.id)
        report.exists(file, ['party'], 'party', value.party, names.parties);
      // Where the file has another name, that is the slip.
      else if (names.parties?.has(value.party) === false && isCalledRight(file))
        report.at(
          file,
          ['party'],
          'unknown-id',
          `there is no party ${quote(value.party)}`,
          didYouMean(value.party, names.parties.keys()) ??
            "name the party: party: ID; the terms of the agreement, which are no party's, have kind: terms",
        );
    }
    checkPositions(file, names, report);
    for (const written of writtenConditions(value)) {
      condition(file, [...written.path, 'id'], written.condition.id);
      checkCondition(file, written, names, report);
      checkConditionDays(file, written, false, report);
    }
    for (const { id, path } of writtenObjections(value)) condition(file, path, id);
  }
}

function checkPositions(
  file: ParsedFile<ReadingFile>,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  for (const [event, written] of Object.entries(file.value.positions)) {
    report.exists(file, ['positions', event], 'event', event, names.events, 'key');
    const first = written.findIndex((position) => !('says' in position));
    for (const [index, position] of written.entries()) {
      const path = ['positions', event, index];
      if ('says' in position) {
        report.allExist(file, [...path, 'says'], 'claim', position.says, names.claims);
        continue;
      }
      report.allExist(file, [...path, 'claims'], 'claim', position.claims, names.claims);
      if ('asks' in position) checkAgainstEachOther(file, position.asks, [...path, 'asks'], report);
      if ('drops' in position) {
        checkDrops(file, written, index, path, names, report);
        continue;
      }
      if (
        position.from !== undefined &&
        position.until !== undefined &&
        position.until < position.from
      )
        report.at(
          file,
          [...path, 'until'],
          'wrong-order',
          `it ends on ${position.until}, before it begins on ${position.from}`,
        );
      if (index === first && position.beside === true)
        report.at(
          file,
          [...path, 'beside'],
          'no-effect',
          'this is the first position on the event, so there is none for it to go beside',
          'leave it out',
        );
    }
  }
}

/** A party drops what it held on the same event before; where everything is dropped, there must have been something. */
function checkDrops(
  file: ParsedFile<ReadingFile>,
  written: readonly PositionFile[],
  index: number,
  path: Path,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const [, event = ''] = path;
  const position = written[index];
  if (position === undefined || !('drops' in position)) return;
  const before = written.slice(0, index).filter((each) => !('says' in each));
  if (before.length === 0)
    report.atKey(
      file,
      [...path, 'drops'],
      'no-effect',
      `there is no position on ${event} before this one for it to drop`,
      'put it after the position that it drops',
    );
  if (position.drops === true) return;
  const held = new Set(
    before.flatMap((each) => [
      ...('asks' in each ? conditionsIn(each.asks, String(event), []) : []).map(
        ({ condition }) => condition.id,
      ),
      ...('objects' in each ? [each.objects] : []),
    ]),
  );
  const what = `condition or objection of ${file.value.id} on ${event}, before this,`;
  if (names.conditions !== null)
    report.allExist(file, [...path, 'drops'], what, position.drops, held);
}

/** A condition is asked from when to when; what the model requires it requires for good. */
function checkConditionDays(
  file: ParsedFile<unknown>,
  { condition: { from, until }, path }: WrittenCondition,
  isRequired: boolean,
  report: ReferenceReport,
): void {
  for (const [key, range] of Object.entries({ from, until }))
    if (isRequired && range !== undefined)
      report.atKey(
        file,
        [...path, key],
        'keys-at-odds',
        'a requirement of the model holds on every day',
        'leave the day out, or make it a condition of a party',
      );
  if (!isRequired && from !== undefined && until !== undefined && until.to < from.from)
    report.at(
      file,
      [...path, 'until'],
      'wrong-order',
      `it ends on ${until.to}, before it begins on ${from.from}`,
      'correct the days; if it is asked twice, write two conditions with an id each',
    );
}

function checkCondition(
  file: ParsedFile<unknown>,
  { event, condition, path }: WrittenCondition,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const { region, stages: asked, claims = [] } = condition;
  report.allExist(file, [...path, 'claims'], 'claim', claims, names.claims);
  if (names.regions === null) return;
  if (!report.exists(file, [...path, 'region'], 'region', region, names.regions)) return;
  const stages = new Set(names.regions.get(region));
  report.allExist(file, [...path, 'stages'], `stage of ${region}`, asked, stages);
  if ([...stages].every((stage) => asked.includes(stage)))
    report.at(
      file,
      [...path, 'stages'],
      'no-effect',
      `all stages of ${region} are listed, so the condition asks for nothing`,
      'leave the condition out',
    );
  if (homeOf(event) === region)
    report.at(
      file,
      [...path, 'region'],
      'wrong-region',
      `the condition ${quote(condition.id)} is about ${region}, the home region of its own event ${event}`,
      'say under moves from which stages the event is possible',
    );
}

/**
 * Checks that what is asked for together can be had together: a region stands at one stage at a time. What stands under
 * `any` is held against what is asked beside it, not against its alternatives.
 *
 * @param beside the stages at which what is asked elsewhere would have a region
 */
function checkAgainstEachOther(
  file: ParsedFile<unknown>,
  asked: ConditionFile,
  path: Path,
  report: ReferenceReport,
  beside: ReadonlyMap<string, StagesAskedFile> = new Map(),
): void {
  const together = new Map(beside);
  const parts = partsOf(asked, path);
  for (const [part, own] of parts) {
    if ('any' in part) continue;
    const { region, stages } = part;
    const other = together.get(region);
    const both = other === undefined ? stages : stages.filter((one) => other.stages.includes(one));
    if (other !== undefined && both.length === 0)
      report.at(
        file,
        [...own, 'stages'],
        'at-odds',
        `${quote(part.id)} and ${quote(other.id)} cannot be met together: ${region} is at one stage at a time`,
        'ask both for a stage that they share, or put them under any',
      );
    else together.set(region, { ...part, stages: both });
  }
  for (const [part, own] of parts)
    if ('any' in part)
      for (const [index, each] of part.any.entries())
        checkAgainstEachOther(file, each, [...own, 'any', index], report, together);
}

/** What is asked for together: conditions, and choices between some. */
function partsOf(
  asked: ConditionFile,
  path: Path,
): [part: StagesAskedFile | { any: ConditionFile[] }, path: Path][] {
  if (!('all' in asked)) return [[asked, path]];
  return asked.all.flatMap((part, index) => partsOf(part, [...path, 'all', index]));
}
