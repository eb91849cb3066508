import type { Command } from 'commander';
import { askedEvent } from '../asked.ts';
import type { Context } from '../context.ts';
import { collect, type Finish } from '../options.ts';
import { answerSearch, type SearchOptions, withEachReading, withSearch } from '../search.ts';

interface PivotsOptions extends SearchOptions {
  goal?: string[];
}

/** `pivots [GATE]`: which single condition or claim a verdict turns on. */
export function addPivots(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('pivots')
    .argument('[gate]', 'compare the verdict of this gate; of all gates without it')
    .summary('which single condition or claim a verdict turns on')
    .description(
      'Drops every condition and every claim behind a reading in turn, and says which verdicts change, and what can be reached that could not be, or no longer.\nExit code: 0, 1 where that cannot be told from what is known, or 2 on an error.',
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
        async ({ exploring, agreement, moment, readings, long, width }) => {
          const one = gate === undefined ? null : askedEvent(agreement, gate);
          const gates = one === null ? {} : { gates: [one.gate ?? one.id] };
          // Unless told otherwise: whether the gates that are compared could still be passed.
          const asked = options.goal ?? (one === null ? [...agreement.gates.keys()] : [one.id]);
          const goals = asked.map((text) => ({
            id: text,
            goal: exploring.goalAsked(agreement, text),
          }));
          const from = exploring.oneStandpointEach(moment, readings);
          if (!from.ok) return exploring.tooMuchUnknown(agreement, from.unknown);
          const found = [];
          for (const [index, standpoint] of from.standpoints.entries()) {
            // One after the other: each can be stopped.
            // oxlint-disable-next-line no-await-in-loop
            found.push({
              reading: readings[index] ?? '',
              answer: await long(exploring.pivots(agreement, { standpoint, goals, ...gates })),
            });
          }
          return {
            text: found.flatMap(({ reading, answer }) =>
              exploring.pivotsText(agreement, reading, answer, width),
            ),
            object: { pivots: found.map(({ reading, answer }) => ({ reading, ...answer })) },
            code: 0,
          };
        },
      ),
  );
}
