import type { Dossier } from './dossier.ts';
import type { ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import { didYouMean } from './suggest.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Checks that the statechart and the files around it speak of the same events, gates and regions. */
export function checkMachine(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const { folder } = dossier.definition;
  for (const problem of dossier.machineProblems) report.ofFile(folder, problem);
  checkAgreement(dossier, names, report);
  checkParties(dossier, names, report);
  checkEvents(dossier, names, report);
  checkGates(dossier, names, report);
}

function checkAgreement(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const { agreement: file, definition } = dossier;
  if (file === null) return;
  const { id, start } = file.value;
  if (id !== definition.id)
    report.at(file, ['id'], `the id ${quote(id)} is not that of the agreement, ${definition.id}`);
  const once = report.register('entry for the region');
  for (const [index, entry] of start.entries()) {
    const path = ['start', index, 'region'];
    once(file, path, entry.region);
    report.exists(file, path, 'region', entry.region, names.regions);
    report.allExist(file, ['start', index, 'claims'], 'claim', entry.claims, names.claims);
  }
}

function checkParties(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const file = dossier.parties;
  if (file === null) return;
  const once = report.register('party or speaker');
  for (const [index, party] of file.value.parties.entries()) {
    once(file, ['parties', index, 'id'], party.id);
    report.allExist(
      file,
      ['parties', index, 'members'],
      'party',
      party.members ?? [],
      names.parties,
    );
  }
  for (const [index, speaker] of file.value.speakers.entries())
    once(file, ['speakers', index, 'id'], speaker.id);
}

function checkEvents(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const file = dossier.events;
  if (file === null) return;
  const recorded = new Set(file.value.events.map(({ id }) => id));
  const once = report.register('event');
  for (const [index, event] of file.value.events.entries()) {
    once(file, ['events', index, 'id'], event.id);
    report.exists(file, ['events', index, 'id'], 'event in the machine', event.id, names.events);
    report.allExist(file, ['events', index, 'claims'], 'claim', event.claims, names.claims);
    for (const [set, parties] of (event.controllers ?? []).entries())
      report.allExist(file, ['events', index, 'controllers', set], 'party', parties, names.parties);
  }
  for (const { id } of dossier.statechart.events) {
    if (recorded.has(id)) continue;
    report.atKey(file, ['events'], `the machine's event ${quote(id)} has no record here`);
  }
}

/** Each gate is the guard of its one event, and each guard is a gate or marks an event that several regions hear. */
function checkGates(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const { events } = dossier.statechart;
  const file = dossier.gates;
  if (file !== null) {
    const once = report.register('gate');
    for (const [index, gate] of file.value.gates.entries()) {
      once(file, ['gates', index, 'id'], gate.id);
      const path = ['gates', index, 'event'];
      if (!report.exists(file, path, 'event', gate.event, names.events)) continue;
      const guard = events.find(({ id }) => id === gate.event)?.guard ?? null;
      if (guard !== gate.id) {
        const has = guard === null ? 'no guard' : `the guard ${quote(guard)}`;
        report.at(file, path, `${gate.event} has ${has} in the machine, not ${quote(gate.id)}`);
      }
      for (const other of events) {
        if (other.guard !== gate.id || other.id === gate.event) continue;
        report.at(file, path, `the gate ${quote(gate.id)} also guards ${other.id} in the machine`);
      }
    }
  }
  for (const { id, guard } of events) {
    if (guard === null || guard === id || names.gates === null || names.gates.has(guard)) continue;
    report.ofFile(
      dossier.definition.folder,
      `${id} has the guard ${quote(guard)}, which is neither a gate nor the event's own name`,
      didYouMean(guard, names.gates),
    );
  }
}
