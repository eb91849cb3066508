import type { Command } from 'commander';
import type { Agreement } from '../model/agreement.ts';
import { type Moment, momentAt } from '../model/moment.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Story } from '../model/story.ts';
import { stepAsked, wrongInMoment } from '../load/wrong-in-moment.ts';
import { askedAssumption, askedDay, isDayLike } from './asked.ts';
import { type AskedHolding, type Context, storyOf } from './context.ts';
import { collect } from './options.ts';
import { withPlace } from './scenario-name.ts';
import { UsageError } from './usage-error.ts';

/** What names a moment beside the scenario: the two clocks, and what the user takes for granted. */
export interface MomentOptions {
  asOf?: string;
  knownBy?: string;
  assume?: string[];
}

/** How a scenario, and a place in it, is named on the command line. */
export const SCENARIO_NAME =
  'a scenario, the path of a scenario file, or the token of a branch; with @STEP or @DAY after it, as it stands after that step or as of that day; a step by its id or its number, 0 for before the first';

/** The two clocks of every command that looks at a moment. */
export function withClocks(command: Command): Command {
  return command
    .option(
      '--as-of <day>',
      'as of this day (YYYY-MM-DD): what may or may not have happened by then is not known',
    )
    .option('--known-by <day>', 'only what had certainly been published by this day');
}

/** The options of a command that looks at a moment of a scenario that it does not take as an argument. */
export function withMoment(command: Command): Command {
  return withAssumptions(
    withClocks(
      command.option('--scenario <id|file[@step|day]>', `${SCENARIO_NAME} (default: the record)`),
    ),
  );
}

/** What the user can take for granted at a moment. */
export function withAssumptions(command: Command): Command {
  return command.option(
    '--assume <region=stage>',
    'take a stage for granted, or region=unknown; may be repeated',
    collect,
  );
}

/** A moment, with all that its scenario can refer to. */
export interface AskedMoment {
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  /** The scenario as it was named, without the step or the day behind it. */
  readonly name: string | null;
  /** The scenario's steps, up to the one that was named. */
  readonly story: Story;
  readonly moment: Moment;
}

/**
 * The moment that a command line names: `SCENARIO`, `SCENARIO@STEP` or `SCENARIO@DAY`, by the clocks, with what is taken
 * for granted.
 *
 * @param name the end of the scenario that a reader begins with where it is left out
 * @throws UsageError for a scenario, step, day or assumption that there is none of, and for what contradicts itself
 */
export async function momentOf(
  context: Context,
  holding: AskedHolding,
  name: string | undefined,
  options: MomentOptions = {},
): Promise<AskedMoment> {
  const [scenario, at] = withPlace(name, (each) => holding.scenarios.has(each));
  const { agreement, scenarios, story } = await storyOf(context, holding, scenario);
  const day = at !== undefined && isDayLike(at) ? askedDay(`${scenario ?? ''}@`, at) : null;
  const asOf = options.asOf === undefined ? null : askedDay('--as-of', options.asOf);
  if (day !== null && asOf !== null && day !== asOf)
    throw new UsageError(
      'at-odds',
      `as of two days at once: @${day} and --as-of ${asOf}`,
      'name one of them; what was known by a day is --known-by',
    );
  const viewpoint = {
    asOf: day ?? asOf,
    knownBy: options.knownBy === undefined ? null : askedDay('--known-by', options.knownBy),
    assume: [...new Set(options.assume)].map((text) => askedAssumption(agreement, text)),
  };
  const step = at === undefined || day !== null ? null : at;
  const until = step === null ? undefined : placeOf(story, step);
  const wrong = wrongInMoment(agreement, story, { step: null, assume: viewpoint.assume });
  if (wrong !== null) throw new UsageError(wrong.code, wrong.message, wrong.hint);
  const steps = until === undefined ? story.steps : story.steps.slice(0, until + 1);
  const moment = momentAt(agreement, story, viewpoint, undefined, until);
  return {
    agreement: moment.agreement,
    scenarios,
    name: scenario ?? null,
    story: { ...story, steps },
    moment,
  };
}

function placeOf({ scenario, steps }: Story, step: string): number {
  const ids = steps.map(({ id }) => id);
  const asked = stepAsked(scenario.id, ids, step);
  if (asked.ok) return asked.index;
  throw new UsageError(asked.error.code, asked.error.message, asked.error.hint);
}
