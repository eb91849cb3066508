import { type Agreement, partyTitle, stageTitle } from '../model/agreement.ts';
import type { Outcome, Play, PlayedStep, RunState } from '../model/run.ts';
import { REPORTED } from '../model/runner.ts';
import type { Action, Story } from '../model/story.ts';
import { isContested } from '../answer/contested.ts';
import type { TextOptions } from './check-text.ts';
import { statements } from './claims-text.ts';
import { table, wrap } from './table.ts';
import { cited, listed, readingHeads, recordLine, spoken, spokenOutcome } from './words.ts';

/**
 * A scenario as a transcript: each step, what each reading makes of it, and what moved.
 *
 * @param base the scenario that it replays, played on its own past; of each replayed step it is then said what the
 *   readings would make of it now and then
 */
export function playText(
  agreement: Agreement,
  story: Story,
  played: Play,
  options: TextOptions,
  base: Play | null = null,
): string[] {
  const { scenario } = story;
  const lines = [
    agreement.title,
    `${scenario.title} (scenario ${scenario.id}, ${scenario.kind})`,
    ...wrap(scenario.summary, options.width),
  ];
  if (scenario.branchesFrom)
    lines.push(
      `Branches off ${scenario.branchesFrom.scenario} after its step ${scenario.branchesFrom.step}.`,
    );
  let before = played.start;
  for (const [index, entry] of played.steps.entries()) {
    const isShort = index < story.inherited && !options.verbose && index > 0;
    if (!isShort) lines.push('');
    lines.push(...stepText(agreement, story, entry, index, before, options, base));
    before = entry.states;
  }
  lines.push('', ...endText(agreement, played, options), '', recordLine(agreement));
  return lines;
}

/** One step of a transcript, with what each reading makes of it and what moved. */
export function stepText(
  agreement: Agreement,
  story: Story,
  entry: PlayedStep,
  index: number,
  before: Readonly<Record<string, RunState>>,
  options: TextOptions,
  base: Play | null = null,
): string[] {
  const { step } = entry;
  if (index < story.inherited && !options.verbose) {
    const line = `${String(index + 1).padStart(2)}. ${step.title} [${step.scenario}, ${spoken(step.date)}]`;
    return wrap(line, options.width);
  }
  const inherited =
    index < story.inherited
      ? ` [${step.scenario}]`
      : step.replayed
        ? ` [replayed from ${step.scenario}]`
        : '';
  const lines = [`${String(index + 1).padStart(2)}. ${spoken(step.date)}  ${step.id}${inherited}`];
  lines.push(...wrap(step.title, options.width, '    '));
  if (step.narrative !== null) lines.push(...wrap(step.narrative, options.width, '    '));
  const status = step.status === 'reported' || step.basis === 'assumed' ? '' : `${step.status}; `;
  const by =
    step.by.length === 0 ? '' : `by ${listed(step.by.map((id) => partyTitle(agreement, id)))}; `;
  lines.push(
    ...wrap(
      `${spokenAction(agreement, step.action)}; ${by}${status}${cited(agreement, step.claims, step.basis)}`,
      options.width,
      '    ',
    ),
  );
  if (step.inference !== null)
    lines.push(...wrap(`inferred: ${step.inference}`, options.width, '    '));
  if (step.action.kind !== 'note') {
    lines.push(...wrap(`derived: ${outcomesText(agreement, entry)}`, options.width, '    '));
    lines.push(...replayedText(agreement, entry, base, options.width));
    lines.push(...movesText(agreement, entry, before, options.width));
  }
  if (options.verbose) lines.push(...statements(agreement, step.claims, options.width, '      '));
  return lines;
}

/** What the readings make of a step; where all say the same, it is said once. */
function outcomesText(agreement: Agreement, entry: PlayedStep): string {
  const said = Object.keys(entry.outcomes).map(
    (id) => `${spokenOutcome(entry.outcomes[id])}${reason(entry.outcomes[id])}`,
  );
  if (said.length > 1 && new Set(said).size === 1) return `${said[0] ?? ''} under every reading`;
  const heads = readingHeads(agreement, Object.keys(entry.outcomes));
  const each = heads.map((head, at) => `${head}: ${said[at] ?? ''}`).join('; ');
  return isContested(agreement, entry) ? `CONTESTED. ${each}` : each;
}

function reason(outcome: Outcome | undefined): string {
  if (outcome?.status === 'refused')
    return ` (${outcome.blocking.map((set) => set.join(' + ')).join('; or ')})`;
  if (outcome?.status === 'impossible') {
    const because = outcome.becauseOf === null ? '' : `; because of ${outcome.becauseOf}`;
    return ` (only from ${outcome.possibleFrom.join(', ')}${because})`;
  }
  return '';
}

/** Of a replayed step: which readings make something else of it than on its own past. */
function replayedText(
  agreement: Agreement,
  entry: PlayedStep,
  base: Play | null,
  width: number,
): string[] {
  const there = base?.steps.find(
    ({ step }) => step.id === entry.step.id && step.scenario === entry.step.scenario,
  );
  if (!entry.step.replayed || there === undefined) return [];
  const said = (outcome: Outcome | undefined) => `${spokenOutcome(outcome)}${reason(outcome)}`;
  const changed = Object.keys(entry.outcomes).filter(
    (id) => said(entry.outcomes[id]) !== said(there.outcomes[id]),
  );
  const where = `derived, on the past of ${entry.step.scenario}`;
  if (changed.length === 0) return wrap(`${where}: the same`, width, '    ');
  const all = new Set(Object.values(there.outcomes).map(said));
  const [only = ''] = all;
  if (all.size === 1) return wrap(`${where}: ${only} under every reading`, width, '    ');
  const heads = readingHeads(agreement, changed);
  const each = changed.map((id, at) => `${heads[at] ?? id}: ${said(there.outcomes[id])}`);
  return wrap(`${where}: ${each.join('; ')}`, width, '    ');
}

/** What the step does, by the machine's names. */
export function spokenAction(agreement: Agreement, action: Action): string {
  switch (action.kind) {
    case 'event':
      return `event ${action.event}`;
    case 'waive':
      return `${agreement.readings.get(action.reading)?.title ?? action.reading} waives ${action.leaf}`;
    case 'restore':
      return `${agreement.readings.get(action.reading)?.title ?? action.reading} takes back its waiver of ${action.leaf}`;
    case 'assume':
      return `assumed: ${action.region} is ${stageTitle(agreement, action.region, action.stage)}`;
    case 'unknown':
      return `taken as unknown: ${action.region}`;
    case 'note':
      return 'note, moves nothing';
  }
}

function movesText(
  agreement: Agreement,
  entry: PlayedStep,
  before: Readonly<Record<string, RunState>>,
  width: number,
): string[] {
  const reported = entry.states[REPORTED];
  const was = before[REPORTED];
  if (reported === undefined || was === undefined) return [];
  const moves = agreement.statechart.regions.flatMap((region) => {
    const from = was.facts[region.id]?.stage ?? '';
    const to = reported.facts[region.id]?.stage ?? '';
    return from === to
      ? []
      : [
          `${region.title}: ${stageTitle(agreement, region.id, from)} -> ${stageTitle(agreement, region.id, to)}`,
        ];
  });
  return moves.length === 0 ? [] : wrap(`moves ${moves.join('; ')}`, width, '    ');
}

function endText(agreement: Agreement, played: Play, options: TextOptions): string[] {
  const states = played.steps.at(-1)?.states ?? played.start;
  const reported = states[REPORTED];
  if (reported === undefined) return [];
  const rows = agreement.statechart.regions.map((region) => {
    const stage = reported.facts[region.id]?.stage ?? '';
    const others = [...agreement.readings.values()]
      .filter((reading) => states[reading.id]?.facts[region.id]?.stage !== stage)
      .map(
        (reading) =>
          `${reading.title} recognises: ${stageTitle(agreement, region.id, states[reading.id]?.facts[region.id]?.stage ?? '')}`,
      );
    return [region.title, stageTitle(agreement, region.id, stage), others.join('; ')];
  });
  return [
    'Where it stands, as reported (derived from the steps), and where a reading recognises something else:',
    ...table(rows, options.width, '  '),
  ];
}
