import type { CompiledRegion, System } from '../system.ts';
import { type About, headOf, UNSAID } from './about.ts';
import {
  AS_IN_C,
  asIdentifier,
  changesOf,
  type ConditionWords,
  startOf,
  written,
} from './words.ts';

const WORDS: ConditionWords = {
  ...AS_IN_C,
  stands: (region, stage) => `In('${stageId(region, stage)}')`,
};

/**
 * The system as a statechart in SCXML (W3C Recommendation, 2015), one parallel region a region. Each transition of
 * an event has the event's whole guard, so that regions which hear it go together or not at all.
 */
export function asScxml(system: System, about: About = UNSAID): string {
  const { goal } = about;
  const head = headOf(about, {
    count: [],
    goal: goal === null ? [] : [`It is reached where ${written(goal.guard, system, WORDS)}.`],
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...[...head, repeatedSaid(system)]
      .filter((line) => line !== '')
      .map((line) => `<!-- ${withoutDoubleHyphens(line)} -->`),
    '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript">',
    // No region's id begins so.
    '  <parallel id="_agreement">',
  ];
  for (const [place, region] of system.regions.entries()) {
    const idOf = (stage: number): string => escaped(stageId(region, stage));
    lines.push(
      `    <state id="${escaped(asIdentifier(region.id))}" initial="${idOf(startOf(region))}">`,
    );
    for (const stage of region.stages.keys()) {
      lines.push(`      <state id="${idOf(stage)}">`);
      for (const event of system.events) {
        const move = event.moves.find((candidate) => candidate.region === place);
        const change = changesOf(move?.to ?? []).find(([from]) => from === stage);
        if (change === undefined) continue;
        const guard = escaped(written(event.guard, system, WORDS));
        lines.push(
          `        <transition event="${escaped(event.id)}" cond="${guard}" target="${idOf(change[1])}"/>`,
        );
      }
      lines.push('      </state>');
    }
    lines.push('    </state>');
  }
  return `${[...lines, '  </parallel>', '</scxml>'].join('\n')}\n`;
}

/** What the language has no word for, so that whoever reads the file back knows. */
function repeatedSaid({ events }: System): string {
  const ids = [...new Set(events.filter(({ again }) => again).map(({ id }) => id))];
  return ids.length === 0
    ? ''
    : `May happen again, though nothing moves, which no transition here says: ${ids.join(', ')}.`;
}

/** An XML name, as the ids of states have to be. */
function stageId(region: CompiledRegion, stage: number): string {
  return `${asIdentifier(region.id)}.${region.stages[stage]}`;
}

/** Two hyphens in a row would end an XML comment, or make it none (Extensible Markup Language 1.0, 2.5). */
function withoutDoubleHyphens(text: string): string {
  return text.replaceAll(/-(?=-)/g, '- ');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
