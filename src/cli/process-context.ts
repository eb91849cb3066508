import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../load/command-line.ts';
import type { ContentData, Holding } from '../load/library.ts';
import { loadScenarioText } from '../load/open.ts';
import type { Problem } from '../load/problem.ts';
import { nearestAgreement } from '../node/find-agreement.ts';
import { type ReadResult, readText } from '../node/read-text.ts';
import type { SavedSession } from '../model/saved-session.ts';
import type { TextResult } from '../load/text-result.ts';
import type { PageAssets } from '../web/html.ts';
import { Agreements, type Origin } from './agreements.ts';
import type { Context, UiOptions } from './context.ts';
import { deskOf, partOfTheProgram } from './desk.ts';
import { laboratoryOf, sessionFolderOf } from './laboratory.ts';
import { isToken, saysAgreement, STANDARD_INPUT, withPlace } from './scenario-name.ts';
import type { Terminal } from './terminal.ts';
import { preferencesAt } from './user-preferences.ts';

/**
 * The world as a process has it: content from the package's own folder (from the build where they are gone, as in an
 * installed package), the user's files from where the command was given.
 *
 * @param listFolders the folders of the agreements that are in the package's folder now
 * @param compiled content as the build left it, null where there was none
 * @param openUi what opens the terminal UI; loaded only when it is asked for
 */
export function processContext(
  listFolders: () => readonly string[],
  compiled: ContentData | null,
  terminal: Terminal,
  places: {
    readonly packageFolder: string;
    readonly userFolder: string;
    /** The words that start the program there, as typed; its name where it is left out. */
    readonly program?: string;
    /** The agreement that the environment names, if any. */
    readonly agreement?: string | undefined;
    /** The user's home; empty where there is none. */
    readonly home?: string;
    /** Where sessions are kept; nothing is kept where it is left out. */
    readonly stateFolder?: string | null;
    /** Where the user sets things for all sessions; nothing is set where it is left out. */
    readonly configFile?: string | null;
    /** Reads standard input to its end; there is none where it is left out. */
    readonly readInput?: () => Promise<ReadResult>;
  },
  openUi: Context['openUi'],
): Context {
  const { program = 'phasegate' } = places;
  const userPath = (name: string) => path.resolve(places.userFolder, name);
  const agreements = new Agreements({
    listFolders,
    compiled,
    packageFolder: places.packageFolder,
    userFolder: places.userFolder,
    environment: places.agreement || null,
  });

  /** A file as the user names it; standard input is read once, whoever asks for it. */
  let input: Promise<ReadResult> | null = null;
  const readUser = async (name: string): Promise<ReadResult> => {
    if (name !== STANDARD_INPUT) return readText(userPath(name));
    return (input ??= places.readInput?.() ?? Promise.resolve(NO_INPUT));
  };

  /** What a scenario says of the agreement that it is of, where it is named by a path or a token. */
  const originOf = async (name: string | SavedSession): Promise<Origin | null> => {
    if (typeof name !== 'string')
      return { agreement: name.agreement, place: name.folder, of: 'session' };
    const [scenario = ''] = withPlace(name, () => false);
    if (!saysAgreement(name)) return null;
    const { agreementNamedIn, agreementOfToken } = await import('../load/thorough.ts');
    const text = isToken(scenario) ? null : await readUser(scenario);
    const agreement =
      text === null ? agreementOfToken(scenario) : text.ok ? agreementNamedIn(text.value) : null;
    const isPath = text !== null && scenario !== STANDARD_INPUT;
    const place = isPath ? path.dirname(userPath(scenario)) : null;
    return agreement === null && place === null ? null : { agreement, place, of: 'scenario' };
  };

  /** How to look at what is of another agreement than the one asked for; null where that is not at hand. */
  const elsewhere = async (holding: Holding, name: string): Promise<string | null> => {
    const origin = await originOf(name);
    if (origin === null || [null, holding.agreement.id].includes(origin.agreement)) return null;
    const agreement = await agreements.nameOf(origin);
    return agreement === null ? null : commandLine({ agreement, program }, 'play', name);
  };

  const open: Context['open'] = async (asked, of) => {
    const origin = agreements.isNamed(asked) || of === undefined ? null : await originOf(of);
    const choice = await agreements.choose(asked, origin);
    const { holding, problems } = await agreements.open(choice);
    return { ...choice, holding, problems, isNamed: agreements.isNamed(asked) };
  };

  const atHand: Context['atHand'] = async (asked) => {
    const chosen = await agreements.choose(asked);
    const all = await agreements.atHand(chosen);
    return Promise.all(
      all.map(async (choice) => {
        const [opened, { id, base, baseProblem }] = await Promise.all([
          agreements.open(choice),
          agreements.definitionOf(choice),
        ]);
        const over = base?.id ?? (baseProblem === undefined ? null : baseProblem.named);
        return { ...choice, ...opened, id, over, isChosen: choice === chosen };
      }),
    );
  };

  const openScenario: Context['openScenario'] = async (holding, name, isNamed) => {
    const text = await readUser(name);
    if (!text.ok) return { scenario: null, problems: [wholeFile(shownName(name), text.error)] };
    const otherwise = await elsewhere(holding, name);
    const place = name === STANDARD_INPUT ? null : path.dirname(userPath(name));
    const mustSayAgreement = !isNamed && (place === null || nearestAgreement(place) === null);
    const checks = { otherwise, mustSayAgreement };
    return loadScenarioText(holding, shownName(name), text.value, checks);
  };

  const validate: Context['validate'] = async (names, documents, asked) => {
    const { validateAnything } = await import('./validating.ts');
    const { packageFolder } = places;
    return validateAnything({
      agreements,
      names,
      asked,
      documents,
      userPath,
      readUser,
      packageFolder,
    });
  };

  const desk: Context['desk'] = async (asked) => {
    const memory = await agreements.memory();
    const { folder, isShipped, named } = await agreements.choose(asked);
    const files = agreements.files(isShipped);
    const isBuiltIn = isShipped && !listFolders().includes(folder);
    const top = isShipped ? places.packageFolder : places.userFolder;
    if (isBuiltIn) throw partOfTheProgram(folder);
    const definition = await agreements.definitionIn({ folder, isShipped });
    return deskOf({ definition, files, top, call: { agreement: named, program }, memory });
  };

  const preferences = () => preferencesAt(places.configFile ?? null);

  return {
    terminal,
    program,
    open,
    atHand,
    shipped: async () => (await agreements.shipped()).map(({ id }) => id),
    desk,
    userPath,
    readUser,
    openScenario,
    validate,
    laboratory: (holding) =>
      laboratoryOf({
        holding,
        userPath,
        home: places.home ?? '',
        schemaFrom: (file) => schemaFrom(places.packageFolder, file),
        stateFolder: places.stateFolder ?? null,
        elsewhere: (name) => elsewhere(holding, name),
      }),
    sessions: async () => {
      const { stateFolder = null } = places;
      if (stateFolder === null) return { sessions: [], notices: [] };
      const { findSessions } = await import('../node/session.ts');
      return findSessions(sessionFolderOf(stateFolder));
    },
    preferences,
    pageAssets: () => pageAssetsIn(path.join(places.packageFolder, 'dist/page')),
    openUi: async (holding, options: UiOptions) =>
      openUi(holding, { ...options, preferences: await preferences() }),
  };
}

/** What the build left of the page. */
function pageAssetsIn(folder: string): TextResult<PageAssets> {
  const read = Object.entries(PAGE_FILES).map(
    ([part, name]) => [part, readText(path.join(folder, name))] as const,
  );
  for (const [, text] of read) if (!text.ok) return text;
  return {
    ok: true,
    value: Object.fromEntries(
      read.map(([part, text]) => [part, text.value]),
    ) as unknown as PageAssets,
  };
}

const PAGE_FILES: Readonly<Record<keyof PageAssets, string>> = {
  boot: 'boot.js',
  script: 'page.js',
  style: 'style.css',
  files: 'files.js',
  paper: 'paper.css',
};

const NO_INPUT: ReadResult = { ok: false, error: { message: 'is not there', hint: null } };

/** What a file is called in messages. */
function shownName(name: string): string {
  return name === STANDARD_INPUT ? 'standard input' : name;
}

/** Only within the package: a path from elsewhere would hold on this machine alone. */
function schemaFrom(packageFolder: string, file: string): string | null {
  if (path.relative(packageFolder, file).startsWith('..')) return null;
  const schema = path.join(packageFolder, 'dist/schemas/scenario.json');
  return path.relative(path.dirname(file), schema).split(path.sep).join('/');
}

/** The package's top folder, from where its built program lies. */
export function packageFolderOf(programUrl: string): string {
  return path.dirname(path.dirname(fileURLToPath(programUrl)));
}

function wholeFile(file: string, error: { message: string; hint: string | null }): Problem {
  return { file, line: null, column: null, code: 'cannot-read', ...error };
}
