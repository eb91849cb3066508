import { contentFolders, type Definition, roleOf } from './layout.ts';
import { type ContentData, hold, type Holding } from './library.ts';
import type { Memory } from './memory.ts';
import type { LoadedScenario, ScenarioChecks } from './one-scenario.ts';
import type { Problem } from './problem.ts';
import type { TextResult } from './text-result.ts';

export type { LoadedScenario, ScenarioChecks } from './one-scenario.ts';

/** Ways to look at files. */
export interface Files {
  readonly readFile: (path: string) => TextResult;
  /** The names of a folder's YAML files; null where there is no such folder. */
  readonly listFiles: (folder: string) => TextResult<readonly string[]> | null;
}

export interface OpenOptions extends Files {
  /** The folder of the agreement. */
  readonly folder: string;
  /** The folders of other agreements, which may keep sources and scenarios where it does. */
  readonly beside?: readonly string[];
  /** The folder of an agreement that it may be laid over, by its id. */
  readonly folderOf?: (id: string) => string | null;
  /** What a folder is called. */
  readonly nameOf?: (folder: string) => string;
  /** Content as the build left it; null where there was no build, or for an agreement that it does not know. */
  readonly compiled: ContentData | null;
  /** Of whoever reads the same files again. */
  readonly memory?: () => Promise<Memory>;
}

export interface Opened {
  /** Null where there is any problem. */
  readonly holding: Holding | null;
  readonly problems: readonly Problem[];
  /** Whether the files were read anew, because they are not what a build saw. */
  readonly edited: boolean;
}

/**
 * Opens one agreement; what is wrong with another is of no matter. Files that are as the build saw them, or not there at
 * all, cost a look each; as soon as one was edited, added or removed, all are read and checked anew. The scenarios'
 * expectations are for `validate`: who edits a reading to see what follows wants to see it.
 */
export async function openAtHand(options: OpenOptions): Promise<Opened> {
  const { folder, beside = [], compiled, readFile, folderOf, nameOf } = options;
  const built = compiled?.definitions.find((definition) => definition.folder === folder);
  if (compiled !== null && built !== undefined) {
    const { texts, problems } = readTexts([built], options);
    const isThere = texts.size > 0 || problems.length > 0;
    if (!isThere || (problems.length === 0 && sameFiles(built, texts, compiled)))
      return { holding: hold(built, compiled), problems: [], edited: false };
  }
  const { checkContent, defineAgreements, Memory: Fresh } = await import('./thorough.ts');
  const memory = (await options.memory?.()) ?? new Fresh();
  const folders = [folder, ...beside];
  const [definition, ...rest] = defineAgreements(folders, readFile, {
    ...(folderOf === undefined ? {} : { folderOf }),
    ...(nameOf === undefined ? {} : { nameOf }),
    memory,
  });
  if (definition === undefined) throw new Error('A folder has one definition.');
  const { texts, problems } = readTexts([definition], options);
  const checked = checkContent([definition], texts, { others: rest.map(({ id }) => id), memory });
  const all = [...problems, ...checked.problems];
  const isRight = checked.content !== null && all.length === 0;
  return {
    holding: isRight ? hold(definition, checked.content) : null,
    problems: all,
    edited: true,
  };
}

/** The texts of all content files that are there, by path. */
export function readTexts(
  definitions: readonly Definition[],
  { readFile, listFiles }: Files,
): { texts: Map<string, string>; problems: Problem[] } {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  const report = (file: string, error: { message: string; hint: string | null }) =>
    problems.push({ file, line: null, column: null, code: 'cannot-read', ...error });
  for (const folder of new Set(definitions.flatMap(contentFolders))) {
    const names = listFiles(folder);
    if (names === null) continue;
    if (!names.ok) {
      report(folder, names.error);
      continue;
    }
    for (const path of names.value.map((name) => `${folder}/${name}`)) {
      if (definitions.every((definition) => roleOf(definition, path) === null)) continue;
      const text = readFile(path);
      if (text.ok) texts.set(path, text.value);
      else report(path, text.error);
    }
  }
  return { texts, problems };
}

function sameFiles(
  definition: Definition,
  texts: ReadonlyMap<string, string>,
  compiled: ContentData,
): boolean {
  const paths = Object.keys(compiled.files).filter((path) => roleOf(definition, path) !== null);
  return (
    paths.length === texts.size &&
    // Texts and no digests: loading a digest's implementation costs more than reading every file.
    paths.every((path) => texts.get(path) === compiled.files[path]?.text)
  );
}

/**
 * Checks one scenario file from anywhere against an agreement. It may have the id of a scenario that is at hand, as
 * an edited copy has; it then stands in that one's place.
 *
 * @param path the name that problems give
 */
export async function loadScenarioText(
  holding: Holding,
  path: string,
  text: string,
  checks: ScenarioChecks = {},
): Promise<LoadedScenario> {
  const { checkOneScenario } = await import('./thorough.ts');
  return checkOneScenario(holding, path, text, checks);
}
