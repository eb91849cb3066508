import type { Command } from 'commander';
import { askedEvent } from '../asked.ts';
import type { Context } from '../context.ts';
import { examples } from '../examples.ts';
import { collect, type Finish } from '../options.ts';
import { answerSearch, type SearchOptions, withEachReading, withSearch } from '../search.ts';

interface PivotsOptions extends SearchOptions {
  goal?: string[];
}

/** `pivots [GATE]`: which single condition or claim decides a verdict. */
export function addPivots(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('pivots')
    .argument('[gate]', 'compare the verdict of this gate; of all gates without it')
    .summary('which single condition or claim decides a verdict')
    .addHelpText('after', examples('phasegate pivots phaseTwo'))
    .description(
      'Drops each condition of a reading and each claim behind it, one at a time. Says which verdicts change, and what can then be reached, or no longer can.\nExit code: 0; 1 where what is known is not enough to tell; 2 on an error.',
    )
    .option(
      '--goal <goal>',
      'whether this can be reached; may be repeated (default: each gate that is compared)',
      collect,
    );
  withSearch(withEachReading(command)).action(
    async (gate: string | undefined, options: PivotsOptions) =>
      answerSearch(
        context,
        finish,
        command,
        async ({ exploring, agreement, moment, readings, long }) => {
          const one = gate === undefined ? null : askedEvent(agreement, gate);
          // Unless told otherwise: whether the gates that are compared could still be passed.
          const asked = options.goal ?? (one === null ? [...agreement.gates.keys()] : [one.id]);
          const goals = asked.map((text) => ({
            id: text,
            goal: exploring.goalAsked(agreement, text),
          }));
          const events = one === null ? {} : { events: [one.id] };
          const found = [];
          const unknown = [];
          for (const reading of readings) {
            const from = exploring.standpointsOf(
              moment,
              [reading],
              goals.map((each) => each.goal),
            );
            if (!from.ok) return from;
            unknown.push(...from.unknown);
            const request = { reading, standpoints: from.standpoints, goals, ...events };
            // One after the other: each can be stopped.
            // oxlint-disable-next-line no-await-in-loop
            found.push({ reading, answer: await long(exploring.pivots(moment, request)) });
          }
          return {
            ok: true,
            unknown,
            text: exploring.pivotsText({ moment }, found),
            object: exploring.pivotsJson({ moment }, found),
            code: 0,
          };
        },
      ),
  );
}
