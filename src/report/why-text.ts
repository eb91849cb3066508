import { partyTitle, readingTitle, stageTitle } from '../model/agreement.ts';
import { citationsText } from '../model/citation.ts';
import { REPORTED } from '../model/runner.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Standing } from '../answer/standing.ts';
import type { TimelineEntry } from '../answer/timeline.ts';
import type { HeldUp, Why } from '../answer/why.ts';
import type { TextOptions } from './check-text.ts';
import { statements } from './claims-text.ts';
import { table, wrap } from './table.ts';
import { cited, citedAsSaid, listed, readingHeads, recordLine, spokenLeaf } from './words.ts';

/** What a region's stage holds up: condition, gates that wait for it, readings that require it, claims. */
export function whyText(standing: Standing, why: Why, options: TextOptions): string[] {
  const { agreement, story, viewpoint } = standing;
  const region = agreement.regions.get(why.region);
  const asked = why.stage === null ? '' : ` = ${stageTitle(agreement, why.region, why.stage)}`;
  const lines = [
    agreement.title,
    `scenario ${story.scenario.id}, ${viewpoint.asOf === null ? 'at its end' : `as of ${viewpoint.asOf}`}`,
    '',
    `${region?.title ?? why.region}${asked}`,
    ...factLines(agreement, why, options),
    '',
  ];
  if (why.heldUp.length === 0) {
    lines.push(
      `No reading's condition asks for ${why.stage === null ? 'any stage of it' : 'this stage'}, so it holds nothing up.`,
    );
  } else {
    for (const gate of new Set(why.heldUp.map((held) => held.gate))) {
      const held = why.heldUp.filter((entry) => entry.gate === gate);
      const waits = held.some((entry) => entry.blocks);
      lines.push(
        `${agreement.gates.get(gate)?.title ?? gate} (gate ${gate}) ${waits ? 'waits for it' : 'asks for it'}`,
      );
      lines.push(
        ...table(
          held.map((entry) => heldRow(agreement, entry)),
          options.width,
          '  ',
        ),
      );
      if (options.verbose)
        lines.push(
          ...statements(
            agreement,
            held.flatMap((entry) => entry.leaf.claims),
            options.width,
            '    ',
          ),
        );
    }
  }
  lines.push(
    '',
    ...wrap(
      `Claims that speak of it: ${citationsText(agreement, why.claims) || 'none'}`,
      options.width,
    ),
  );
  if (options.verbose) lines.push(...statements(agreement, why.claims, options.width, '  '));
  return [...lines, recordLine(agreement)];
}

function factLines(agreement: Agreement, why: Why, options: TextOptions): string[] {
  const reported = why.facts.find((entry) => entry.run === REPORTED);
  if (reported === undefined) return [];
  const said = (stage: string) =>
    stage === 'unknown' ? 'not known' : stageTitle(agreement, why.region, stage);
  const others = why.facts.filter((entry) => entry.fact.stage !== reported.fact.stage);
  const disputed =
    reported.disputedBy.length === 0
      ? ''
      : `; claims by ${listed(reported.disputedBy.map((id) => partyTitle(agreement, id)))} contradict some of these`;
  const lines = [
    `as reported: ${said(reported.fact.stage)} (${cited(agreement, reported.fact.claims, reported.fact.basis)}${disputed})`,
  ];
  for (const { run, fact } of others)
    lines.push(`${readingTitle(agreement, run)} recognises: ${said(fact.stage)}`);
  return lines.flatMap((line) => wrap(line, options.width, '  '));
}

function heldRow(agreement: Agreement, held: HeldUp): string[] {
  const who = agreement.readings.has(held.reading)
    ? readingTitle(agreement, held.reading)
    : 'every reading';
  const state = held.inForce ? held.status : `${held.status}, not yet stated then`;
  return [
    who,
    state,
    `${held.leaf.id}: ${spokenLeaf(agreement, held.leaf)} (${citedAsSaid(agreement, held.leaf.claims, held.leaf.basis)})`,
  ];
}

/** When a gate's verdict changed: one block a day, with what brought the change about. */
export function timelineText(
  agreement: Agreement,
  scenario: string,
  gateId: string,
  entries: readonly TimelineEntry[],
  options: TextOptions,
): string[] {
  const readings = entries[0]?.readings.map((entry) => entry.reading) ?? [];
  const head = ['By', 'Overall', ...readingHeads(agreement, readings), 'What changed it'];
  const rows = entries.map((entry, index) => [
    entry.day ?? 'undated',
    entry.verdict,
    ...entry.readings.map((each) => `${each.verdict}${each.changed && index > 0 ? ' *' : ''}`),
    [
      ...(entry.steps.length > 0 ? [`step ${entry.steps.join(', ')}`] : []),
      ...entry.statements.map(({ reading, leaf, claims }) =>
        leaf === null
          ? `a position of ${readingTitle(agreement, reading)} is reported (${citationsText(agreement, claims)})`
          : `${readingTitle(agreement, reading)} is reported to ask for ${leaf} (${citationsText(agreement, claims)})`,
      ),
    ].join('; '),
  ]);
  return [
    agreement.title,
    `${agreement.gates.get(gateId)?.title ?? gateId} (gate ${gateId}) in scenario ${scenario}`,
    '',
    ...table([head, ...rows], options.width),
    '',
    '* what a reading says, or what blocks the gate under it, changed on that day',
    recordLine(agreement),
  ];
}
