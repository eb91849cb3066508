import { describe, expect, it } from 'vitest';
import { firstProblems, type Problem } from '../../src/load/problem.ts';

const problem = (line: number): Problem => ({
  file: 'a.yaml',
  line,
  column: 1,
  code: 'wrong-value',
  message: 'is odd',
  hint: line % 2 === 0 ? 'write it out' : null,
});

describe('problems as they are printed', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0],
    [20, 30, 0],
    [21, 30, 1],
    [10_000, 30, 9980],
  ])('of %i are %i lines, and %i more counted', (many, lines, more) => {
    const first = firstProblems(Array.from({ length: many }, (_, index) => problem(index + 1)));
    expect(first.lines).toHaveLength(lines);
    expect(first.more).toBe(more);
  });
});
