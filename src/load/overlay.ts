import type * as z from 'zod';
import {
  continuation,
  type Continuation,
  furtherParties,
  overlayFile,
  type OverlayFile,
  readingAddition,
  type ReadingAddition,
} from '../model/shapes/overlay.ts';
import type { AgreementFile } from '../model/shapes/agreement-file.ts';
import type { ReadingFile } from '../model/shapes/reading.ts';
import type { ScenarioFile, WrittenScenario, WrittenStep } from '../model/shapes/scenario.ts';
import { checkFileName } from './file-names.ts';
import { type Definition, idsOf, layersOf, ownRoleOf, type Role, roleOf } from './layout.ts';
import { Memory } from './memory.ts';
import type { ParsedFile } from './parse.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import { SCHEMAS } from './schemas.ts';
import { quote } from './show.ts';
import { didYouMeanOneOf } from './suggest.ts';

type AnyFile = ParsedFile<unknown>;
type Files = Map<string, AnyFile>;

/** The shape of a file that lies in the folder of an overlay, by what stands in it; see {@link layOver}. */
function overlaySchema(role: Role, text: string, memory?: Memory): z.ZodType {
  if (role === 'agreement') return overlayFile;
  if (role === 'parties') return furtherParties;
  if (role === 'reading' && isAddition(text, memory)) return readingAddition;
  if (role === 'scenario' && isContinuation(text, memory)) return continuation;
  return SCHEMAS[role];
}

/** Whether a reading's file adds to one below: such a one does not say whose it is. */
export function isAddition(text: string, memory?: Memory): boolean {
  const keys = keysAtTop(text, memory);
  return !keys.includes('kind') && !keys.includes('party');
}

/** Whether a scenario's file continues one below. */
export function isContinuation(text: string, memory?: Memory): boolean {
  return keysAtTop(text, memory).includes('continues');
}

/** The keys at the top of a file, in braces or not; of one that cannot be read, none. */
function keysAtTop(text: string, memory = new Memory()): readonly string[] {
  const yaml = memory.yaml(text);
  if (!('data' in yaml) || typeof yaml.data !== 'object' || yaml.data === null) return [];
  return Object.keys(yaml.data);
}

/** The shape of a file of an agreement, whichever of its layers it is of. */
export function schemaOf(
  definition: Definition,
  path: string,
  role: Role,
  text: string,
  memory?: Memory,
): z.ZodType {
  const isOverlay = layersOf(definition).some(
    (layer) => (layer.base ?? layer.baseProblem) !== undefined && ownRoleOf(layer, path) !== null,
  );
  return isOverlay ? overlaySchema(role, text, memory) : SCHEMAS[role];
}

/**
 * Lays the files of an overlay over those of the agreement below it, so that one check sees all as one agreement. Further
 * entries follow those below; positions and steps join the reading and the scenario that they are added to. Every part
 * still knows the file and the place where it was written. What clashes is for the check to find; what finds nothing to
 * be added to is reported here.
 *
 * @param parsed the files that could be read, of all layers
 */
export function layOver(
  definition: Definition,
  parsed: ReadonlyMap<string, AnyFile>,
  report: ReferenceReport,
): Files {
  const own = [...parsed].filter(([path]) => ownRoleOf(definition, path) !== null);
  const { base } = definition;
  if (base === undefined) return new Map(own);
  const files: Files = new Map();
  for (const [path, file] of layOver(base, parsed, report)) {
    const { agreement } = file.value as { agreement?: string };
    // What other agreements keep in the same folders is no part of the one below.
    if (agreement === undefined || agreement === base.id)
      files.set(path, agreement === undefined ? file : renamed(file, definition));
  }
  for (const [, file] of own) add(files, definition, base, file, report);
  return files;
}

function add(
  files: Files,
  definition: Definition,
  base: Definition,
  file: AnyFile,
  report: ReferenceReport,
): void {
  const role = ownRoleOf(definition, file.file);
  const below = (is: (value: never) => boolean) =>
    [...files.values()].find((each) => roleOf(base, each.file) === role && is(each.value as never));
  switch (role) {
    case 'agreement': {
      const under = below(() => true) as ParsedFile<AgreementFile> | undefined;
      if (under === undefined) return;
      files.delete(under.file);
      files.set(file.file, titled(under, file as ParsedFile<OverlayFile>, definition));
      return;
    }
    case 'parties':
    case 'regions':
    case 'events':
    case 'properties': {
      const under = below(() => true);
      files.set(under?.file ?? file.file, under === undefined ? file : joined(under, file));
      return;
    }
    case 'reading': {
      if ('kind' in (file.value as object)) return void files.set(file.file, file);
      const addition = file as ParsedFile<ReadingAddition>;
      checkFileName(addition, report);
      const under = below(({ id }: ReadingFile) => id === addition.value.id);
      if (under === undefined) {
        const { id } = addition.value;
        const likely = didYouMeanOneOf(id, idsBelow<ReadingFile>(files, base, 'reading').keys());
        const message = `there is no reading ${quote(id)} to add to`;
        const hint = ['a reading of your own has kind: party', likely].filter(Boolean).join('; ');
        report.at(addition, ['id'], 'unknown-id', message, hint);
        return;
      }
      files.set(under.file, withPositions(under as ParsedFile<ReadingFile>, addition));
      return;
    }
    case 'scenario': {
      if (!('continues' in (file.value as object)))
        return void files.set(file.file, renamed(file, definition));
      const further = file as ParsedFile<Continuation>;
      const { agreement, continues } = further.value;
      if (agreement !== undefined && !idsOf(definition).includes(agreement))
        report.at(
          further,
          ['agreement'],
          'other-agreement',
          `it continues a scenario of ${definition.id}`,
        );
      const under = below(({ id }: ScenarioFile) => id === continues);
      if (under === undefined) {
        const ids = idsBelow<ScenarioFile>(files, base, 'scenario');
        report.exists(further, ['continues'], 'scenario', continues, ids);
        return;
      }
      files.set(under.file, withSteps(under as ParsedFile<ScenarioFile>, further, report));
      return;
    }
    default:
      files.set(file.file, addedBy(renamed(file, definition), definition));
  }
}

function idsBelow<T extends { id: string }>(
  files: Files,
  base: Definition,
  role: Role,
): Map<string, true> {
  const found = [...files.values()].filter(({ file }) => roleOf(base, file) === role);
  return new Map(found.map(({ value }) => [(value as T).id, true]));
}

/** A source or a scenario of one of the layers as one of the whole. */
function renamed(file: AnyFile, definition: Definition): AnyFile {
  const value = file.value as { agreement: string };
  return idsOf(definition).includes(value.agreement)
    ? { ...file, value: { ...value, agreement: definition.id } }
    : file;
}

/** A source that says which overlay it comes from, so that whatever cites it can say so. */
function addedBy(file: AnyFile, { id }: Definition): AnyFile {
  return { ...file, value: { ...(file.value as object), addedBy: id } };
}

/** Where a part of another file stands, the file included. */
function elsewhere(file: AnyFile, path: Path | readonly PropertyKey[], of?: 'value' | 'key') {
  return { file: file.file, ...file.locate(path, of) };
}

function titled(
  under: ParsedFile<AgreementFile>,
  { file, value, locate }: ParsedFile<OverlayFile>,
  { id }: Definition,
): ParsedFile<AgreementFile> {
  const { extends: _, ...own } = value;
  const given = Object.fromEntries(Object.entries(own).filter(([, each]) => each !== undefined));
  return {
    file,
    value: { ...under.value, ...given, id },
    locate: (path, of) =>
      path.length === 0 || Object.hasOwn(given, String(path[0]))
        ? locate(path, of)
        : elsewhere(under, path, of),
  };
}

/** Lists one behind the other, key by key. */
function joined(under: AnyFile, own: AnyFile): AnyFile {
  const lower = under.value as Record<string, readonly unknown[]>;
  const upper = own.value as Record<string, readonly unknown[] | undefined>;
  const lists = Object.entries(lower).map(([key, list]) => [key, [...list, ...(upper[key] ?? [])]]);
  return {
    file: under.file,
    value: Object.fromEntries(lists) as unknown,
    locate: (path, of) => {
      const [key, index, ...rest] = path;
      const count = typeof key === 'string' ? (lower[key]?.length ?? 0) : 0;
      return typeof index === 'number' && index >= count && key !== undefined
        ? elsewhere(own, [key, index - count, ...rest], of)
        : under.locate(path, of);
    },
  };
}

function withPositions(
  under: ParsedFile<ReadingFile>,
  own: ParsedFile<ReadingAddition>,
): ParsedFile<ReadingFile> {
  const lower = new Map(Object.entries(under.value.positions));
  const all = new Map(lower);
  for (const [event, list] of Object.entries(own.value.positions))
    all.set(event, [...(lower.get(event) ?? []), ...list]);
  return {
    file: under.file,
    value: { ...under.value, positions: Object.fromEntries(all) },
    locate: (path, of) => {
      const [key, event, index = 0, ...rest] = path;
      if (key !== 'positions' || typeof event !== 'string') return under.locate(path, of);
      const count = lower.get(event)?.length ?? 0;
      if (typeof index !== 'number' || index < count) return under.locate(path, of);
      const isWhole = path.length === 2;
      return elsewhere(own, isWhole ? [key, event] : [key, event, index - count, ...rest], of);
    },
  };
}

function withSteps(
  under: ParsedFile<WrittenScenario>,
  own: ParsedFile<Continuation>,
  report: ReferenceReport,
): ParsedFile<WrittenScenario> {
  const steps: { step: WrittenStep; from: AnyFile; index: number; after: string | null }[] =
    under.value.steps.map((step, index) => ({ step, from: under, index, after: null }));
  for (const [index, { after, ...step }] of own.value.steps.entries()) {
    const entry = { step, from: own, index, after: after ?? null };
    if (after === undefined) {
      steps.push(entry);
      continue;
    }
    const place = steps.findIndex((each) => each.step.id === after);
    const ids = new Map(steps.map((each) => [each.step.id, true]));
    if (!report.exists(own, ['steps', index, 'after'], 'step', after, ids)) continue;
    // Several behind one step come in the order in which they are written.
    let next = place + 1;
    while (steps[next]?.after === after && steps[next]?.from === own) next += 1;
    steps.splice(next, 0, entry);
  }
  return {
    file: under.file,
    value: { ...under.value, steps: steps.map(({ step }) => step) },
    locate: (path, of) => {
      const [key, index, ...rest] = path;
      const entry = key === 'steps' && typeof index === 'number' ? steps[index] : undefined;
      if (entry === undefined) return under.locate(path, of);
      const there = ['steps', entry.index, ...rest];
      return entry.from === under ? under.locate(there, of) : elsewhere(own, there, of);
    },
  };
}
