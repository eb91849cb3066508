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
  and: ' && ',
  or: ' || ',
  stands: (region, stage) => `${regionName(region)} == ${stageName(region, stage)}`,
};

/**
 * The system in Promela, for SPIN (G. J. Holzmann: The SPIN Model Checker, 2003): one process that takes any event
 * whose guard holds, in one step. SPIN stores as many states as can be reached; compile its `pan` with -DNOREDUCE
 * to see them all.
 */
export function asPromela(system: System, about: About = []): string {
  const lines = ['/*', ...commentLines(about).map((line) => ` * ${line}`), ' */', ''];
  for (const region of system.regions) {
    for (const stage of region.stages.keys())
      lines.push(`#define ${stageName(region, stage)} ${stage}`);
    lines.push(`byte ${regionName(region)} = ${stageName(region, startOf(region))};`, '');
  }
  lines.push('active proctype agreement() {', 'end:', '  do');
  for (const event of system.events) {
    const steps = event.moves.flatMap(({ region: place, to }) => {
      const region = system.regions[place];
      if (region === undefined) return [];
      const name = regionName(region);
      const choice = changesOf(to).reduceRight(
        (rest, [from, target]) =>
          `(${WORDS.stands(region, from)} -> ${stageName(region, target)} : ${rest})`,
        name,
      );
      return [`${name} = ${choice}`];
    });
    lines.push(
      `  /* ${event.id} */`,
      `  :: d_step { ${written(event.guard, system, WORDS)} -> ${steps.join('; ')} }`,
    );
  }
  // Without an event there is still a process, which only ends.
  if (system.events.length === 0) lines.push('  :: break');
  return `${[...lines, '  od', '}'].join('\n')}\n`;
}
