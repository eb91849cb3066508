import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, edited, EDITS, type Input, inputOf, inserted } from '../../src/tui/input.ts';
import { graphemes } from '../../src/draw/line.ts';

const all = (input: Input, ...edits: Edit[]) => edits.reduce(edited, input);
const at = ({ text, caret }: Input) => {
  const characters = graphemes(text);
  return `${characters.slice(0, caret).join('')}|${characters.slice(caret).join('')}`;
};

describe('a line that is typed', () => {
  it.each<[Edit[], string]>([
    [['erase'], 'runs/secon|'],
    [['caretLeft', 'caretLeft', 'erase'], 'runs/sec|nd'],
    [['caretToStart', 'eraseNext'], '|uns/second'],
    [['eraseWord'], 'runs/|'],
    [['eraseWord', 'eraseWord'], 'runs|'],
    [['caretLeft', 'eraseRest'], 'runs/secon|'],
    [['caretLeft', 'clear'], '|d'],
    [['caretToStart', 'caretRight', 'caretToEnd'], 'runs/second|'],
  ])('after %j is %s', (edits, expected) => {
    expect(at(all(inputOf('runs/second'), ...edits))).toBe(expected);
  });

  it('takes text in at the caret, without what controls a terminal', () => {
    const middle = all(inputOf('ab'), 'caretLeft');
    expect(at(inserted(middle, 'x\ty\n\x07z', 20) ?? middle)).toBe('ax y z|b');
    expect(inserted(middle, 'longer than there is room for', 10)).toBeNull();
  });

  it('keeps the caret in the line and never splits a character', () => {
    const anyLine = fc.array(fc.constantFrom('a', ' ', '/', 'e\u0301', '👩‍👧', 'س'), {
      maxLength: 8,
    });
    const anyEdits = fc.array(fc.constantFrom(...(Object.keys(EDITS) as Edit[]), 'x' as const), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyLine, anyEdits, (characters, edits) => {
        let input = inputOf(characters.join(''));
        const known = new Set([...characters, 'x']);
        for (const edit of edits) {
          input = edit === 'x' ? (inserted(input, 'x', 100) ?? input) : edited(input, edit);
          const parts = graphemes(input.text);
          expect(input.caret).toBeGreaterThanOrEqual(0);
          expect(input.caret).toBeLessThanOrEqual(parts.length);
          expect(parts.filter((part) => !known.has(part))).toEqual([]);
        }
      }),
    );
  });
});
