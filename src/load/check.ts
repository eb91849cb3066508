import type { EventsFile } from '../model/shapes/events-file.ts';
import type { WrittenScenario } from '../model/shapes/scenario.ts';
import { agreementNamedIn } from './agreement-named-in.ts';
import { type Dossier, gatherDossier } from './dossier.ts';
import { filledScenario } from './filled-scenario.ts';
import {
  AGREEMENT_FILE,
  type Definition,
  hasScenariosInside,
  layersOf,
  ownRoleOf,
  roleOf,
} from './layout.ts';
import { layOver, schemaOf } from './overlay.ts';
import type { ContentData } from './library.ts';
import type { Memory } from './memory.ts';
import { parseFile, type ParsedFile } from './parse.ts';
import { inOrder, type Problem } from './problem.ts';
import { ReferenceReport } from './reference-report.ts';
import { checkReferences } from './references.ts';
import { quote } from './show.ts';
import { didYouMeanOneOf } from './suggest.ts';

/** What a check of all content came to. */
export interface Checked {
  /** Null where there is any problem. */
  readonly content: ContentData | null;
  readonly problems: readonly Problem[];
  /** The files with their places, for checks that come after; without those that could not be read. */
  readonly dossiers: readonly Dossier[];
}

/**
 * Reads all content and checks it, each file by itself and then the files together. All problems come back at once.
 * Whether the scenarios come out as they expect is asked by `validate.ts`.
 *
 * @param texts by path, with `/` and as the definitions name the folders; other files are passed over
 * @param others agreements that may keep files in the same folders: what is theirs is passed over, right or wrong
 * @param memory of whoever reads the same files again
 */
export function checkContent(
  definitions: readonly Definition[],
  texts: ReadonlyMap<string, string>,
  { others = [], memory }: { readonly others?: readonly string[]; readonly memory?: Memory } = {},
): Checked {
  const problems: Problem[] = [];
  const layers = definitions.flatMap(layersOf);
  const written = new Map<string, ParsedFile<unknown>>();
  const unread: string[] = [];
  for (const [path, text] of texts) {
    const definition = definitions.find((each) => roleOf(each, path) !== null);
    const role = definition === undefined ? null : roleOf(definition, path);
    if (definition === undefined || role === null) continue;
    const schema = schemaOf(definition, path, role, text, memory);
    const result = parseFile<unknown>(path, text, schema, memory);
    if (result.ok) {
      const own =
        role === 'scenario' ? withAgreement(layersOf(definition), result.parsed) : result.parsed;
      if ('locate' in own) written.set(path, own);
      else {
        unread.push(path);
        problems.push(own);
      }
    } else if (!others.includes(agreementNamedIn(text, memory) ?? '')) {
      unread.push(path);
      problems.push(...result.problems);
    }
  }
  const below = new ReferenceReport();
  const perAgreement = definitions.map((definition) =>
    definition.base === undefined ? written : layOver(definition, written, below),
  );
  for (const [index, definition] of definitions.entries())
    fillTitles(definition, perAgreement[index] ?? written);
  const parsed = new Map(perAgreement.flatMap((files) => [...files]));
  problems.push(...below.problems, ...withoutBase(layers, written));
  // Where an agreement's own file could not be read, files may name that one.
  const isNamed = definitions.every(
    ({ folder }) => !unread.includes(`${folder}/${AGREEMENT_FILE}`),
  );
  for (const stray of isNamed ? strays(definitions, others, parsed) : []) {
    // What it would have given to its agreement is missing there, for this reason alone.
    unread.push(stray.file);
    problems.push(stray);
  }
  const dossiers = definitions.map((definition, index) =>
    gatherDossier(definition, perAgreement[index] ?? parsed, unread),
  );
  for (const dossier of dossiers)
    if (layersOf(dossier.definition).every((layer) => layer.baseProblem === undefined))
      problems.push(...checkReferences(dossier));
  problems.push(...namesakes(dossiers), ...emptyFolders(dossiers, [...texts.keys()]));

  if (problems.length > 0) return { content: null, problems: inOrder(problems), dossiers };
  const files: Record<string, { text: string; data: unknown }> = {};
  for (const [path, { value }] of [...parsed].toSorted(([left], [right]) =>
    left < right ? -1 : 1,
  ))
    files[path] = { text: texts.get(path) ?? '', data: value };
  return { content: { definitions, files }, problems: [], dossiers };
}

/**
 * A scenario with the agreement that it is of: that in whose folder it lies, where it names none. A folder elsewhere may
 * be that of several agreements; there it must say which.
 */
function withAgreement(
  layers: readonly Definition[],
  file: ParsedFile<unknown>,
): ParsedFile<unknown> | Problem {
  const value = file.value as object;
  const named = (value as { agreement?: string }).agreement;
  if (named !== undefined || 'continues' in value) return file;
  const layer = layers.find((each) => ownRoleOf(each, file.file) === 'scenario');
  if (layer !== undefined && hasScenariosInside(layer))
    return { ...file, value: { ...value, agreement: layer.id } };
  return {
    file: file.file,
    ...file.locate([]),
    code: 'missing-key',
    message: 'agreement is missing, and the file is outside the folder of its agreement',
    hint: `name the agreement that it is of: agreement: ${layer?.id ?? 'ID'}`,
  };
}

/** Gives steps of an agreement's scenarios that have no title that of their event. */
function fillTitles(definition: Definition, files: Map<string, ParsedFile<unknown>>): void {
  const ofRole = (role: string) =>
    [...files].filter(([, { file }]) => roleOf(definition, file) === role);
  const titles = new Map(
    ofRole('events').flatMap(([, { value }]) =>
      (value as EventsFile).events.map(({ id, title }) => [id, title] as const),
    ),
  );
  for (const [path, file] of ofRole('scenario')) {
    const value = file.value as WrittenScenario;
    if (value.agreement !== definition.id) continue;
    const whole = filledScenario(value, definition.id, (event) => titles.get(event));
    files.set(path, { ...file, value: whole });
  }
}

/** Agreements that name another one to lay their content over, which is not there. */
function withoutBase(
  layers: readonly Definition[],
  written: ReadonlyMap<string, ParsedFile<unknown>>,
): Problem[] {
  return layers.flatMap(({ folder, baseProblem }) => {
    const file = written.get(`${folder}/${AGREEMENT_FILE}`);
    if (baseProblem === undefined || file === undefined) return [];
    const hint =
      'name its folder, as a path from this one (../accord), or the id of one that ships';
    const { code, message } = baseProblem;
    return [{ file: file.file, ...file.locate(['extends']), code, message, hint }];
  });
}

/** Agreements that have the id of another. */
function namesakes(dossiers: readonly Dossier[]): Problem[] {
  const report = new ReferenceReport();
  const once = report.register('agreement');
  for (const { agreement } of dossiers)
    if (agreement !== null) once(agreement, ['id'], agreement.value.id);
  return report.problems;
}

/** Folders that an agreement names for its sources or scenarios, and that have no file. The usual ones need not be there. */
function emptyFolders(dossiers: readonly Dossier[], paths: readonly string[]): Problem[] {
  const report = new ReferenceReport();
  for (const { agreement, definition } of dossiers) {
    for (const [key, role] of [
      ['sources', 'source'],
      ['scenarios', 'scenario'],
    ] as const) {
      // What is laid over another agreement need not have any of its own.
      const isOverlay = (definition.base ?? definition.baseProblem) !== undefined;
      if (agreement === null || isOverlay || agreement.value[key] === key) continue;
      if (paths.some((path) => roleOf(definition, path) === role)) continue;
      const message = `there is no file in the folder ${quote(definition[key])}`;
      report.at(
        agreement,
        [key],
        'cannot-read',
        message,
        `name the folder that has the ${key}, or leave ${key} out: it is then the folder ${key}`,
      );
    }
  }
  return report.problems;
}

/** Sources and scenarios that name an agreement which is not there. */
function strays(
  definitions: readonly Definition[],
  others: readonly string[],
  parsed: ReadonlyMap<string, ParsedFile<unknown>>,
): Problem[] {
  const ids = [...definitions.map(({ id }) => id), ...others];
  return [...parsed.values()].flatMap(({ file, value, locate }) => {
    const { agreement } = value as { agreement?: string };
    if (agreement === undefined || ids.includes(agreement)) return [];
    const message = `there is no agreement ${quote(agreement)}`;
    const hint = didYouMeanOneOf(agreement, ids);
    return [{ file, ...locate(['agreement']), code: 'other-agreement', message, hint }];
  });
}
