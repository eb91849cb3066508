import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { checkContent } from '../../src/load/check.ts';
import { parseFile } from '../../src/load/parse.ts';
import { formatProblem, type Problem } from '../../src/load/problem.ts';
import { SCHEMAS } from '../../src/load/schemas.ts';
import { validateContent } from '../../src/load/validate.ts';
import { harbour, harbourTexts } from './harbour-texts.ts';

/** Pieces that mean something to YAML, to our shapes, or to a terminal. */
const PIECES = [
  ['\n', '\n  ', '\n    - ', ': ', '- ', '[', ']', '{', '}', ', ', '"', "'", '# ', '| \n', '>-\n'],
  ['&a ', '*a', '!!str ', '%YAML 1.2\n', '---\n', '...\n', '<<: ', '? ', '\t', '\r\n', '\r'],
  ['__proto__', 'constructor', 'prototype', 'null', 'true', '1', '-1e999', '.nan', '~', '0x10'],
  ['id', 'title', 'gates', 'steps', 'every', 'asks', 'says', 'any', 'beside', '2031-02-30'],
  ['\u001B[2J', '\u0007', '\u202E', '\uD800', '\uFEFF', '\u0085', '\u2028', 'سلام', '🏳️‍🌈'],
].flat();

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
);

/** A file of the fixture with a piece put in, cut out or written over, a few times. */
const mutated = fc
  .tuple(
    fc.constantFrom(...harbourTexts.keys()),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(12),
        put: fc.oneof(fc.constantFrom(...PIECES), fc.constant('')),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([path, changes]): [string, string] => {
    let text = harbourTexts.get(path) ?? '';
    for (const { at, cut, put } of changes) {
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + put + text.slice(start + cut);
    }
    return [path, text];
  });

function expectInside(problem: Problem, text: string): void {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const line = problem.line ?? 1;
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(lines.length);
  expect(problem.column ?? 1).toBeGreaterThanOrEqual(1);
  expect(problem.column ?? 1).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
}

function expectHarmless(problem: Problem): void {
  expect(formatProblem(problem)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
}

describe('whatever a file holds', () => {
  it('reading it ends in a value or in problems that lie in it', () => {
    const roles = fc.constantFrom(...(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]));
    fc.assert(
      fc.property(roles, anyText, (role, text) => {
        const result = parseFile('x.yaml', text, SCHEMAS[role] as z.ZodType);
        if (result.ok) return;
        expect(result.problems).not.toHaveLength(0);
        for (const problem of result.problems) {
          expectInside(problem, text);
          expectHarmless(problem);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('checking it beside the others ends in content or in problems that lie in the files', () => {
    const seen = { content: 0, problems: 0 };
    fc.assert(
      fc.property(mutated, ([path, text]) => {
        const texts = new Map(harbourTexts).set(path, text);
        const { content, problems } = checkContent([harbour], texts);
        expect(content === null).toBe(problems.length > 0);
        seen[content === null ? 'problems' : 'content'] += 1;
        for (const problem of problems) {
          expectHarmless(problem);
          if (problem.line === null) continue;
          expect([...texts.keys()]).toContain(problem.file);
          expectInside(problem, texts.get(problem.file) ?? '');
        }
        // What passes must also play without an exception.
        if (content !== null) validateContent([harbour], texts);
      }),
      { numRuns: 120 },
    );
    // Both ends were reached, or the property has shown nothing.
    expect(seen.content).toBeGreaterThan(0);
    expect(seen.problems).toBeGreaterThan(0);
  });
});
