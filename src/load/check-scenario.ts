import type { ScenarioFile, StepFile } from '../model/shapes/scenario.ts';
import type { ParsedFile } from './parse.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import type { Vocabulary } from './vocabulary.ts';

type File = ParsedFile<ScenarioFile>;

/** Checks one scenario's steps: what they refer to, and what their kind of scenario asks of them. */
export function checkScenario(file: File, names: Vocabulary, report: ReferenceReport): void {
  for (const [index, step] of file.value.steps.entries()) {
    const path = ['steps', index];
    checkReferences(file, path, step, names, report);
    checkExpectations(file, path, step, names, report);
    checkKind(file, path, step, names, report);
  }
  const once = report.register('question');
  for (const [index, question] of (file.value.questions ?? []).entries()) {
    const path = ['questions', index];
    once(file, [...path, 'id'], question.id);
    if (question.reading !== undefined)
      report.exists(file, [...path, 'reading'], 'reading', question.reading, names.readings);
    if (question.kind !== 'outcome')
      report.exists(file, [...path, 'gate'], 'gate', question.gate, names.gates);
  }
}

function checkReferences(
  file: File,
  path: Path,
  step: StepFile,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  report.allExist(file, [...path, 'by'], 'party', step.by, names.parties);
  report.allExist(file, [...path, 'claims'], 'claim', step.claims, names.claims);
  if (step.event !== undefined)
    report.exists(file, [...path, 'event'], 'event', step.event, names.events);
  for (const key of ['waive', 'restore'] as const) {
    const waiver = step[key];
    if (!waiver) continue;
    const { reading, leaf } = waiver;
    const readingExists = report.exists(
      file,
      [...path, key, 'reading'],
      'reading',
      reading,
      names.readings,
    );
    if (!report.exists(file, [...path, key, 'leaf'], 'leaf', leaf, names.leaves)) continue;
    const owner = names.leaves?.get(leaf);
    if (!readingExists || owner === undefined || owner === reading) continue;
    report.at(
      file,
      [...path, key, 'leaf'],
      `the leaf ${quote(leaf)} is one of ${owner}, not of ${reading}; a reading waives its own only`,
    );
  }
  if (step.assume) {
    const { region, stage } = step.assume;
    const regionPath = [...path, 'assume', 'region'];
    if (report.exists(file, regionPath, 'region', region, names.regions) && names.regions) {
      const stages = new Set(names.regions.get(region));
      report.exists(file, [...path, 'assume', 'stage'], `stage of ${region}`, stage, stages);
    }
  }
  if (step.unknown) {
    const { region } = step.unknown;
    report.exists(file, [...path, 'unknown', 'region'], 'region', region, names.regions);
  }
  const once = report.register('dispute by the reading');
  for (const [index, dispute] of step.disputedBy.entries()) {
    const own = [...path, 'disputedBy', index];
    once(file, [...own, 'reading'], dispute.reading);
    report.exists(file, [...own, 'reading'], 'reading', dispute.reading, names.readings);
    report.allExist(file, [...own, 'claims'], 'claim', dispute.claims, names.claims);
  }
}

function checkExpectations(
  file: File,
  path: Path,
  step: StepFile,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  if (step.expect && actionsOf(step).length === 0)
    report.atKey(file, [...path, 'expect'], 'a note moves nothing, so there is nothing to expect');
  for (const [reading, expected] of Object.entries(step.expect ?? {})) {
    checkReading(file, [...path, 'expect', reading], reading, names, report);
    if (typeof expected !== 'object') continue;
    for (const [index, set] of expected.refused.entries())
      report.allExist(
        file,
        [...path, 'expect', reading, 'refused', index],
        'leaf',
        set,
        names.leaves,
      );
  }
  for (const [gate, byReading] of Object.entries(step.gates ?? {})) {
    report.exists(file, [...path, 'gates', gate], 'gate', gate, names.gates, 'key');
    for (const [reading, expected] of Object.entries(byReading)) {
      const own = [...path, 'gates', gate, reading];
      checkReading(file, own, reading, names, report);
      if (typeof expected !== 'object') continue;
      for (const [index, set] of expected.closed.entries())
        report.allExist(file, [...own, 'closed', index], 'leaf', set, names.leaves);
    }
  }
}

function checkReading(
  file: File,
  path: Path,
  reading: string,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  if (reading !== 'every') report.exists(file, path, 'reading', reading, names.readings, 'key');
}

function checkKind(
  file: File,
  path: Path,
  step: StepFile,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const { kind } = file.value;
  const [action] = actionsOf(step);
  if (kind === 'documented' && action !== undefined) {
    if (step.status !== 'reported') {
      report.at(
        file,
        [...path, 'status'],
        `what is only ${step.status} moves nothing in a documented scenario`,
        `make the step a note: leave ${action} out`,
      );
    }
    if (step.claims.length === 0)
      report.at(file, [...path, 'id'], `the step ${quote(step.id)} cites no claim`);
  }
  if (kind !== 'documented' && step.claims.length === 0 && step.status !== 'assumed') {
    report.at(
      file,
      [...path, 'id'],
      `the step ${quote(step.id)} neither cites a claim nor says that it is assumed`,
      'add claims, or status: assumed',
    );
  }
  if (kind === 'hypothetical' || step.event === undefined) return;
  const expected = step.expect ?? {};
  if ('every' in expected) return;
  const missing = [...(names.readings ?? [])].filter((reading) => !(reading in expected));
  if (missing.length === 0) return;
  report.atKey(
    file,
    step.expect ? [...path, 'expect'] : [...path, 'event'],
    `the step ${quote(step.id)} expects nothing of ${missing.join(', ')}`,
    'add them to expect, or every: for all that are not named',
  );
}

const ACTIONS = ['event', 'waive', 'restore', 'assume', 'unknown'] as const;

function actionsOf(step: StepFile): (typeof ACTIONS)[number][] {
  return ACTIONS.filter((action) => step[action] !== undefined);
}
