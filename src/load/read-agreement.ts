import { checkContent } from './check.ts';
import { defineAgreements } from './define.ts';
import { isTooLarge, tooLarge } from './largest-file.ts';
import { AGREEMENT_FILE, type Definition, roleOf } from './layout.ts';
import { buildLibrary, type ContentData, type Holding } from './library.ts';
import { readTexts } from './open.ts';
import { type MendedProblem, withMend } from './mend-of.ts';
import type { ProblemCode } from './problem-codes.ts';
import { inOrder, type Problem } from './problem.ts';
import type { TextResult } from './text-result.ts';
import { validateContent } from './validate.ts';

/** An agreement with its scenarios, read from its files and found right; or everything that is wrong with them. */
export type ReadAgreement =
  | (Holding & {
      readonly ok: true;
      /** What may be meant and may be forgotten: an agreement with notices is a good one. */
      readonly notices: readonly MendedProblem[];
    })
  | { readonly ok: false; readonly problems: readonly MendedProblem[] };

/** How an agreement is read. */
export interface ReadOptions {
  /** The folder of its `agreement.yaml`, where the files hold several agreements. */
  readonly folder?: string;
  /**
   * Also plays every scenario against what it expects, which is a problem where it comes out otherwise, and looks for
   * what nothing uses and what can never be: all that `phasegate validate` says. It takes some ten times as long.
   */
  readonly validate?: boolean;
}

/**
 * Reads an agreement from the texts of its files and checks all of it: the shape of each file, and what they say of each
 * other. What somebody wrote wrong comes back as problems, never as an exception; what no agreement has, such as a file
 * in a folder that it does not name, comes back as a notice. A text may be as long as a file may be, 1 MiB in UTF-8.
 *
 * @param files texts by path, with `/`: `agreement.yaml`, `parties.yaml`, `regions.yaml`, `events.yaml`, if there is one
 *   `properties.yaml`, `readings/*.yaml`, and scenarios and sources where `agreement.yaml` says that they are
 */
export function readAgreement(
  files: Readonly<Record<string, string>>,
  { folder, validate = false }: ReadOptions = {},
): ReadAgreement {
  const texts = new Map(Object.entries(files).map(([path, text]) => [plain(path), text]));
  const home = homeIn([...texts.keys()], folder);
  if (typeof home !== 'string') return { ok: false, problems: [withMend(home)] };
  const readFile = (path: string): TextResult => {
    const text: unknown = texts.get(plain(path));
    if (typeof text === 'string') return isTooLarge(text) ? tooLarge() : { ok: true, value: text };
    return refused(texts.has(plain(path)) ? 'is no text' : 'is not there');
  };
  const listFiles = (path: string): TextResult<readonly string[]> | null => {
    const start = plain(path) === '' ? '' : `${plain(path)}/`;
    const names = [...texts.keys()]
      .filter((name) => name.startsWith(start) && !name.slice(start.length).includes('/'))
      .map((name) => name.slice(start.length));
    return names.length === 0 ? null : { ok: true, value: names.toSorted() };
  };
  const definitions = defineAgreements([home], readFile);
  const read = readDefined(definitions, readTexts(definitions, { readFile, listFiles }), validate);
  if (!read.ok) return { ok: false, problems: read.problems.map(inPlainFile) };
  const strays = [...texts.keys()]
    .filter((path) => definitions.every((definition) => partOf(definition, path) === null))
    .map((path) =>
      whole(
        path,
        'wrong-name',
        'is no part of the agreement, and was not read',
        'put it in a folder that agreement.yaml names for scenarios or sources, or leave it out',
      ),
    );
  return { ...read, notices: inOrder([...read.notices.map(inPlainFile), ...strays]).map(withMend) };
}

/**
 * What the files of one agreement come to.
 *
 * @param definitions of that one
 * @param read its files' texts, and what could not be read of them
 * @param validate see {@link ReadOptions}
 */
export function readDefined(
  definitions: readonly Definition[],
  read: { readonly texts: ReadonlyMap<string, string>; readonly problems: readonly Problem[] },
  validate: boolean,
): ReadAgreement {
  const checked: {
    readonly content: ContentData | null;
    readonly problems: readonly Problem[];
    readonly notices?: readonly Problem[];
  } = (validate ? validateContent : checkContent)(definitions, read.texts);
  const { content, notices = [] } = checked;
  const problems = [...read.problems, ...checked.problems].map(withMend);
  const [holding] =
    content === null || problems.length > 0 ? [] : buildLibrary(content).holdings.values();
  return holding === undefined
    ? { ok: false, problems }
    : { ok: true, ...holding, notices: notices.map(withMend) };
}

/** The folder of the one agreement among some files, or why there is none. */
function homeIn(paths: readonly string[], asked: string | undefined): string | Problem {
  const homes = paths
    .filter((path) => path === AGREEMENT_FILE || path.endsWith(`/${AGREEMENT_FILE}`))
    .map((path) => path.slice(0, -AGREEMENT_FILE.length - 1) || '.');
  if (asked !== undefined) return plain(asked) || '.';
  const [home] = homes;
  if (home === undefined)
    return whole(
      AGREEMENT_FILE,
      'cannot-read',
      'is not there',
      'add it: an agreement has one file of that name',
    );
  return homes.length === 1
    ? home
    : whole(
        AGREEMENT_FILE,
        'at-odds',
        `is in ${homes.length} folders: ${homes.join(', ')}`,
        'name one of the folders',
      );
}

/** What a file is to an agreement; its own folder may be the top, which has no name in a path. */
function partOf(definition: Definition, path: string): string | null {
  return roleOf(definition, path) ?? roleOf(definition, `./${path}`);
}

/** A path without `./` before it and `/` behind it; the top folder is empty. */
function plain(path: string): string {
  return path
    .replace(/^(?:\.\/+)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');
}

function inPlainFile(problem: MendedProblem): MendedProblem {
  return { ...problem, file: plain(problem.file) };
}

function whole(file: string, code: ProblemCode, message: string, hint: string | null): Problem {
  return { file, line: null, column: null, code, message, hint };
}

function refused(message: string): { ok: false; error: { message: string; hint: null } } {
  return { ok: false, error: { message, hint: null } };
}
