import type { System } from '../system.ts';
import {
  type About,
  changesOf,
  commentLines,
  type ConditionWords,
  startOf,
  written,
} from './words.ts';

const WORDS: ConditionWords = {
  always: 'true',
  never: 'false',
  and: ' && ',
  or: ' || ',
  stands: (region, stage) => `In('${region.id}.${region.stages[stage]}')`,
};

/**
 * The system as a statechart in SCXML (W3C Recommendation, 2015), one parallel region a region. Each transition of
 * an event has the event's whole guard, so that regions which hear it go together or not at all.
 */
export function asScxml(system: System, about: About = []): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...commentLines(about).map((line) => `<!-- ${line} -->`),
    '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript">',
    // No region's id begins so.
    '  <parallel id="_agreement">',
  ];
  for (const [place, region] of system.regions.entries()) {
    const idOf = (stage: number): string => escaped(`${region.id}.${region.stages[stage]}`);
    lines.push(`    <state id="${escaped(region.id)}" initial="${idOf(startOf(region))}">`);
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

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
