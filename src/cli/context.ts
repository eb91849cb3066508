import type { Agreement } from '../model/agreement.ts';
import { BrokenReferenceError, type Story, tell } from '../model/story.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { AuditedClaim } from '../load/audit.ts';
import { type Call, commandLine } from '../load/command-line.ts';
import type { Role } from '../load/layout.ts';
import type { Holding } from '../load/library.ts';
import { formatProblem, type Problem } from '../load/problem.ts';
import { show } from '../load/show.ts';
import { didYouMeanOneOf } from '../load/suggest.ts';
import type { TextResult } from '../load/text-result.ts';
import type { Laboratory } from '../node/laboratory.ts';
import { isThere, type ReadResult } from '../node/read-text.ts';
import type { FoundSessions } from '../node/session.ts';
import type { SavedSession } from '../model/saved-session.ts';
import type { Preferences } from '../tui/preferences.ts';
import type { PageAssets } from '../web/html.ts';
import type { Choice } from './agreements.ts';
import type { Desk } from './desk.ts';
import { isFileName, isToken } from './scenario-name.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What commands are given: the content at hand, ways to read more of it, and the terminal. */
export interface Context {
  readonly terminal: Terminal;
  /** The words that start the program where the user stands, as typed. */
  readonly program: string;
  /**
   * Opens one agreement, checking it anew unless it is as the build saw it.
   *
   * @param asked what `-A` names; without it the environment says, or where the user stands
   * @param of what says of itself which agreement it is of: the name of a scenario, or a session
   */
  readonly open: (
    asked: string | undefined,
    of?: string | SavedSession,
  ) => Promise<OpenedAgreement>;
  /** Every agreement at hand, each opened by itself, so that what is wrong with one is of no matter to the others. */
  readonly atHand: (asked: string | undefined) => Promise<readonly AgreementAtHand[]>;
  /** The ids of the agreements that ship. */
  readonly shipped: () => Promise<readonly string[]>;
  /**
   * Reads one scenario file of the user's and checks it against an agreement.
   *
   * @param isNamed whether the user named that agreement; otherwise the file or its place must say that it is of that
   */
  readonly openScenario: (
    holding: Holding,
    path: string,
    isNamed: boolean,
  ) => Promise<{ readonly scenario: ScenarioFile | null; readonly problems: readonly Problem[] }>;
  /** Checks all content from its files, or the files named, and against the documents in a folder if one is named. */
  readonly validate: (
    names: readonly string[],
    documents: string | null,
    asked: string | undefined,
  ) => Promise<Validation>;
  /** The files of one agreement, to be read and changed as they are now. */
  readonly desk: (asked: string | undefined) => Promise<Desk>;
  /** A path as the user names it, from where the command is given. */
  readonly userPath: (name: string) => string;
  /** Reads a file as the user names it; `-` is standard input. */
  readonly readUser: (name: string) => Promise<ReadResult>;
  /** What a what-if needs of the world, for one agreement. */
  readonly laboratory: (holding: AskedHolding) => Laboratory;
  /** The sessions that were kept, of whatever agreement, newest first. */
  readonly sessions: () => Promise<FoundSessions>;
  /** What the user has set once for all sessions. */
  readonly preferences: () => Promise<Preferences>;
  /** What the build made for a page in a browser. */
  readonly pageAssets: () => TextResult<PageAssets>;
  /** Opens the terminal UI and gives its exit code. */
  readonly openUi: (holding: AskedHolding, options: UiOptions) => Promise<number>;
}

export interface UiOptions {
  readonly scenario: string | null;
  readonly ascii: boolean;
  readonly color: boolean;
  /** What to save to, to read from and to keep the session in. */
  readonly laboratory: Laboratory;
  /** The session to go on with, its branches checked; null for a new one. */
  readonly session: SavedSession | null;
  /** What the user has set once for all sessions. */
  readonly preferences?: Preferences;
}

/** A file or a folder, and what it was taken for. */
export interface LookedAt {
  readonly name: string;
  /** Null where it could not be told. */
  readonly as: Role | null;
  /** The agreement that it was held against. */
  readonly agreement: string | null;
  readonly title: string | null;
}

export interface Validation {
  readonly problems: readonly Problem[];
  /** Things worth a look that are no errors, such as claims that nothing uses. */
  readonly notices: readonly Problem[];
  readonly counts: Readonly<Record<string, number>>;
  /** Claims beside their paragraphs, where documents were named. */
  readonly audited: readonly AuditedClaim[] | null;
  /** What was looked at, in the order in which it was named. */
  readonly looked: readonly LookedAt[];
}

/** Files have errors: they are printed with their places, exit code 2. */
export class ContentError extends Error {
  /** @param where what they are in, for the line that counts them */
  constructor(
    readonly problems: readonly Problem[],
    readonly where: 'the content' | 'your settings' = 'the content',
  ) {
    super(problems.map(formatProblem).join('\n'));
  }
}

/** An agreement as it was found; null where it has problems. */
export interface OpenedAgreement extends Choice {
  readonly holding: Holding | null;
  readonly problems: readonly Problem[];
  /** Whether the user named it, be it in the environment. */
  readonly isNamed: boolean;
}

/** One of the agreements at hand. */
export interface AgreementAtHand extends Omit<OpenedAgreement, 'isNamed'> {
  readonly id: string;
  /** The agreement that it lays its content over; null where it stands by itself. */
  readonly over: string | null;
  /** Whether it is the one that a command is about. */
  readonly isChosen: boolean;
}

/** An agreement at hand, and how the program is called again for it. */
export interface AskedHolding extends Holding {
  readonly call: Call;
  /** The folder that it was read from, by its full path; null where it is one that ships. */
  readonly home: string | null;
  /** Whether the user named it, be it in the environment. */
  readonly isNamed: boolean;
}

/**
 * The agreement that a command is about. Where the user named none and stands in the folder of one, they are told.
 *
 * @param asked what `-A` names
 * @param of the scenario to be looked at, as the user named it, or the session to go on with
 * @throws UsageError where that is no agreement, ContentError where something is wrong with it
 */
export async function holdingOf(
  context: Context,
  asked: string | undefined,
  of?: string | SavedSession,
): Promise<AskedHolding> {
  const { holding, problems, folder, home, named, isNamed, foundBy } = await context.open(
    asked,
    of,
  );
  if (foundBy !== null) {
    const where = named === '.' ? 'in this folder' : `in ${named ?? folder}`;
    const whose = foundBy === 'folder' ? where : `of that ${foundBy}`;
    const what = holding === null ? '' : `: ${holding.agreement.title} (${holding.agreement.id})`;
    await context.terminal.writeError(`phasegate: ${show(`the agreement ${whose}${what}`)}\n`);
  }
  if (holding === null) throw new ContentError(problems);
  return { ...holding, call: { agreement: named, program: context.program }, home, isNamed };
}

/** A scenario laid out, with all that it can refer to. */
export interface AskedStory {
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly story: Story;
}

/** The scenario asked for by id, by file or by token, laid out step by step; the default one where none is named. */
export async function storyOf(
  context: Context,
  holding: AskedHolding,
  name: string | undefined,
): Promise<AskedStory> {
  const { agreement, scenarios, opens } = holding;
  const asked = name ?? opens;
  if (asked === null)
    throw new UsageError(
      'not-there',
      `the agreement ${agreement.id} has no scenario`,
      `\`${commandLine(holding.call, 'new', 'scenario', 'ID')}\` writes one`,
    );
  const shipped = scenarios.get(asked);
  if (shipped !== undefined) return { agreement, scenarios, story: tell(shipped, scenarios) };
  if (isToken(asked)) {
    const opened = await context.laboratory(holding).open(asked);
    if (!opened.ok)
      throw new UsageError(
        'cannot-read',
        opened.problems.join('; '),
        'copy the token whole, from pg1- to its end; a token is read by the agreement that it was made for, named with -A',
      );
    const all = new Map(scenarios).set(opened.scenario.id, opened.scenario);
    return { agreement, scenarios: all, story: tell(opened.scenario, all) };
  }
  if (!isFileName(asked) && !isPathAt(context, asked)) {
    throw new UsageError(
      'unknown-id',
      `there is no scenario "${asked}"`,
      didYouMeanOneOf(asked, scenarios.keys()) ??
        `\`${commandLine(holding.call, 'list', 'scenarios')}\` lists them; a file is named by its path`,
    );
  }
  const { scenario, problems } = await context.openScenario(holding, asked, holding.isNamed);
  if (scenario === null || problems.length > 0) throw new ContentError(problems);
  try {
    const all = new Map(scenarios).set(scenario.id, scenario);
    return { agreement, scenarios: all, story: tell(scenario, all) };
  } catch (error) {
    if (error instanceof BrokenReferenceError)
      throw new UsageError('unknown-id', `${asked}: ${error.message}`, null);
    throw error;
  }
}

/** Whether there is anything under what may have been meant as a path, though it does not look like one. */
function isPathAt({ userPath }: Context, asked: string): boolean {
  return asked.trim() !== '' && isThere(userPath(asked));
}
