import type { Agreement } from '../agreement/agreement.ts';
import { BrokenReferenceError, type Story, tell } from '../agreement/story.ts';
import type { ScenarioFile } from '../agreement/shapes/scenario.ts';
import type { AuditedClaim } from '../content/audit.ts';
import type { Holding, Library } from '../content/library.ts';
import { formatProblem, type Problem } from '../content/problem.ts';
import { didYouMeanOneOf } from '../content/suggest.ts';
import { known } from './asked.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What commands are given: the content at hand, ways to read more of it, and the terminal. */
export interface Context {
  readonly terminal: Terminal;
  /** Opens the shipped content, checking anew what was edited since the build. */
  readonly open: () => Promise<{ library: Library | null; problems: readonly Problem[] }>;
  /** Reads one scenario file of the user's and checks it against an agreement. */
  readonly openScenario: (
    holding: Holding,
    path: string,
  ) => Promise<{ readonly scenario: ScenarioFile | null; readonly problems: readonly Problem[] }>;
  /** Checks all content from its files, or the files named, and against the documents in a folder if one is named. */
  readonly validate: (files: readonly string[], documents: string | null) => Promise<Validation>;
  /** Opens the terminal UI and gives its exit code. */
  readonly openUi: (holding: Holding, options: UiOptions) => Promise<number>;
}

export interface UiOptions {
  readonly scenario: string | null;
  readonly ascii: boolean;
  readonly color: boolean;
}

export interface Validation {
  readonly problems: readonly Problem[];
  /** Things worth a look that are no errors, such as claims that nothing uses. */
  readonly notices: readonly Problem[];
  readonly counts: Readonly<Record<string, number>>;
  /** Claims beside their paragraphs, where documents were named. */
  readonly audited: readonly AuditedClaim[] | null;
}

/** Files have errors: they are printed with their places, exit code 2. */
export class ContentError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}

/** The agreement asked for, or the first that there is. */
export async function holdingOf(context: Context, agreement: string | undefined): Promise<Holding> {
  const { library, problems } = await context.open();
  if (library === null) throw new ContentError(problems);
  const id =
    agreement === undefined
      ? [...library.holdings.keys()][0]
      : known('agreement', agreement, library.holdings.keys());
  const holding = id === undefined ? undefined : library.holdings.get(id);
  if (holding === undefined) throw new UsageError('there is no agreement at hand');
  return holding;
}

/** The scenario asked for by id or by file, laid out step by step; the default one where none is named. */
export async function storyOf(
  context: Context,
  holding: Holding,
  name: string | undefined,
): Promise<{ agreement: Agreement; story: Story }> {
  const { agreement, scenarios, definition } = holding;
  const asked = name ?? definition.defaultScenario;
  const shipped = scenarios.get(asked);
  if (shipped !== undefined) return { agreement, story: tell(shipped, scenarios) };
  if (!/[/\\]|\.ya?ml$/.test(asked)) {
    throw new UsageError(
      `there is no scenario "${asked}"`,
      didYouMeanOneOf(asked, scenarios.keys()) ??
        '`phasegate list scenarios` lists them; a file is named by its path',
    );
  }
  const { scenario, problems } = await context.openScenario(holding, asked);
  if (scenario === null || problems.length > 0) throw new ContentError(problems);
  try {
    return { agreement, story: tell(scenario, new Map([...scenarios, [scenario.id, scenario]])) };
  } catch (error) {
    if (error instanceof BrokenReferenceError) throw new UsageError(`${asked}: ${error.message}`);
    throw error;
  }
}
