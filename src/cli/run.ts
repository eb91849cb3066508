import { Command, CommanderError } from 'commander';
import { TooManyWorldsError } from '../model/worlds.ts';
import { replayedBase } from '../answer/replayed.ts';
import { type Call, calledFor } from '../load/command-line.ts';
import { withMendFor } from '../load/mend-of.ts';
import { firstProblems } from '../load/problem.ts';
import { quote, show } from '../load/show.ts';
import { playText } from '../explain/play-text.ts';
import { known } from './asked.ts';
import { addAccept } from './commands/accept.ts';
import { addCheck } from './commands/check.ts';
import { addClaim } from './commands/claim.ts';
import { addClaims } from './commands/claims.ts';
import { addCoalitions } from './commands/coalitions.ts';
import { addCompletion } from './commands/completion.ts';
import { addDiff } from './commands/diff.ts';
import { addDuties } from './commands/duties.ts';
import { addExercise } from './commands/exercise.ts';
import { addExport } from './commands/export.ts';
import { addFmt } from './commands/fmt.ts';
import { addHelp } from './commands/help.ts';
import { addImport } from './commands/import.ts';
import { addLevels } from './commands/levels.ts';
import { addList } from './commands/list.ts';
import { addNew } from './commands/new.ts';
import { addPage } from './commands/page.ts';
import { addPivots } from './commands/pivots.ts';
import { addPlan } from './commands/plan.ts';
import { addPlay } from './commands/play.ts';
import { addPointsOfNoReturn } from './commands/points-of-no-return.ts';
import { addRename } from './commands/rename.ts';
import { addReport } from './commands/report.ts';
import { addResume } from './commands/resume.ts';
import { addSchemas } from './commands/schemas.ts';
import { addTimeline } from './commands/timeline.ts';
import { addUnblock } from './commands/unblock.ts';
import { addValidate } from './commands/validate.ts';
import { addVerify } from './commands/verify.ts';
import { addVeto } from './commands/veto.ts';
import { addWaits } from './commands/waits.ts';
import { addWhatIf } from './commands/what-if.ts';
import { addWhy } from './commands/why.ts';
import { commandNames } from './command-names.ts';
import { ContentError, type Context, holdingOf } from './context.ts';
import { environmentText } from './environment.ts';
import { examples } from './examples.ts';
import { momentOf } from './moment.ts';
import { mistypedText } from './mistyped.ts';
import { agreement, ascii, noColor } from './options.ts';
import { printBlocks } from './terminal.ts';
import { takeOnce } from './take-once.ts';
import { UsageError } from './usage-error.ts';

/** In the order in which the help lists them, under what they are for. */
const COMMANDS = [
  [
    'What is reported:',
    addList,
    addClaims,
    addClaim,
    addPlay,
    addCheck,
    addWhy,
    addTimeline,
    addDuties,
    addLevels,
    addDiff,
  ],
  ['What if:', addWhatIf, addResume, addExercise],
  [
    'Searches through all that could happen in the model:',
    addPlan,
    addUnblock,
    addCoalitions,
    addVeto,
    addWaits,
    addPivots,
    addPointsOfNoReturn,
    addVerify,
  ],
  ['To take away:', addPage, addReport, addExport],
  [
    'Content of your own:',
    addNew,
    addImport,
    addValidate,
    addAccept,
    addSchemas,
    addRename,
    addFmt,
  ],
  ['The program itself:', addHelp, addCompletion],
] as const;

interface RootOptions {
  agreement?: string;
  scenario?: string;
  ascii?: boolean;
  color: boolean;
}

/**
 * Runs one command line.
 *
 * @param words the arguments after the program's name
 * @param version what `--version` prints
 * @returns the exit code: 0 or 1 by the command's own rule, 2 for an error that the user can mend
 */
export async function run(
  words: readonly string[],
  given: Context,
  version: string,
): Promise<number> {
  let code = 0;
  const finish = (asked: number) => {
    code = asked;
  };
  const about = agreementAskedFor(given);
  const { context } = about;
  const written: string[] = [];
  const failed: string[] = [];
  const program = new Command('phasegate')
    .description(
      'Steps through a phased agreement, and says which preconditions are unmet, by whose account.\nWithout a command it opens the terminal UI, or prints the transcript where there is no terminal.',
    )
    .addHelpText(
      'after',
      examples('phasegate check phaseTwo', 'phasegate list agreements', 'phasegate help words'),
    )
    .addHelpText('after', `\n${environmentText()}`)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addOption(agreement())
    .option('--scenario <id|file>', 'the scenario that the UI opens on')
    .addOption(ascii())
    .addOption(noColor())
    .enablePositionalOptions()
    .showHelpAfterError('phasegate --help lists the commands')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => written.push(text),
      writeErr: (text) => failed.push(text),
      getOutHelpWidth: () => Math.min(context.terminal.width, 100),
    })
    .hook('preAction', refuseTwoAgreements)
    .hook('preAction', (_, command) => about.name(command.optsWithGlobals<RootOptions>().agreement))
    .action(async (options: RootOptions) => {
      const [mistyped] = program.args;
      if (mistyped !== undefined) known('command', mistyped, commandNames(program));
      await openOrTranscribe(context, options, finish);
    });
  for (const [heading, ...adding] of COMMANDS) {
    program.commandsGroup(heading);
    for (const add of adding) add(program, context, finish);
  }
  // Commands inherit this when they are added, and each of them is to refuse what it does not take.
  program.allowExcessArguments();
  for (const command of program.commands)
    withRootOptions(command)
      .exitOverride()
      .configureOutput(program.configureOutput())
      .showHelpAfterError(`phasegate ${command.name()} --help explains it`);
  for (const command of [program, ...program.commands]) takeOnce(command);

  try {
    const [first] = words;
    const isCommand = program.commands.some((command) => command.name() === first);
    if (first !== undefined && !first.startsWith('-') && !isCommand)
      known('command', first, commandNames(program));
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    code = await report(error, context, failed, about.call());
  }
  if (written.length > 0) await context.terminal.write(written.join(''));
  return code;
}

/** The context, and how the agreement that was asked for last is called for again: what is said of it must lead back to it. */
function agreementAskedFor(given: Context): {
  readonly context: Context;
  readonly name: (agreement: string | undefined) => void;
  readonly call: () => Call;
} {
  let named: string | null = null;
  const open: Context['open'] = async (asked, of) => {
    const opened = await given.open(asked, of);
    named = opened.named;
    return opened;
  };
  return {
    context: { ...given, open },
    name: (asked) => {
      named = asked ?? null;
    },
    call: () => ({ agreement: named, program: given.program }),
  };
}

/** What may stand before a command's name may stand behind it; what only the UI draws by is not told of everywhere. */
function withRootOptions(command: Command): Command {
  const drawsUi = command.name() === 'resume';
  return command
    .addOption(agreement())
    .addOption(ascii().hideHelp(!drawsUi))
    .addOption(noColor().hideHelp(!drawsUi));
}

/** @throws UsageError where one agreement is named before the command and another one behind it */
function refuseTwoAgreements(program: Command, command: Command): void {
  const names = [program, command].map((each) => each.opts<RootOptions>().agreement);
  const [one, other] = names;
  if (one !== undefined && other !== undefined && one !== other)
    throw new UsageError(
      'at-odds',
      `two agreements at once: ${quote(one)} and ${quote(other)}`,
      'name one, before the command or after it',
    );
}

async function openOrTranscribe(
  context: Context,
  options: RootOptions,
  finish: (code: number) => void,
): Promise<void> {
  const holding = await holdingOf(context, options.agreement, options.scenario);
  const { scenarios, name, moment } = await momentOf(context, holding, options.scenario);
  if (context.terminal.isInteractive) {
    finish(
      await context.openUi(holding, {
        scenario: name,
        ascii: options.ascii === true,
        color: options.color,
        laboratory: context.laboratory(holding),
        session: null,
      }),
    );
    return;
  }
  const base = replayedBase(moment.agreement, moment.story, scenarios);
  await printBlocks(context.terminal, playText(moment, { verbose: false }, base));
}

/** Tells the user what went wrong and how to mend it; what is not the user's doing goes on as a bug. */
async function report(
  error: unknown,
  context: Context,
  failed: readonly string[],
  call: Call,
): Promise<number> {
  const { terminal } = context;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const said = mistypedText(failed.join('')).split('\n').map(show).join('\n');
    await terminal.writeError(`phasegate: ${said}\n`);
    return 2;
  }
  if (error instanceof UsageError) {
    await terminal.writeError(
      `phasegate: ${show(error.message)} [${error.code}]
  ${show(calledFor(call, error.hint))}
`,
    );
    return 2;
  }
  if (error instanceof TooManyWorldsError) {
    await terminal.writeError(
      `phasegate: ${error.message} [too-large]\n  take fewer regions as unknown\n`,
    );
    return 2;
  }
  if (error instanceof ContentError) {
    const count = error.problems.length;
    const { lines, more } = firstProblems(error.problems.map((each) => withMendFor(each, call)));
    const shown = more === 0 ? '' : `; ${more} of them are not shown`;
    await terminal.writeError(
      `${lines.join('\n')}\nphasegate: ${count} ${count === 1 ? 'problem' : 'problems'} in ${error.where}${shown}\n`,
    );
    return 2;
  }
  throw error;
}
