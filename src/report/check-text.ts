import {
  type Agreement,
  partyTitle,
  readingTitle,
  regionTitle,
  stageTitle,
} from '../model/agreement.ts';
import { citationsText } from '../model/citation.ts';
import {
  eventHeldBy,
  type GateUnderReading,
  type LeafStatus,
  refusalsReported,
} from '../model/verdict.ts';
import { isPublished } from '../model/terms.ts';
import type { GateCheck } from '../answer/check.ts';
import type { Standing } from '../answer/standing.ts';
import { statements } from './claims-text.ts';
import { table, wrap } from './table.ts';
import {
  cited,
  citedAsSaid,
  listed,
  readingHeads,
  recordLine,
  spoken,
  spokenControllers,
  spokenWho,
  spokenLeaf,
} from './words.ts';

/** How a text answer is laid out. */
export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Adds what the cited claims say. */
  readonly verbose: boolean;
}

const MARK: Readonly<Record<LeafStatus['status'], string>> = {
  met: '✓ met',
  unmet: '✗ unmet',
  unknown: '? unknown',
  waived: '~ waived',
};

/** Every gate by every reading, one line each. */
export function gatesText(
  standing: Standing,
  checks: readonly GateCheck[],
  options: TextOptions,
): string[] {
  const { agreement } = standing;
  const readings = checks[0]?.readings.map((entry) => entry.reading) ?? [];
  const head = ['Gate', 'Overall', ...readingHeads(agreement, readings), 'Event'];
  const rows = checks.map((check) => [
    check.gate,
    overall(agreement, check),
    ...check.readings.map((entry) =>
      entry.verdict !== 'unstated' && entry.position === 'unstated'
        ? `(${entry.verdict})`
        : entry.verdict,
    ),
    agreement.gates.get(check.gate)?.title ?? '',
  ]);
  return [
    ...heading(standing),
    '',
    ...table([head, ...rows], options.width),
    '',
    ...wrap(
      'open, closed and passed are derived from conditions that the documents state; unstated means that no document attributes a condition to that reading. (2 of 4) counts the parties that state a position. A verdict in brackets is closed by what the model asks under every reading, while that reading states nothing. `phasegate check GATE` shows the conditions and the claims.',
      options.width,
    ),
    ...checks.flatMap((check) => openButHeld(standing, check, options.width)),
    ...undetermined(
      standing,
      checks.map((check) => check.gate),
      options.width,
    ),
    '',
    recordLine(agreement),
  ];
}

/** Of a gate that is open under some reading while its event cannot happen: why it cannot. */
function openButHeld(standing: Standing, check: GateCheck, width: number): string[] {
  const { agreement } = standing;
  const open = check.readings.filter(
    (entry) => entry.verdict === 'open' && heldNote(standing, entry) !== '',
  );
  return [...new Set(open.map((entry) => heldNote(standing, entry)))].flatMap((note) => {
    const under = open.filter((entry) => heldNote(standing, entry) === note);
    const names = listed(under.map(({ reading }) => readingTitle(agreement, reading)));
    return wrap(`${check.gate} is open under ${names}, but ${note}.`, width);
  });
}

/** One gate: the condition under each reading, leaf by leaf, with the claims and who could change it. */
export function gateText(standing: Standing, check: GateCheck, options: TextOptions): string[] {
  const { agreement } = standing;
  const gate = agreement.gates.get(check.gate);
  const parts = check.readings.filter(
    (entry) => entry.verdict !== 'unstated' || entry.position === 'stated',
  );
  const silent = check.readings.filter((entry) => !parts.includes(entry));
  return [
    ...heading(standing),
    '',
    `${gate?.title ?? check.gate} (gate ${check.gate}, event ${gate?.event ?? ''}): ${overall(agreement, check)}`,
    ...wrap(
      `derived, over all parties: everyone ${check.everyone}, anyone ${check.anyone}; readings without a position have no say`,
      options.width,
    ),
    ...parts.flatMap((entry) => ['', ...readingText(standing, entry, options)]),
    ...(silent.length > 0 ? ['', ...silentText(agreement, silent, options)] : []),
    ...undetermined(standing, [check.gate], options.width),
    '',
    recordLine(agreement),
  ];
}

/** The verdict over the parties, and how many of them it rests on where that is not all. */
function overall(agreement: Agreement, check: GateCheck): string {
  const parties = check.readings.filter(
    (entry) => agreement.readings.get(entry.reading)?.kind === 'party',
  );
  const said = parties.filter((entry) => entry.position === 'stated').length;
  return check.verdict === 'unstated' || said === 0 || said === parties.length
    ? check.verdict
    : `${check.verdict} (${said} of ${parties.length})`;
}

function heading(standing: Standing): string[] {
  const { agreement, story, viewpoint, stepIndex } = standing;
  const step = story.steps[stepIndex];
  const when = [
    viewpoint.asOf === null ? 'at its end' : `as of ${viewpoint.asOf}`,
    ...(viewpoint.knownBy === null ? [] : [`known by ${viewpoint.knownBy}`]),
    ...viewpoint.assume.map(({ region, stage }) => `assuming ${region}=${stage}`),
  ];
  const place =
    step === undefined
      ? 'before its first step'
      : `after step ${stepIndex + 1} of ${story.steps.length}, ${step.id}`;
  return [`${agreement.title}`, `scenario ${story.scenario.id}, ${when.join(', ')}: ${place}`];
}

function readingText(standing: Standing, entry: GateUnderReading, options: TextOptions): string[] {
  const { agreement } = standing;
  const title = readingTitle(agreement, entry.reading);
  const isParty = agreement.readings.get(entry.reading)?.kind === 'party';
  const held = heldNote(standing, entry);
  const lines = [
    `${title}: ${entry.verdict}${isParty ? '' : ' (terms, no party)'}${held === '' ? '' : `; ${held}`}`,
  ];
  if (entry.position === 'unstated')
    lines.push('  states no position; closed by what every reading shares');
  else if (entry.leaves.every(({ leaf }) => leaf.reading !== entry.reading)) {
    lines.push(
      ...wrap(
        `has a position; no condition of its own is reported (${citedAsSaid(agreement, entry.claims)})`,
        options.width,
        '  ',
      ),
    );
  }
  const rows = entry.leaves.map((leaf) => [
    MARK[leaf.status],
    leaf.leaf.id,
    leafText(standing, leaf),
  ]);
  lines.push(...table(rows, options.width, '  '));
  if (entry.blocking.length > 0) {
    lines.push(
      ...wrap(
        `would open with: ${entry.blocking.map((set) => set.join(' + ')).join('; or ')}`,
        options.width,
        '  ',
      ),
    );
  }
  if (entry.unknownFacts.deciding.length > 0)
    lines.push(
      ...wrap(
        `could still be changed by: ${entry.unknownFacts.deciding.join(', ')}`,
        options.width,
        '  ',
      ),
    );
  if (entry.unknownFacts.irrelevant.length > 0)
    lines.push(
      ...wrap(
        `unknown, but without effect: ${entry.unknownFacts.irrelevant.join(', ')}`,
        options.width,
        '  ',
      ),
    );
  if (entry.remarks.length > 0)
    lines.push(
      ...wrap(
        `also said, without a condition: ${citationsText(agreement, entry.remarks)}`,
        options.width,
        '  ',
      ),
    );
  if (options.verbose) {
    const claims = [
      ...entry.claims,
      ...entry.leaves.flatMap(({ leaf, fact }) => [...leaf.claims, ...(fact?.claims ?? [])]),
      ...entry.remarks,
    ];
    lines.push(...statements(agreement, claims, options.width, '    '));
  }
  return lines;
}

/** That a gate's event cannot happen from where its region stands; nothing where it can. */
function heldNote(standing: Standing, entry: GateUnderReading): string {
  const { agreement, states } = standing;
  const state = states[entry.reading];
  const held = state === undefined ? null : eventHeldBy(agreement, entry, state);
  if (held === null) return '';
  const region = regionTitle(agreement, held.region);
  return `the event itself cannot happen while ${region} is ${stageTitle(agreement, held.region, held.stage)}`;
}

function leafText(standing: Standing, status: LeafStatus): string {
  const { agreement, viewpoint } = standing;
  const { leaf, fact } = status;
  const inferred = leaf.inference === null ? '' : ` Inferred: ${leaf.inference}`;
  const said = `${spokenLeaf(agreement, leaf)} (${citedAsSaid(agreement, leaf.claims, leaf.basis)}${leaf.since === null ? '' : `; in force since ${leaf.since.to}`})`;
  if (fact === null || leaf.region === null)
    return `${said}. Nobody can meet it; it can only be waived.${inferred}`;
  const stage =
    fact.stage === 'unknown' ? 'not known' : stageTitle(agreement, leaf.region, fact.stage);
  const since =
    fact.since !== null
      ? `by ${fact.since.to}`
      : fact.basis === 'assumed'
        ? 'taken for granted'
        : 'from the start';
  const disputed =
    status.disputedBy.length === 0
      ? ''
      : `; claims by ${listed(status.disputedBy.map((id) => partyTitle(agreement, id)))} contradict some of these`;
  const now = `Now: ${stage}, ${since} (${cited(agreement, fact.claims, fact.basis)}${disputed}).`;
  if (status.status === 'met' || status.status === 'waived') return `${said}. ${now}${inferred}`;
  const counts = (reference: string) => isPublished(agreement, reference, viewpoint.knownBy);
  const takingPart = status.takingPart.filter(counts);
  const moves = status.path.map(
    (move) => `${move.event}: ${spokenWho(agreement, move.event, counts)}`,
  );
  const way =
    moves.length === 0
      ? `Who could change it: ${spokenControllers(agreement, status.controllers, takingPart)}.`
      : `Takes ${moves.join('; then ')}.`;
  return `${said}. ${now} ${way}${inferred}`;
}

function silentText(
  agreement: Agreement,
  silent: readonly GateUnderReading[],
  options: TextOptions,
): string[] {
  const rows = silent.map((entry) => [
    readingTitle(agreement, entry.reading),
    'unstated',
    silence(agreement, entry),
  ]);
  const lines = table(rows, options.width);
  if (options.verbose)
    lines.push(
      ...statements(
        agreement,
        silent.flatMap((entry) => entry.remarks),
        options.width,
        '    ',
      ),
    );
  return lines;
}

/** Why a reading states nothing: no document says a word, or what it reports comes without a condition. */
function silence(agreement: Agreement, entry: GateUnderReading): string {
  const refusals = refusalsReported(agreement, entry);
  const others = entry.remarks.filter((reference) => !refusals.includes(reference));
  const later = agreement.readings.get(entry.reading)?.gates.get(entry.gate)?.stated?.since ?? null;
  const said = [
    refusals.length === 0
      ? 'no document attributes a condition to it'
      : `a refusal is reported, without a condition: ${citationsText(agreement, refusals)}`,
    ...(later === null ? [] : [`a position is reported from ${later.to} on`]),
    ...(others.length === 0
      ? []
      : [`also said on the matter: ${citationsText(agreement, others)}`]),
  ];
  return said.join('; ');
}

/** What may or may not count by the day asked about: steps, and statements on the gates shown. */
function undetermined(standing: Standing, gates: readonly string[], width: number): string[] {
  const { agreement, undeterminedSteps, undeterminedStatements, stepsNotKnown, viewpoint } =
    standing;
  const lines: string[] = [];
  if (stepsNotKnown.length > 0) {
    const steps = stepsNotKnown.map((step) => step.id).join(', ');
    lines.push(
      ...wrap(
        `Steps left out, as they had not happened or were not certain to be published by ${viewpoint.knownBy ?? ''}: ${steps}.`,
        width,
      ),
    );
  }
  if (undeterminedSteps.length > 0) {
    const steps = undeterminedSteps.map((step) => `${step.id} (${spoken(step.date)})`);
    lines.push(
      ...wrap(
        `Undetermined steps, not counted, that may or may not have happened by then: ${steps.join(', ')}.`,
        width,
      ),
    );
  }
  const byReading = new Map<string, Set<string>>();
  for (const { reading, gate, leaf } of undeterminedStatements) {
    if (!gates.includes(gate)) continue;
    const said = byReading.get(reading) ?? new Set();
    byReading.set(reading, said.add(gates.length === 1 ? (leaf ?? 'its position') : gate));
  }
  if (byReading.size > 0) {
    const said = [...byReading].map(
      ([reading, what]) => `${readingTitle(agreement, reading)} on ${[...what].join(', ')}`,
    );
    lines.push(
      ...wrap(
        `Undetermined statements, not counted, that may or may not have been published by then: ${said.join('; ')}.`,
        width,
      ),
    );
  }
  return lines.length > 0 ? ['', ...lines] : [];
}
