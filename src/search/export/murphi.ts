import type { System } from '../system.ts';
import {
  type About,
  canBeStored,
  headOf,
  type Instructions,
  TOO_MANY_TO_STORE,
  UNSAID,
} from './about.ts';
import {
  caseName,
  changesOf,
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
 * may well come to rest, so run them with deadlock detection off. With `check_goal` set to 1 it also has an invariant
 * that fails where the goal is reached.
 */
export function asMurphi(system: System, about: About = UNSAID): string {
  const lines = [...headOf(about, instructions(about)).map((line) => `-- ${line}`.trimEnd()), ''];
  if (about.goal !== null) lines.push('const check_goal: 0;', '');
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
      `rule "${caseName(system, event)}"`,
      `  ${written(event.guard, system, WORDS)}`,
      '==>',
      'begin',
    );
    for (const { region: moved, to } of event.moves) {
      const region = system.regions[moved];
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
  if (about.goal !== null)
    lines.push(
      '',
      'invariant "the goal is never reached"',
      `  check_goal = 0 | !${written(about.goal.guard, system, WORDS)};`,
    );
  return `${lines.join('\n')}\n`;
}

function instructions({ states }: About): Instructions {
  if (!canBeStored(states)) return { count: [TOO_MANY_TO_STORE], goal: [] };
  const checked = (file: string): string[] => [
    `  rumur --deadlock-detection off --output model.c ${file}`,
    '  gcc -std=c11 -O2 -march=native -o model model.c -lpthread',
    '  ./model',
  ];
  return {
    count: [
      'rumur finds each of them once (the last "states"), this file being saved as model.m:',
      ...checked('model.m'),
    ],
    goal: [
      'rumur says that the invariant "the goal is never reached" failed where it can be reached, and how:',
      "  sed 's/^const check_goal: 0/const check_goal: 1/' model.m > goal.m",
      ...checked('goal.m'),
    ],
  };
}
