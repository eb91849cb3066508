import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import { Findings, type Found } from './findings.ts';
import type { Place } from './problem.ts';
import { quote } from './show.ts';
import { refuseCharacters, tokensOf } from './tokens.ts';
import { yamlCause } from './yaml-cause.ts';

/**
 * Where a part of a file stands; of a path that leads nowhere, the last part that exists.
 *
 * @param of whether to point at the value or, in a mapping, at its key
 */
export type Locate = (path: readonly PropertyKey[], of?: 'value' | 'key') => Place;

/** A YAML file as plain data, with the places of its parts. */
export interface YamlFile {
  readonly data: unknown;
  readonly locate: Locate;
}

/**
 * Reads one YAML document as plain data. Whatever a content file does without is refused where it stands: anchors,
 * aliases, tags, directives, merge keys, a second document, a key twice in a mapping, keys that JavaScript objects
 * have already, control and bidirectional formatting characters, deep nesting. Unquoted dates stay text.
 *
 * @returns the data, or what is wrong: all of it, unless the text cannot be read to its end
 */
export function readYaml(written: string): YamlFile | readonly Found[] {
  const text = written.replace(/^\uFEFF/, '');
  const findings = new Findings(text);
  const tokens = tokensOf(text, findings);
  if (tokens === null || findings.found.length > 0) return findings.found;
  const document = compose(tokens, text, findings);
  if (document === null || findings.found.length > 0) return findings.found;
  const data = read(document.contents, findings);
  if (findings.found.length > 0) return findings.found;
  return { data, locate: (path, of = 'value') => findings.at(offsetOf(document, path, of)) };
}

const EMPTY = 'write its content; `phasegate new --help` says how to begin each kind of file';

/** The one document that the tokens make, null where there is none. Warnings count as errors; the first alone is told. */
function compose(
  tokens: readonly CST.Token[],
  text: string,
  findings: Findings,
): Document.Parsed | null {
  const composer = new Composer({
    prettyErrors: false,
    // The package compares each key with each other; duplicates are found below, in linear time.
    uniqueKeys: false,
    resolveKnownTags: false,
    merge: false,
  });
  const [document] = [...composer.compose(tokens, true, text.length)];
  const [first] = [...(document?.errors ?? []), ...(document?.warnings ?? [])].toSorted(
    (left, right) => left.pos[0] - right.pos[0],
  );
  if (first !== undefined) {
    // What is wrong behind it most often follows from it.
    const { code, message, pos } = first;
    const cause = yamlCause(text, tokens, { offset: pos[0], code, message });
    findings.report(cause.offset, 'not-yaml', `not valid YAML: ${cause.message}`, cause.hint);
  }
  if (document !== undefined && isNode(document.contents)) return document as Document.Parsed;
  if (first === undefined) findings.report(0, 'missing-key', 'the file is empty', EMPTY);
  return null;
}

const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A node as plain data. It recurses no deeper than the bound on the tokens allows. */
function read(node: unknown, findings: Findings): unknown {
  if (isScalar(node)) {
    if (typeof node.value === 'string')
      refuseCharacters(node.value, node.range?.[0] ?? 0, findings);
    return node.value;
  }
  if (isSeq(node)) return node.items.map((item) => read(item, findings));
  return isMap(node) ? readMap(node, findings) : null;
}

function readMap(map: YAMLMap, findings: Findings): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const first = new Map<string, number>();
  for (const { key, value } of map.items) {
    const offset = (isNode(key) ? key.range?.[0] : undefined) ?? map.range?.[0] ?? 0;
    if (!isScalar(key) || key.value === null) {
      findings.report(offset, 'not-plain', 'a key that is not a plain word');
      continue;
    }
    const name = String(key.value);
    const before = first.get(name);
    refuseCharacters(name, offset, findings);
    if (RESERVED_KEYS.has(name)) {
      findings.report(
        offset,
        'reserved-word',
        `${quote(name)} is a reserved word and cannot be a key`,
        'choose another name',
      );
    } else if (name === '<<') {
      findings.report(
        offset,
        'not-plain',
        'a merge key (<<), which content files may not have',
        'write the keys out',
      );
    } else if (before !== undefined) {
      const { line } = findings.at(before);
      findings.report(
        offset,
        'second-key',
        `the key ${quote(name)} is there a second time; the first is on line ${line}`,
      );
    } else {
      first.set(name, offset);
      data[name] = read(value, findings);
    }
  }
  return data;
}

function offsetOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  of: 'value' | 'key',
): number {
  let node: ParsedNode | null = document.contents;
  let offset = node?.range[0] ?? 0;
  for (const [index, part] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (pair === undefined) return offset;
      // A value that is not there is found by its key.
      const isBlank = pair.value === null || isAbsent(pair.value);
      const isKey = isBlank || (of === 'key' && index === path.length - 1);
      offset = (isKey ? pair.key : pair.value)?.range[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      const item: ParsedNode | undefined = node.items[part];
      if (item === undefined) return offset;
      offset = item.range[0];
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}

/** Whether a value is the nothing that stands behind a colon, as opposed to an empty text in quotes. */
function isAbsent(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === '';
}
