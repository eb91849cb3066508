import type { Command } from 'commander';
import { timelineOf } from '../../answer/timeline.ts';
import { timelineJson } from '../../explain/timeline-json.ts';
import { timelineText } from '../../explain/timeline-text.ts';
import { askedEvent, askedReadings } from '../asked.ts';
import { type Context, holdingOf } from '../context.ts';
import { examples } from '../examples.ts';
import { type FormatOptions, printAnswer, withFormats } from '../formats.ts';
import { type MomentOptions, momentOf, SCENARIO_NAME, withClocks } from '../moment.ts';
import { collect, type Finish } from '../options.ts';

interface TimelineOptions extends MomentOptions, FormatOptions {
  agreement?: string;
  scenario?: string;
  reading?: string[];
}

/** `timeline GATE`: when its verdict changed, reading by reading, and by which step or statement. */
export function addTimeline(program: Command, context: Context, finish: Finish): void {
  const command = program
    .command('timeline')
    .argument('<gate>', 'a gate or any event')
    .summary('when a gate opened or closed, under which reading, and why')
    .addHelpText(
      'after',
      examples('phasegate timeline phaseTwo', 'phasegate timeline phaseTwo --csv > timeline.csv'),
    )
    .description(
      'Lists the days on which a verdict on an event changed, or may have, and what changed it: a step, or a position that ' +
        'began or ended. With --as-of the list ends on that day.\n' +
        'Exit code: 0; 1 where nothing had been published by the --known-by day; 2 on an error.',
    )
    .option('--scenario <id|file[@step|day]>', `${SCENARIO_NAME} (default: the record)`);
  withFormats(
    withClocks(command).option('--reading <id,...>', 'these readings only', collect),
  ).action(async (gate: string, options: TimelineOptions) => {
    const { agreement: asked } = command.optsWithGlobals<TimelineOptions>();
    const holding = await holdingOf(context, asked, options.scenario);
    const { agreement, story, moment } = await momentOf(
      context,
      holding,
      options.scenario,
      options,
    );
    const event = askedEvent(agreement, gate);
    const { knownBy } = moment.viewpoint;
    // Before the first step there is no day but the moment's own to go up to.
    const asOf = moment.viewpoint.asOf ?? (story.steps.length === 0 ? moment.day : null);
    const clocks = { readings: askedReadings(agreement, options.reading), asOf, knownBy };
    const entries = timelineOf(agreement, story, event.id, clocks);
    await printAnswer(context.terminal, options, {
      text: () => timelineText(agreement, story, event.id, entries, clocks),
      json: () => timelineJson(agreement, story, event.id, entries, clocks),
      sheet: async () =>
        (await import('../../explain/timeline-sheet.ts')).timelineSheet(
          agreement,
          event.id,
          entries,
        ),
    });
    finish(moment.nothingPublished ? 1 : 0);
  });
}
