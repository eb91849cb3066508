import type { System } from '../system.ts';
import {
  type About,
  changesOf,
  commentLines,
  type ConditionWords,
  eventName,
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
  stands: (region, stage) => `(${regionName(region)} == ${stageName(region, stage)})`,
};

/**
 * The system in mCRL2 (J. F. Groote, M. R. Mousavi: Modeling and Analysis of Communicating Systems, 2014): one
 * process with a parameter a region and a summand an event. `lpsreach` counts its states symbolically.
 */
export function asMcrl2(system: System, about: About = []): string {
  const lines = [...commentLines(about).map((line) => `% ${line}`), ''];
  const sortOf = (name: string): string => `Stages_of_${name}`;
  for (const region of system.regions) {
    const stages = [...region.stages.keys()].map((stage) => stageName(region, stage));
    lines.push(`sort ${sortOf(regionName(region))} = struct ${stages.join(' | ')};`);
  }
  const events = [...new Set(system.events.map(({ id }) => eventName(id)))];
  if (events.length > 0) lines.push('', `act ${events.join(', ')};`);
  const parameters = system.regions.map(
    (region) => `${regionName(region)}: ${sortOf(regionName(region))}`,
  );
  lines.push('', `proc Agreement(${parameters.join(', ')}) =`);
  const summands = system.events.map((event) => {
    const updates = event.moves.flatMap(({ region: place, to }) => {
      const region = system.regions[place];
      if (region === undefined) return [];
      const name = regionName(region);
      const value = changesOf(to).reduceRight(
        (rest, [from, target]) =>
          `if(${name} == ${stageName(region, from)}, ${stageName(region, target)}, ${rest})`,
        name,
      );
      return [`${name} = ${value}`];
    });
    const guard = written(event.guard, system, WORDS);
    return `  ${guard} -> ${eventName(event.id)} . Agreement(${updates.join(', ')})`;
  });
  lines.push(summands.length === 0 ? '  delta;' : `${summands.join(' +\n')};`);
  const starts = system.regions.map((region) => stageName(region, startOf(region)));
  return `${[...lines, '', `init Agreement(${starts.join(', ')});`].join('\n')}\n`;
}
