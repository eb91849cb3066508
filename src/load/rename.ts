import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type Scalar } from 'yaml';
import type { IdKind } from '../model/shapes/identifier.ts';
import { readingFile } from '../model/shapes/reading.ts';
import { type IdUse, idUsesIn } from './id-uses.ts';
import { idText } from './id-text.ts';
import { type Definition, fileName, idsOf, isOwnFile, type Role, roleOf } from './layout.ts';
import { schemaOf } from './overlay.ts';
import { readYaml } from './read-yaml.ts';
import { type TextEdit, withEdits } from './text-edits.ts';

/** Something that has an id. */
export interface Named {
  readonly kind: IdKind;
  readonly id: string;
  /** What it is one of: a stage's region, a step's, question's or task's scenario, a claim's source; null for the others. */
  readonly owner: string | null;
  /** Its id with what it is one of, as commands name it. */
  readonly name: string;
}

/** An id where it stands, in one of an agreement's files. */
export interface PlacedUse extends IdUse {
  readonly file: string;
}

/** Kinds that share their ids: what one has, none of the others can have. */
const SHARED: readonly (readonly IdKind[])[] = [
  ['party', 'speaker', 'role'],
  ['condition', 'objection'],
];

/** Every id in an agreement's files, which have been checked before. */
export function idUsesOf(definition: Definition, texts: ReadonlyMap<string, string>): PlacedUse[] {
  return [...texts].flatMap(([file, text]) => {
    const role: Role | null = roleOf(definition, file);
    const yaml = readYaml(text);
    if (role === null || !('data' in yaml)) return [];
    const { data } = yaml;
    const isOther =
      (role === 'source' || role === 'scenario') &&
      isOtherAgreement(definition, data as { agreement?: unknown } | null);
    return isOther
      ? []
      : idUsesIn(schemaOf(definition, file, role, text), data).map((use) => ({ ...use, file }));
  });
}

/** A scenario need not say whose it is where it lies in the folder of that. */
function isOtherAgreement(definition: Definition, data: { agreement?: unknown } | null): boolean {
  return data?.agreement !== undefined && !idsOf(definition).includes(String(data.agreement));
}

/** Everything that has an id, in the order of the files. */
export function namedIn(uses: readonly PlacedUse[]): Named[] {
  return uses.flatMap(({ role, kinds: [kind], value, within }) => {
    if (role !== 'defines' || kind === undefined) return [];
    switch (kind) {
      case 'stage':
        return [named(kind, value, within.region, '.')];
      case 'claim':
        return [named(kind, value, within.source, '.')];
      case 'step':
      case 'question':
      case 'task':
        return [named(kind, value, within.scenario, '@')];
      default:
        return [{ kind, id: value, owner: null, name: value }];
    }
  });
}

function named(kind: IdKind, id: string, owner: string | null, joint: string): Named {
  return { kind, id, owner, name: `${owner ?? ''}${joint}${id}` };
}

/** Whether two things cannot both have one id. */
export function shareIds(left: Named, right: Pick<Named, 'kind' | 'owner'>): boolean {
  const isOfKind =
    left.kind === right.kind ||
    SHARED.some((kinds) => kinds.includes(left.kind) && kinds.includes(right.kind));
  return isOfKind && left.owner === right.owner;
}

/** A file as it is after a renaming. */
export interface RenamedFile {
  readonly path: string;
  readonly newPath: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Gives something another id, in its own file and wherever others refer to it; a file that goes by the id is renamed
 * with it. Everything else in the files stays to the byte.
 *
 * @param ownerOf the scenario that a step is written in, by the scenario that speaks of it
 * @param uses the ids in the files, where they have been looked for already
 * @returns the files that change
 */
export function renameIn(
  definition: Definition,
  texts: ReadonlyMap<string, string>,
  target: Named,
  id: string,
  ownerOf: (scenario: string, step: string) => string | null,
  uses: readonly PlacedUse[] = idUsesOf(definition, texts),
): RenamedFile[] {
  return [...texts].flatMap(([path, before]) => {
    // What is laid over another agreement has names of its own, which the one below cannot know.
    if (!isOwnFile(definition, path)) return [];
    const own = uses.filter(({ file }) => file === path);
    const changed = own.flatMap((use) => {
      const instead = renamed(use, target, id, ownerOf);
      return instead === null ? [] : [{ use, instead }];
    });
    const isTold = IN_READINGS.has(target.kind) && isReading(definition, path, before);
    const contents =
      changed.length > 0 || isTold ? (parseDocument(before).contents as ParsedNode) : null;
    const edits = changed.map(({ use, instead }) => editAt(before, contents, use, instead));
    const party = isTold ? partyToSay(before, contents, target, id) : null;
    const after = withEdits(before, party === null ? edits : [...edits, party]);
    const goesByIt =
      FILED.has(target.kind) &&
      changed.some(({ use }) => use.role === 'defines') &&
      fileName(path) === `${target.id}.yaml`;
    const newPath = goesByIt ? path.replace(/[^/]*$/, `${id}.yaml`) : path;
    return after === before ? [] : [{ path, newPath, before, after }];
  });
}

/** Kinds whose files go by their ids. */
const FILED: ReadonlySet<IdKind> = new Set(['reading', 'source', 'scenario']);

/** What is to stand where an id stands; null where that is the id of something else. */
function renamed(
  { kinds, value, role, within }: IdUse,
  target: Named,
  id: string,
  ownerOf: (scenario: string, step: string) => string | null,
): string | null {
  const dot = value.indexOf('.');
  const [before, after] = [value.slice(0, Math.max(dot, 0)), value.slice(dot)];
  const isAlike = value === target.id;
  switch (target.kind) {
    case 'region':
      if (kinds.includes('event') && dot > 0) return before === target.id ? id + after : null;
      return kinds.includes('region') && isAlike ? id : null;
    case 'source':
      if (kinds.includes('claim') && role === 'refers')
        return before === target.id ? id + after : null;
      return kinds.includes('source') && isAlike ? id : null;
    case 'claim':
      if (!kinds.includes('claim')) return null;
      if (role === 'defines') return isAlike && within.source === target.owner ? id : null;
      return value === target.name ? `${target.owner ?? ''}.${id}` : null;
    case 'stage':
      return kinds.includes('stage') && isAlike && within.region === target.owner ? id : null;
    case 'step': {
      if (!kinds.includes('step') || !isAlike || within.scenario === null) return null;
      const owner = role === 'defines' ? within.scenario : ownerOf(within.scenario, value);
      return owner === target.owner ? id : null;
    }
    case 'question':
    case 'task':
      return kinds.includes(target.kind) && isAlike && within.scenario === target.owner ? id : null;
    case 'condition':
    case 'objection':
      return kinds.some((kind) => kind === 'condition' || kind === 'objection') && isAlike
        ? id
        : null;
    default:
      return kinds.includes(target.kind) && isAlike ? id : null;
  }
}

/** Puts a text in the place of an id, in quotes where it was. */
function editAt(
  text: string,
  contents: ParsedNode | null,
  { path, of }: IdUse,
  instead: string,
): TextEdit {
  const scalar = scalarAt(contents, path, of);
  if (scalar === null) throw new Error(`No id at ${path.join('.')}.`);
  const [from, to] = scalar.range;
  const quote = /^["']/.exec(text.slice(from, to))?.[0];
  return { from, to, text: quote === undefined ? idText(instead) : quote + instead + quote };
}

/** Kinds that one id may stand for in a reading: its own and its party's. */
const IN_READINGS: ReadonlySet<IdKind> = new Set(['party', 'reading']);

/** Whether a file is a reading, and not what is added to one. */
function isReading(definition: Definition, path: string, text: string): boolean {
  return (
    roleOf(definition, path) === 'reading' &&
    schemaOf(definition, path, 'reading', text) === readingFile
  );
}

/**
 * A reading that does not say whose it is is that of the party with its id. Once the two are called differently it has to
 * say so, which is null where there is nothing to say.
 */
function partyToSay(
  text: string,
  contents: ParsedNode | null,
  { kind, id: old }: Named,
  id: string,
): TextEdit | null {
  if (!isMap(contents) || old === id || String(contents.get('id')) !== old) return null;
  if (contents.has('party') || String(contents.get('kind')) === 'terms') return null;
  const behind = contents.items.findLast(({ key }) => ['id', 'kind'].includes(String(key)));
  if (behind === undefined || behind.value === null) return null;
  const said = `party: ${idText(kind === 'party' ? id : old)}`;
  const [start] = behind.key.range;
  const [, end] = behind.value.range;
  if (contents.flow === true) return { from: end, to: end, text: `, ${said}` };
  const from = end + (/^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '').length;
  const lineBreak = text.startsWith('\r', from) ? '\r\n' : '\n';
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return { from, to: from, text: `${lineBreak}${indent}${said}` };
}

function scalarAt(
  contents: ParsedNode | null,
  path: IdUse['path'],
  of: IdUse['of'],
): Scalar.Parsed | null {
  let node: ParsedNode | null = contents;
  for (const [index, part] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (pair === undefined) return null;
      if (of === 'key' && index === path.length - 1) return pair.key as Scalar.Parsed;
      node = pair.value as ParsedNode | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(part)] ?? null) as ParsedNode | null;
    } else {
      return null;
    }
  }
  return isScalar(node) ? (node as Scalar.Parsed) : null;
}
