import type { System } from '../system.ts';
import { type About, canBeStored, headOf, type Instructions, UNSAID } from './about.ts';
import {
  AS_IN_C,
  changesOf,
  type ConditionWords,
  eventName,
  regionName,
  stageName,
  startOf,
  written,
} from './words.ts';

const WORDS: ConditionWords = {
  ...AS_IN_C,
  stands: (region, stage) => `(${regionName(region)} == ${stageName(region, stage)})`,
};

/**
 * The system in mCRL2 (J. F. Groote, M. R. Mousavi: Modeling and Analysis of Communicating Systems, 2014): one
 * process with a parameter a region and a summand an event. `lpsreach` counts its states symbolically.
 */
export function asMcrl2(system: System, about: About = UNSAID): string {
  const head = headOf(about, instructions(system, about));
  const lines = [...head.map((line) => `% ${line}`.trimEnd()), ''];
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

/** Its formulas speak of actions, not of states, so to ask for the goal takes an action that tells of it. */
function instructions(system: System, { states, goal }: About): Instructions {
  return {
    count: [
      'mCRL2 counts them symbolically, this file being saved as model.mcrl2:',
      '  mcrl22lps model.mcrl2 model.lps',
      '  lpsreach model.lps',
      ...(canBeStored(states) ? ['or one by one:', '  lps2lts --verbose model.lps'] : []),
    ],
    goal:
      goal === null
        ? []
        : [
            'To ask mCRL2, declare an action (act goal_reached;), give Agreement one summand more, which adds no state:',
            `  + ${written(goal.guard, system, WORDS)} -> goal_reached . Agreement()`,
            'and save this formula as goal.mcf: <true* . goal_reached> true',
            '  mcrl22lps model.mcrl2 model.lps',
            '  lps2pbes --formula=goal.mcf model.lps goal.pbes',
            '  pbes2bool goal.pbes',
          ],
  };
}
