import type { EventRecord, EventsFile } from '../model/shapes/events-file.ts';
import { alternativesOf } from '../model/hands.ts';
import { checkDuties } from './check-duties.ts';
import { checkTenures } from './check-tenures.ts';
import type { Dossier } from './dossier.ts';
import type { ParsedFile } from './parse.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import { didYouMeanOneOf } from './suggest.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Checks that regions, stages and events make a statechart: what moves is there, and no name stands for two things. */
export function checkChart(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  checkRegions(dossier, names, report);
  const { events } = dossier;
  if (events === null) return;
  const id = report.register('event');
  const alias = report.register('alias');
  for (const [index, event] of events.value.events.entries()) {
    const path = ['events', index];
    id(events, [...path, 'id'], event.id);
    if (event.alias !== undefined) alias(events, [...path, 'alias'], event.alias);
    checkEvent(events, path, event, names, report);
  }
  checkDuties(events, names, report);
}

function checkRegions(
  { regions: file }: Dossier,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  if (file === null) return;
  const region = report.register('region');
  for (const [index, { id, starts, claims, stages }] of file.value.regions.entries()) {
    const path = ['regions', index];
    region(file, [...path, 'id'], id);
    const stage = report.register(`stage of ${id} called`);
    for (const [place, each] of stages.entries())
      stage(file, [...path, 'stages', place, 'id'], each.id);
    const known = new Set(stages.map((each) => each.id));
    report.exists(file, [...path, 'starts'], `stage of ${id} called`, starts, known);
    report.allExist(file, [...path, 'claims'], 'claim', claims, names.claims);
  }
}

function checkEvent(
  file: ParsedFile<EventsFile>,
  path: Path,
  event: EventRecord,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  for (const key of ['claims', 'takingPart', 'inTheWay'] as const)
    report.allExist(file, [...path, key], 'claim', event[key], names.claims);
  checkControllers(file, path, event, names, report);

  const home = event.id.slice(0, event.id.indexOf('.'));
  const { regions } = names;
  // The names of event and alias hang on the regions, and so does every move.
  if (regions === null) return;
  if (event.alias !== undefined && event.alias !== home && regions.has(event.alias)) {
    report.at(
      file,
      [...path, 'alias'],
      'at-odds',
      `the alias ${quote(event.alias)} is the id of another region than that of ${event.id}`,
      'choose an alias that is no region, or leave it out',
    );
  }
  if (regions.has(home)) {
    checkMoves(
      file,
      [...path, 'moves'],
      event.id,
      home,
      event.moves,
      regions,
      report,
      event.again === true,
    );
  } else {
    report.at(
      file,
      [...path, 'id'],
      'unknown-id',
      `there is no region ${quote(home)}, with which the id ${event.id} begins`,
      didYouMeanOneOf(home, regions.keys()),
    );
  }
  for (const [region, moves] of Object.entries(event.also)) {
    const own = [...path, 'also', region];
    if (region === home) {
      report.atKey(
        file,
        own,
        'second-id',
        `${home} is the home region of ${event.id}, so it cannot be under also`,
        'write what moves there under moves',
      );
    } else if (report.exists(file, own, 'region', region, regions, 'key')) {
      checkMoves(file, own, event.id, region, moves, regions, report);
    }
  }
}

/** Who can bring an event about, always or one after another: somebody who is there, and nobody to no purpose. */
function checkControllers(
  file: ParsedFile<EventsFile>,
  path: Path,
  event: EventRecord,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const own = [...path, 'controllers'];
  const always = alternativesOf(event.controllers);
  const dated = event.controllers?.flatMap((each) => (Array.isArray(each) ? [] : [each])) ?? [];
  checkAlternatives(file, own, always ?? [], names, report);
  for (const [index, { of }] of dated.entries())
    checkAlternatives(file, [...own, index, 'of'], of ?? [], names, report);
  checkTenures(file, dated, (index) => [...own, index], names, report);
  if (event.claims.length > 0 || event.assumed !== undefined) return;
  const unsaid = (place: Path) =>
    report.at(
      file,
      place,
      'no-claim',
      `${event.id} names controllers, but cites no claim that says so`,
      'add claims, or write controllers: unstated where no document says who can bring it about; an event that no document speaks of says what it assumes: assumed: ...',
    );
  if (always !== null) unsaid(own);
  for (const [index, { of, claims }] of dated.entries())
    if (of !== null && claims.length === 0) unsaid([...own, index]);
}

function checkAlternatives(
  file: ParsedFile<EventsFile>,
  path: Path,
  sets: readonly (readonly string[])[],
  names: Vocabulary,
  report: ReferenceReport,
): void {
  for (const [set, parties] of sets.entries()) {
    const own = [...path, set];
    report.allExist(file, own, 'party or role', parties, names.actors);
    const enough = sets.find(
      (other, place) =>
        place !== set &&
        other.every((party) => parties.includes(party)) &&
        (other.length < parties.length || place < set),
    );
    if (enough !== undefined)
      report.at(
        file,
        own,
        enough.length === parties.length ? 'second-id' : 'no-effect',
        enough.length === parties.length
          ? `${parties.join(' and ')} is listed a second time`
          : `${parties.join(' and ')} need not act together: ${enough.join(' and ')} can bring it about without the rest`,
        'leave it out',
      );
  }
}

/** What an event moves in one region: something, between two stages that are there. */
function checkMoves(
  file: ParsedFile<EventsFile>,
  path: Path,
  event: string,
  region: string,
  moves: Readonly<Record<string, string>>,
  regions: ReadonlyMap<string, readonly string[]>,
  report: ReferenceReport,
  canStay = false,
): void {
  const stages = new Set(regions.get(region));
  const what = `stage of ${region} called`;
  if (Object.keys(moves).length === 0)
    report.atKey(
      file,
      path,
      'no-effect',
      `${event} moves nothing in ${region}`,
      'write from which stage to which, such as { closed: open }',
    );
  for (const [from, to] of Object.entries(moves)) {
    report.exists(file, [...path, from], what, from, stages, 'key');
    if (from === to && !canStay) {
      report.at(
        file,
        [...path, from],
        'no-effect',
        `${event} leads from ${from} to itself, which moves nothing`,
        region === event.slice(0, event.indexOf('.'))
          ? 'leave it out, as nothing moves from a stage that is not named; if the event may happen any number of times, write again: true'
          : 'leave it out, as nothing moves from a stage that is not named',
      );
    } else {
      report.exists(file, [...path, from], what, to, stages);
    }
  }
}
