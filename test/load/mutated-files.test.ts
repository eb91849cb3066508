import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { checkGates } from '../../src/answer/check.ts';
import type { Holding } from '../../src/load/library.ts';
import { PROBLEM_CODES } from '../../src/load/problem-codes.ts';
import { formatProblem, type Problem } from '../../src/load/problem.ts';
import { type ReadAgreement, readAgreement } from '../../src/load/read-agreement.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { tell } from '../../src/model/story.ts';
import { waits } from '../../src/search/waits.ts';
import { harbourTexts } from './harbour-texts.ts';

/** What no file has in most of its places: wrong kinds, wrong forms, words that every object of JavaScript has. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  7,
  1e21,
  '',
  ' ',
  'valueOf',
  'toString',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'valueOf.toString',
  'valueOf.c1',
  'every',
  'unknown',
  'unstated',
  '2031-02-30',
  '2031-01-05',
  '0000-00-00',
  '\u202Eevil',
  '\u001B[31mred',
  'قناة',
  'x'.repeat(5000),
  [],
  {},
  [[]],
  [null],
  { valueOf: 'toString' },
  { all: [] },
  { any: [{ all: [] }] },
];

/** Characters that mean something to YAML, or that no text needs. */
const SIGNS = [...'\u0000\u0007\u001B\u202E\u2066\u200F\uFEFF\uD800\r\n\t:-#&*!|>{}[],"\'%@`?'];

type Change =
  | { readonly kind: 'delete' | 'twice'; readonly at: number }
  | { readonly kind: 'value' | 'key'; readonly at: number; readonly strange: unknown }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'sign'; readonly at: number; readonly sign: string }
  | { readonly kind: 'whole'; readonly strange: unknown };

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('twice' as const), at: fc.nat() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('value' as const, 'key' as const),
      at: fc.nat(),
      strange: fc.constantFrom(...STRANGE),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), other: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sign' as const),
      at: fc.nat(),
      sign: fc.constantFrom(...SIGNS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('whole' as const),
      strange: fc.constantFrom(...STRANGE),
    }),
  },
);

/** A part of a file, as a list or a mapping has it: where a change can be made. */
interface Spot {
  readonly items: unknown[];
  readonly index: number;
}

function spotsOf(document: Document): Spot[] {
  const spots: Spot[] = [];
  const visit = (node: unknown) => {
    if (!isMap(node) && !isSeq(node)) return;
    for (const [index, item] of node.items.entries()) {
      spots.push({ items: node.items, index });
      visit(isMap(node) ? (item as { value: unknown }).value : item);
    }
  };
  visit(document.contents);
  return spots;
}

/** The key of a part of a mapping; null for one of a list. */
function keyOf({ items, index }: Spot): string | null {
  const pair = items[index];
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : null;
}

/** One change to a text. What has become too broken to be changed by its parts stays as it is. */
function changed(text: string, change: Change): string {
  if (change.kind === 'cut') return text.slice(0, change.at % (text.length + 1));
  if (change.kind === 'sign') {
    const at = change.at % (text.length + 1);
    return text.slice(0, at) + change.sign + text.slice(at);
  }
  const document = parseDocument(text, { uniqueKeys: false, strict: false });
  if (document.errors.length > 0) return text;
  if (change.kind === 'whole') {
    document.contents = document.createNode(change.strange) as typeof document.contents;
    return document.toString();
  }
  const spots = spotsOf(document);
  const spot = spots[change.at % Math.max(spots.length, 1)];
  if (spot === undefined) return text;
  const { items, index } = spot;
  const part = items[index];
  switch (change.kind) {
    case 'delete':
      items.splice(index, 1);
      break;
    case 'twice':
      items.splice(index, 0, part);
      break;
    case 'key':
      if (isPair(part)) part.key = document.createNode(change.strange);
      break;
    case 'value': {
      const value = document.createNode(change.strange);
      if (isPair(part)) part.value = value;
      else items[index] = value;
      break;
    }
    case 'swap': {
      // What stands behind one key in two places is often as good in the other: half of what is accepted comes of it.
      const alike = spots.filter((each) => keyOf(each) === keyOf(spot));
      const other = alike[change.other % Math.max(alike.length, 1)];
      const second = other?.items[other.index];
      if (!isPair(part) || !isPair(second)) break;
      [part.value, second.value] = [second.value, part.value];
      break;
    }
  }
  try {
    return document.toString();
  } catch {
    // A key that is a mapping cannot always be written.
    return text;
  }
}

const PATHS = [...harbourTexts.keys()];

const anyFiles: fc.Arbitrary<Record<string, string>> = fc
  .array(fc.tuple(fc.constantFrom(...PATHS), anyChange), { minLength: 1, maxLength: 3 })
  .map((changes) => {
    const files = Object.fromEntries(harbourTexts);
    for (const [path, change] of changes) files[path] = changed(files[path] ?? '', change);
    return files;
  });

function saysWhere(problem: Problem, files: Readonly<Record<string, string>>): void {
  expect(Object.keys(PROBLEM_CODES)).toContain(problem.code);
  expect(formatProblem(problem)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
  expect(problem.message.trim()).not.toBe('');
  expect(problem.hint?.trim() ?? '').not.toBe('');
  expect(problem.message).not.toMatch(/undefined|\[object|\bNaN\b/);
  if (problem.line === null || problem.column === null) {
    expect([problem.line, problem.column]).toEqual([null, null]);
    expect(problem.file).not.toBe('');
    return;
  }
  const text = files[problem.file];
  expect(text).toBeDefined();
  const line = (text ?? '').replace(/^\uFEFF/, '').split('\n')[problem.line - 1];
  expect(line).toBeDefined();
  expect(problem.column).toBeGreaterThanOrEqual(1);
  expect(problem.column).toBeLessThanOrEqual((line ?? '').length + 1);
}

/** Plays every scenario of an agreement, and asks at its end what stands in the way of what. */
function use({ agreement, scenarios }: Holding): void {
  for (const scenario of scenarios.values()) {
    const moment = momentAt(agreement, tell(scenario, scenarios), NOW);
    const standings = checkGates(moment);
    expect(standings).toHaveLength(agreement.gates.size);
    expect(waits(moment)).toBeDefined();
  }
}

function saidOf(read: ReadAgreement): readonly Problem[] {
  return read.ok ? read.notices : read.problems;
}

const RUNS = { numRuns: 60 };

describe('files that somebody broke', () => {
  it('come back as an agreement that can be used, or as problems with code, place and safe words', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyFiles, (files) => {
        const read = readAgreement(files);
        const said = saidOf(read);
        for (const problem of said) saysWhere(problem, files);
        if (!read.ok) {
          expect(said).not.toEqual([]);
          return;
        }
        accepted += 1;
        use(read);
        for (const problem of saidOf(readAgreement(files, { validate: true })))
          saysWhere(problem, files);
      }),
      RUNS,
    );
    // Were nothing accepted, nothing would have been used.
    expect(accepted).toBeGreaterThan(2);
  });
});
