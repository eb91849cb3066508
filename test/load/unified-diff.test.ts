import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/load/unified-diff.ts';

/** Applies a unified diff as `patch` does, and fails where it does not fit. */
function patched(before: string, diff: readonly string[]): string {
  const lines = before.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const result: string[] = [];
  let at = 0;
  for (const line of diff.slice(2)) {
    const head = /^@@ -(\d+),(\d+) \+\d+,\d+ @@$/.exec(line);
    if (head !== null) {
      const start = Number(head[1]) - (head[2] === '0' ? 0 : 1);
      while (at < start) result.push(lines[at++] ?? '');
    } else if (line.startsWith('+')) {
      result.push(line.slice(1));
    } else {
      expect(lines[at]).toBe(line.slice(1));
      if (line.startsWith(' ')) result.push(line.slice(1));
      at += 1;
    }
  }
  return [...result, ...lines.slice(at)].map((line) => `${line}\n`).join('');
}

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', '- d', '+ e'), { maxLength: 30 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

describe('A unified diff', () => {
  it('makes the one text of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(patched(before, unifiedDiff({ path: 'x', before, after }))).toBe(after);
      }),
    );
  });

  it('shows three lines around a change, and nothing where there is none', () => {
    const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
    const after = before.replace('5\n', 'five\n');
    expect(unifiedDiff({ path: 'a/x', before, after })).toEqual([
      '--- a/x',
      '+++ a/x',
      '@@ -2,7 +2,7 @@',
      ' 2',
      ' 3',
      ' 4',
      '-5',
      '+five',
      ' 6',
      ' 7',
      ' 8',
    ]);
    expect(unifiedDiff({ path: 'x', before, after: before })).toEqual([]);
    expect(unifiedDiff({ path: 'x', newPath: 'y', before, after: before })).toEqual([
      '--- x',
      '+++ y',
    ]);
    expect(unifiedDiff({ path: 'x', before: 'a', after: 'a\n' })).toEqual([
      '--- x',
      '+++ x',
      '@@ -1,1 +1,1 @@',
      '-a',
      '\\ No newline at end of file',
      '+a',
    ]);
  });
});
