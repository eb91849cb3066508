import { expect, it } from 'vitest';
import { paintedInPlace } from '../../src/tui/terminal.ts';

it('erases what is below a frame from the line after its last, which may be full', () => {
  const erased = '\x1b[2K\x1b[G';
  // A terminal that is still on the last column of a full line would erase what stands there.
  for (const frame of ['ab\nabcdef', 'ab\nabcdef\n'])
    expect(paintedInPlace(erased + frame)).toBe('\x1b[H\x1b[2Kab\n\x1b[2Kabcdef\n\x1b[2K\x1b[J');
});
