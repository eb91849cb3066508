import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Context } from '../../src/cli/context.ts';
import { processContext } from '../../src/cli/process-context.ts';
import { run } from '../../src/cli/run.ts';
import { checkContent } from '../../src/load/check.ts';
import { readInput } from '../../src/node/read-input.ts';
import { readContent } from '../content.ts';
import { shippedFolders, shippedRoot } from '../shipped.ts';

/** What one command line came to. */
export interface Came {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Where a command is given. */
export interface Where {
  readonly userFolder?: string;
  readonly width?: number;
  /** Where sessions are kept; nowhere if left out. */
  readonly stateFolder?: string;
  readonly home?: string;
  /** What standard input has. */
  readonly input?: string;
  /** The agreement that the environment names. */
  readonly agreement?: string;
  /** What opens the UI, on a terminal; without it there is none. */
  readonly openUi?: Context['openUi'];
}

/** A command line on the agreements in some folders of a package. */
export function commandLine(packageFolder: string, folders: readonly string[]) {
  const { definitions, texts } = readContent(packageFolder, folders);
  const compiled = checkContent(definitions, texts).content;
  const once = async (
    words: readonly string[],
    {
      userFolder,
      width,
      stateFolder,
      home = '',
      agreement,
      input,
      openUi,
    }: Where & { userFolder: string; width: number },
  ): Promise<Came> => {
    let out = '';
    let error = '';
    const terminal = {
      write: async (text: string) => {
        out += text;
      },
      writeError: async (text: string) => {
        error += text;
      },
      width,
      isInteractive: openUi !== undefined,
      isErrorTerminal: false,
    };
    const context = processContext(
      () => folders,
      compiled,
      terminal,
      {
        packageFolder,
        userFolder,
        agreement,
        home,
        stateFolder: stateFolder ?? null,
        readInput: () => readInput(Readable.from(input === undefined ? [] : [input])),
      },
      openUi ??
        (async () => {
          throw new Error('The UI has no place in these tests.');
        }),
    );
    const code = await run(words, context, '0.0.0-test');
    return { code, out, error };
  };
  return once;
}

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

const shipped = commandLine(shippedRoot, shippedFolders());
const rich = commandLine(fixtures, ['five-documents']);
const fictional = commandLine(fixtures, ['harbour']);

/** The command line on the agreement that ships, its content compiled as the build does: for what is said of it. */
export function shippedgate(
  words: readonly string[],
  { userFolder = shippedRoot, width = 100, ...where }: Where = {},
): Promise<Came> {
  return shipped(words, { userFolder, width, ...where });
}

/** The command line on a rich agreement that stays as it is. */
export function phasegate(
  words: readonly string[],
  { userFolder = fixtures, width = 100, ...where }: Where = {},
): Promise<Came> {
  return rich(words, { userFolder, width, ...where });
}

/** The command line on the fictional agreement. */
export function harbourgate(
  words: readonly string[],
  { userFolder = fixtures, width = 100, ...where }: Where = {},
): Promise<Came> {
  return fictional(words, { userFolder, width, ...where });
}

/** The one object that a command printed; it must have ended with the code expected. */
export function object(came: Came): Json {
  return JSON.parse(came.out) as Json;
}

/** JSON as a test walks it: whatever it holds, `expect` looks at. */
export interface Json {
  readonly [key: string]: Json;
  [Symbol.iterator](): IterableIterator<Json>;
}

/** The entries of a list inside an answer; fails where there is no such list. */
export function items(answer: Json, ...path: readonly string[]): Json[] {
  const found = path.reduce<Json | undefined>((inside, key) => inside?.[key], answer);
  if (!Array.isArray(found)) throw new Error(`The answer has no list ${path.join('.')}.`);
  return found as Json[];
}
