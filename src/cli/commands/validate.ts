import type { Command } from 'commander';
import type { Role } from '../../load/layout.ts';
import { withMendFor } from '../../load/mend-of.ts';
import { firstProblems, formatProblem, type Problem } from '../../load/problem.ts';
import { validateJson } from '../../explain/content-json.ts';
import { quote } from '../../load/show.ts';
import { wrapped } from '../../draw/text.ts';
import { type Context, holdingOf, type LookedAt } from '../context.ts';
import { examples } from '../examples.ts';
import { type Finish, json } from '../options.ts';
import { printJson, printLines } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ValidateOptions {
  agreement?: string;
  documents?: string;
  json?: boolean;
  watch?: boolean;
}

/** `validate`: whether the content is right, and what of it nothing uses. */
export function addValidate(program: Command, context: Context, finish: Finish): void {
  program
    .command('validate')
    .argument(
      '[files...]',
      'folders and content files, - for standard input; without any, the agreement at hand, else all that ship',
    )
    .summary('check content: shape, references, expectations, sources')
    .addHelpText(
      'after',
      examples(
        'phasegate validate accord',
        'phasegate validate accord/scenarios/first.yaml --json > problems.json',
      ),
    )
    .description(
      'Says what each file and folder is taken for, checks it and all that it affects, replays every scenario against its expectations, and reports claims that nothing uses.\n' +
        'With --documents it also checks the documents’ hashes and prints each claim beside its paragraph.\n' +
        'With --watch it goes on, and checks the agreement again at each change to its files.\n' +
        'Exit code: 0 when all is right, or when --watch is ended by q; 2 when something is wrong.',
    )
    .option('--documents <folder>', 'the folder with the documents themselves')
    .option(
      '--watch',
      'check the agreement, or the one in the folder named, again at each change; q or Ctrl-C ends it',
    )
    .addOption(json())
    .action(async (files: string[], options: ValidateOptions, command: Command) => {
      const { terminal } = context;
      if (options.watch === true) {
        const [{ untilTold }, { watchContent }] = await Promise.all([
          import('../until-told.ts'),
          import('../watching.ts'),
        ]);
        const { agreement } = command.optsWithGlobals<ValidateOptions>();
        // One folder is the agreement to watch, as with -A.
        const named = agreement === undefined ? files[0] : undefined;
        refuseBeside(named === undefined ? files : files.slice(1), options);
        const now = () => new Date().toTimeString().slice(0, 8);
        finish(
          await untilTold(context, (until) =>
            watchContent(context, named ?? agreement, { now, ...until }),
          ),
        );
        return;
      }
      const { agreement: asked } = command.optsWithGlobals<ValidateOptions>();
      const told = (problem: Problem) => withMendFor(problem, { agreement: asked ?? null });
      const { problems, notices, counts, audited, looked } = await context.validate(
        files,
        options.documents ?? null,
        asked,
      );
      const lines = looked.flatMap(lookedAt);
      for (const { reference, claim, paragraph, number } of audited ?? []) {
        lines.push('', `${reference}, paragraph ${number}, ${claim.speaker}`);
        lines.push(
          ...wrapped(`document: ${paragraph}`, terminal.width, '  '),
          ...wrapped(`claim:    ${claim.statement}`, terminal.width, '  '),
        );
      }
      if (audited !== null) lines.push('');
      const counted = Object.entries(counts).map(([what, count]) =>
        count === 1 ? `1 ${what.replace(/s$/, '')}` : `${count} ${what}`,
      );
      if (options.json === true) {
        const holding =
          problems.length === 0
            ? await holdingOf(context, command.optsWithGlobals<ValidateOptions>().agreement)
            : null;
        const found = {
          valid: problems.length === 0,
          looked,
          counts,
          problems: problems.map(told),
          notices: notices.map(told),
        };
        const audit = audited?.map(({ reference, claim, paragraph, number }) => ({
          id: reference,
          paragraph: number,
          document: paragraph,
          statement: claim.statement,
        }));
        await printJson(
          terminal,
          validateJson(holding?.agreement ?? null, {
            ...found,
            ...(audit === undefined ? {} : { audit }),
          }),
        );
      } else {
        for (const notice of notices)
          lines.push(...`notice: ${formatProblem(told(notice))}`.split('\n'));
        const verdict =
          problems.length === 0
            ? 'All is right'
            : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
        lines.push(`${verdict}: ${counted.join(', ')}.`);
        await printLines(terminal, lines);
        if (problems.length > 0) {
          const { lines: first, more } = firstProblems(problems.map(told));
          const rest = more === 0 ? [] : [`${more} more are not shown; --json lists all of them.`];
          await terminal.writeError(`${[...first, ...rest].join('\n')}\n`);
        }
      }
      finish(problems.length === 0 ? 0 : 2);
    });
}

/** @throws UsageError for what does not go with --watch, which is for the whole agreement */
function refuseBeside(
  files: readonly string[],
  { documents, json: asJson }: ValidateOptions,
): void {
  const beside = documents === undefined ? (asJson === true ? '--json' : files[0]) : '--documents';
  if (beside !== undefined)
    throw new UsageError(
      'keys-at-odds',
      `--watch looks at the agreement as a whole, not at ${quote(beside)}`,
      'leave one of the two out',
    );
}

/** The sentence for what something was taken for; of what could not be told the problem speaks. */
function lookedAt({ name, as, title }: LookedAt): string[] {
  if (as === null) return [];
  const what = ROLE_WORDS[as];
  return [`${name}: ${as === 'agreement' ? `${what}, ${title}` : `${what} of ${title}`}`];
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  agreement: 'the agreement',
  parties: 'the parties',
  regions: 'the regions',
  events: 'the events',
  properties: 'the properties',
  reading: 'a reading',
  source: 'a source',
  scenario: 'a scenario',
};
