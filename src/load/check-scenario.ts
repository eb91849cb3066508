import { actionsOf } from './actions-of.ts';
import type { ScenarioFile, StepFile } from '../model/shapes/scenario.ts';
import type { ParsedFile } from './parse.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import { didYouMean, didYouMeanOneOf } from './suggest.ts';
import type { Vocabulary } from './vocabulary.ts';

type File = ParsedFile<ScenarioFile>;

/** Checks one scenario's steps: what they refer to, and what their kind of scenario asks of them. */
export function checkScenario(file: File, names: Vocabulary, report: ReferenceReport): void {
  for (const [index, step] of file.value.steps.entries()) {
    const path = ['steps', index];
    checkReferences(file, path, step, names, report);
    checkExpectations(file, path, step, names, report);
    checkKind(file, path, step, report);
  }
  const once = report.register('question');
  for (const [index, question] of (file.value.questions ?? []).entries()) {
    const path = ['questions', index];
    once(file, [...path, 'id'], question.id);
    if (question.reading !== undefined)
      report.exists(file, [...path, 'reading'], 'reading', question.reading, names.readings);
    if (question.kind !== 'outcome')
      checkGate(file, [...path, 'gate'], question.gate, names, report);
  }
  checkTasks(file, names, report);
}

/** What tasks refer to, and that their `every` speaks for a party that is not named beside it. */
function checkTasks(file: File, names: Vocabulary, report: ReferenceReport): void {
  const parties =
    names.readings === null ? null : [...names.readings].filter((id) => !names.terms.has(id));
  const once = report.register('task');
  for (const [index, task] of (file.value.tasks ?? []).entries()) {
    const path = ['tasks', index];
    once(file, [...path, 'id'], task.id);
    const limits = report.register('limit', 'leave one of the two out');
    for (const [place, limit] of task.without.entries())
      limits(file, [...path, 'without', place], limit);
    for (const [gate, goals] of Object.entries(task.gates)) {
      const own = [...path, 'gates', gate];
      checkGate(file, own, gate, names, report, 'key');
      for (const reading of Object.keys(goals))
        checkReading(file, [...own, reading], reading, names, report);
      if (goals['every'] === undefined || parties === null) continue;
      if (parties.some((reading) => goals[reading] === undefined)) continue;
      report.atKey(
        file,
        [...own, 'every'],
        'no-effect',
        'every applies to no party: each is named beside it, or there is none',
        'leave it out',
      );
    }
  }
}

/** A gate goes by its event's id or the alias that the event gives it. */
function checkGate(
  file: File,
  path: Path,
  gate: string,
  names: Vocabulary,
  report: ReferenceReport,
  of: 'value' | 'key' = 'value',
): void {
  if (names.events === null || names.events.has(gate) || names.aliases.has(gate)) return;
  const aliases = [...names.aliases.keys()];
  const hint = didYouMean(gate, [...aliases, ...names.events]) ?? didYouMeanOneOf(gate, aliases);
  const message = `there is no gate or event ${quote(gate)}`;
  if (of === 'key') report.atKey(file, path, 'unknown-id', message, hint);
  else report.at(file, path, 'unknown-id', message, hint);
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
  report.allExist(file, [...path, 'bearing'], 'claim', step.bearing, names.claims);
  for (const [index, claim] of step.bearing.entries()) {
    if (!step.claims.includes(claim)) continue;
    const message = `the claim ${claim} is under claims (it reports the step) and under bearing (it only bears on it)`;
    report.at(
      file,
      [...path, 'bearing', index],
      'claims-at-odds',
      message,
      'leave it out of one of the two',
    );
  }
  if (step.event !== undefined)
    report.exists(file, [...path, 'event'], 'event', step.event, names.events);
  for (const key of ['waive', 'restore'] as const) {
    const waiver = step[key];
    if (!waiver) continue;
    const { reading, condition } = waiver;
    const own = [...path, key];
    const isKnown = checkParty(file, [...own, 'reading'], reading, names, report);
    const what = 'condition or objection';
    if (!report.exists(file, [...own, 'condition'], what, condition, names.conditions)) continue;
    const owner = names.conditions?.get(condition);
    if (!isKnown || owner === undefined || owner === reading) continue;
    report.at(
      file,
      [...own, 'condition'],
      'not-its-own',
      owner === null
        ? `${quote(condition)} is a requirement of the model, which nobody can waive`
        : `${quote(condition)} is a condition or objection of ${owner}; ${reading} can waive only its own`,
    );
  }
  if (step.acknowledge) {
    const { reading, event } = step.acknowledge;
    const own = [...path, 'acknowledge'];
    checkParty(file, [...own, 'reading'], reading, names, report);
    report.exists(file, [...own, 'event'], 'event', event, names.events);
  }
  // Where the regions could not be read, nothing is known of their stages either.
  if (step.assume && names.regions !== null) {
    const { region, stage } = step.assume;
    const regionPath = [...path, 'assume', 'region'];
    if (report.exists(file, regionPath, 'region', region, names.regions)) {
      const stages = new Set(names.regions.get(region));
      report.exists(file, [...path, 'assume', 'stage'], `stage of ${region}`, stage, stages);
    }
  }
  if (step.unknown) {
    const { region } = step.unknown;
    report.exists(file, [...path, 'unknown', 'region'], 'region', region, names.regions);
  }
  if (step.disputedBy.length > 0 && step.event === undefined)
    report.atKey(
      file,
      [...path, 'disputedBy'],
      'keys-at-odds',
      'the step has no event, so there is nothing that a party could deny',
      'put claims that speak against it under bearing',
    );
  if (step.void !== undefined && step.event === undefined)
    report.atKey(
      file,
      [...path, 'void'],
      'keys-at-odds',
      'the step has no event, so there is none that was attempted and came to nothing',
      'name the event that was attempted, or leave void out',
    );
  report.allExist(
    file,
    [...path, 'void', 'claims'],
    'claim',
    step.void?.claims ?? [],
    names.claims,
  );
  // Of a void attempt the claims that say so are what is denied; whoever reports it may well have held that it happened.
  const denied = step.void?.claims ?? step.claims;
  const once = report.register('dispute by the reading');
  for (const [index, dispute] of step.disputedBy.entries()) {
    const own = [...path, 'disputedBy', index];
    once(file, [...own, 'reading'], dispute.reading);
    checkParty(file, [...own, 'reading'], dispute.reading, names, report);
    report.allExist(file, [...own, 'claims'], 'claim', dispute.claims, names.claims);
    for (const [place, claim] of dispute.claims.entries()) {
      if (!denied.includes(claim)) continue;
      const message =
        step.void === undefined
          ? `the claim ${claim} reports the step, and is also cited for its denial`
          : `the claim ${claim} says that the attempt came to nothing, and is also cited against that`;
      report.at(
        file,
        [...own, 'claims', place],
        'claims-at-odds',
        message,
        `leave it out of ${step.void === undefined ? 'claims' : 'void'} or of disputedBy`,
      );
    }
  }
}

/** What somebody waives, denies or grants is a party's: terms as reported do nothing. */
function checkParty(
  file: File,
  path: Path,
  reading: string,
  names: Vocabulary,
  report: ReferenceReport,
): boolean {
  if (!report.exists(file, path, 'reading', reading, names.readings)) return false;
  if (!names.terms.has(reading)) return true;
  report.at(
    file,
    path,
    'not-its-own',
    `${quote(reading)} is no party's reading, so it cannot waive, deny or grant anything`,
    'name the reading of a party, or make the step a note',
  );
  return false;
}

function checkExpectations(
  file: File,
  path: Path,
  step: StepFile,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  if (step.expect && actionsOf(step).length === 0)
    report.atKey(
      file,
      [...path, 'expect'],
      'no-effect',
      'a note moves nothing, so there is nothing to expect',
    );
  checkEvery(file, [...path, 'expect'], step.expect, names, report);
  for (const [reading, expected] of Object.entries(step.expect ?? {})) {
    checkReading(file, [...path, 'expect', reading], reading, names, report);
    if (typeof expected !== 'object') continue;
    const [key, sets] =
      'refused' in expected ? ['refused', expected.refused] : ['held', expected.held];
    for (const [index, set] of sets.entries())
      report.allExist(
        file,
        [...path, 'expect', reading, key, index],
        'condition or objection',
        set,
        names.conditions,
      );
  }
  for (const [gate, byReading] of Object.entries(step.gates ?? {})) {
    checkGate(file, [...path, 'gates', gate], gate, names, report, 'key');
    checkEvery(file, [...path, 'gates', gate], byReading, names, report);
    for (const [reading, expected] of Object.entries(byReading)) {
      const own = [...path, 'gates', gate, reading];
      checkReading(file, own, reading, names, report);
      if (typeof expected !== 'object') continue;
      for (const [index, set] of expected.closed.entries())
        report.allExist(
          file,
          [...own, 'closed', index],
          'condition or objection',
          set,
          names.conditions,
        );
    }
  }
}

/** What is expected of every reading speaks for those not named, of which there must be one. */
function checkEvery(
  file: File,
  path: Path,
  expected: Readonly<Record<string, unknown>> | undefined,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  if (expected?.['every'] === undefined || names.readings === null) return;
  if ([...names.readings].some((reading) => expected[reading] === undefined)) return;
  report.atKey(
    file,
    [...path, 'every'],
    'no-effect',
    names.readings.size === 0
      ? 'every applies to no reading: the agreement has none'
      : 'every applies to no reading: each is named beside it',
    'leave it out',
  );
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

function checkKind(file: File, path: Path, step: StepFile, report: ReferenceReport): void {
  const { kind } = file.value;
  const [action] = actionsOf(step);
  if (kind === 'documented' && action !== undefined) {
    if (step.status !== 'happened') {
      report.at(
        file,
        [...path, 'status'],
        'rests-on-less',
        `a step that is only ${step.status} cannot move anything in a documented scenario`,
        `leave ${action} out, which makes the step a note; or make the scenario projected or hypothetical`,
      );
    }
    if (step.claims.length === 0)
      report.at(file, [...path, 'id'], 'no-claim', `the step ${quote(step.id)} cites no claim`);
  }
  if (kind !== 'documented' && step.claims.length === 0 && step.status !== 'assumed') {
    report.at(
      file,
      [...path, 'id'],
      'no-claim',
      `the step ${quote(step.id)} cites no claim and is not marked as assumed`,
      'add claims, or write status: assumed',
    );
  }
}
