import type { Command } from 'commander';
import { timelineOf } from '../../answer/timeline.ts';
import { timelineJson } from '../../report/why-json.ts';
import { timelineText } from '../../report/why-text.ts';
import { askedReadings, known } from '../asked.ts';
import { type Context, holdingOf, storyOf } from '../context.ts';
import { collect, json } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';

interface TimelineOptions {
  agreement?: string;
  scenario?: string;
  reading?: string[];
  json?: boolean;
}

/** `timeline GATE`: when its verdict changed, reading by reading, and by which step. */
export function addTimeline(program: Command, context: Context): void {
  program
    .command('timeline')
    .argument('<gate>', 'a gate')
    .summary('when a gate opened or closed, under which reading, and by what')
    .option('--scenario <id|file>', 'the scenario to look at (default: the record)')
    .option('--reading <id,...>', 'these readings only', collect)
    .addOption(json())
    .action(async (gate: string, options: TimelineOptions, command: Command) => {
      const holding = await holdingOf(
        context,
        command.optsWithGlobals<TimelineOptions>().agreement,
      );
      const { agreement, story } = await storyOf(context, holding, options.scenario);
      const gateId = known('gate', gate, agreement.gates.keys());
      const entries = timelineOf(
        agreement,
        story,
        gateId,
        askedReadings(agreement, options.reading ?? []).readings,
      );
      const scenario = story.scenario.id;
      if (options.json === true)
        await printJson(context.terminal, timelineJson(agreement, scenario, gateId, entries));
      else
        await printLines(
          context.terminal,
          timelineText(agreement, scenario, gateId, entries, {
            width: context.terminal.width,
            verbose: false,
          }),
        );
    });
}
