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
  AS_IN_C,
  changesOf,
  type ConditionWords,
  regionName,
  stageName,
  startOf,
  written,
} from './words.ts';

const WORDS: ConditionWords = {
  ...AS_IN_C,
  stands: (region, stage) => `${regionName(region)} == ${stageName(region, stage)}`,
};

/**
 * The system in Promela, for SPIN (G. J. Holzmann: The SPIN Model Checker, 2003): one process that takes any event
 * whose guard holds, in one step. SPIN stores as many states as can be reached; compile its `pan` with -DNOREDUCE
 * to see them all. With CHECK_GOAL defined it also has a formula that fails where the goal is reached.
 */
export function asPromela(system: System, about: About = UNSAID): string {
  const head = headOf(about, instructions(about)).map((line) =>
    ` * ${line.replaceAll('*/', '* /').replaceAll('/*', '/ *')}`.trimEnd(),
  );
  const lines = ['/*', ...head, ' */', ''];
  for (const region of system.regions) {
    for (const stage of region.stages.keys())
      lines.push(`#define ${stageName(region, stage)} ${stage}`);
    lines.push(`byte ${regionName(region)} = ${stageName(region, startOf(region))};`, '');
  }
  if (about.goal !== null)
    lines.push(`#define goal (${written(about.goal.guard, system, WORDS)})`, '');
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
  // Without an event there is still a process, which stays where it is.
  if (system.events.length === 0) lines.push('  :: false -> skip');
  lines.push('  od', '}');
  if (about.goal !== null)
    lines.push('', '#ifdef CHECK_GOAL', 'ltl the_goal_is_never_reached { [] !goal }', '#endif');
  return `${lines.join('\n')}\n`;
}

/** Its table has a place for each state, and its search may go as deep as there are states, with a claim twice. */
function instructions({ states, goal }: About): Instructions {
  if (!canBeStored(states)) return { count: [TOO_MANY_TO_STORE], goal: [] };
  const stored = states ?? 10_000_000n;
  const verifier = (depth: bigint): string[] => [
    '  gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c',
    `  ./pan -m${depth + 10n} -w${Math.max(20, stored.toString(2).length)}`,
  ];
  return {
    count: [
      'SPIN stores each of them once ("states, stored"), this file being saved as model.pml:',
      '  spin -a model.pml',
      ...verifier(stored),
      'It searches depth first, so -m has to allow for a way through all of them.',
    ],
    goal: [
      'SPIN says "errors: 1" where it can be reached and "errors: 0" where it cannot:',
      '  spin -DCHECK_GOAL -a model.pml',
      ...verifier(stored * 2n),
      ...(goal?.reachable === false
        ? []
        : ['and prints the path that it has found:', '  spin -DCHECK_GOAL -t -p model.pml']),
    ],
  };
}
