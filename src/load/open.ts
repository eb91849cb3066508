import { contentFolders, type Definition, roleOf } from './layout.ts';
import { buildLibrary, type ContentData, type Holding, type Library } from './library.ts';
import type { LoadedScenario } from './one-scenario.ts';
import type { Problem } from './problem.ts';
import type { TextResult } from './text-result.ts';

export type { LoadedScenario } from './one-scenario.ts';

/** Ways to look at files. */
export interface Files {
  readonly readFile: (path: string) => TextResult;
  /** The names of a folder's YAML files; null where there is no such folder. */
  readonly listFiles: (folder: string) => TextResult<readonly string[]> | null;
}

export interface OpenOptions extends Files {
  /** The folders of the agreements that are there; none in an installed package. */
  readonly folders: readonly string[];
  /** Content as the build left it; null where there was no build. */
  readonly compiled: ContentData | null;
}

export interface Opened {
  /** Null where there is any problem. */
  readonly library: Library | null;
  readonly problems: readonly Problem[];
  /** Whether the files were read anew, because they are no longer what the build saw. */
  readonly edited: boolean;
}

/**
 * Opens the agreements. Files that are as the build saw them, or not there at all, cost a look each; as soon as one
 * was edited, added or removed, all are read and checked anew. The scenarios' expectations are for `validate`:
 * who edits a reading to see what follows wants to see it.
 */
export async function openLibrary(options: OpenOptions): Promise<Opened> {
  const { folders, compiled } = options;
  if (compiled !== null && sameAgreements(folders, compiled)) {
    const { texts, problems } = readTexts(compiled.definitions, options);
    const isThere = texts.size > 0 || problems.length > 0;
    if (!isThere || (problems.length === 0 && sameFiles(texts, compiled)))
      return { library: buildLibrary(compiled), problems: [], edited: false };
  }
  const { checkContent, defineAgreements } = await import('./thorough.ts');
  const definitions = defineAgreements(folders, options.readFile, compiled?.definitions);
  const { texts, problems } = readTexts(definitions, options);
  const checked = checkContent(definitions, texts);
  const all = [...problems, ...checked.problems];
  return {
    library: checked.content === null || all.length > 0 ? null : buildLibrary(checked.content),
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
    problems.push({ file, line: null, column: null, ...error });
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

/** Whether the agreements that are there are those that the build saw; where none is there, the build's are all. */
function sameAgreements(folders: readonly string[], { definitions }: ContentData): boolean {
  const known = definitions.map(({ folder }) => folder);
  return (
    folders.length === 0 ||
    (folders.length === known.length && known.every((folder) => folders.includes(folder)))
  );
}

function sameFiles(texts: ReadonlyMap<string, string>, compiled: ContentData): boolean {
  const paths = Object.keys(compiled.files);
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
 * @param library what else is at hand, for a file that is about another agreement
 * @param path the name that problems give
 * @param expectations whether it must also come out as it expects
 */
export async function loadScenarioText(
  holding: Holding,
  library: Library,
  path: string,
  text: string,
  { expectations = false }: { readonly expectations?: boolean } = {},
): Promise<LoadedScenario> {
  const { checkOneScenario } = await import('./thorough.ts');
  return checkOneScenario(holding, [...library.holdings.keys()], path, text, expectations);
}
