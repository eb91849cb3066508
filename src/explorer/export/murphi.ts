import type { System } from '../system.ts';
import {
  type About,
  changesOf,
  commentLines,
  type ConditionWords,
  regionName,
  stageName,
  startOf,
  written,
} from './words.ts';

const WORDS: ConditionWords = {
  always: 'true',
  never: 'false',
  and: ' & ',
  or: ' | ',
  stands: (region, stage) => `(${regionName(region)} = ${stageName(region, stage)})`,
};

/**
 * The system in the language of Murphi (D. L. Dill, 1996), for rumur and CMurphi: one rule an event. An agreement
 * may well come to rest, so run them with deadlock detection off.
 */
export function asMurphi(system: System, about: About = []): string {
  const lines = [...commentLines(about).map((line) => `-- ${line}`), ''];
  for (const region of system.regions) {
    const stages = [...region.stages.keys()].map((stage) => stageName(region, stage));
    lines.push(`var ${regionName(region)}: enum { ${stages.join(', ')} };`);
  }
  lines.push('', 'startstate "start"', 'begin');
  for (const region of system.regions)
    lines.push(`  ${regionName(region)} := ${stageName(region, startOf(region))};`);
  lines.push('end;');
  for (const event of system.events) {
    lines.push(
      '',
      `rule "${event.id}"`,
      `  ${written(event.guard, system, WORDS)}`,
      '==>',
      'begin',
    );
    for (const { region: place, to } of event.moves) {
      const region = system.regions[place];
      if (region === undefined) continue;
      for (const [index, [from, target]] of changesOf(to).entries())
        lines.push(
          `  ${index === 0 ? 'if' : 'elsif'} ${WORDS.stands(region, from)} then ` +
            `${regionName(region)} := ${stageName(region, target)};`,
        );
      if (changesOf(to).length > 0) lines.push('  end;');
    }
    lines.push('end;');
  }
  return `${lines.join('\n')}\n`;
}
