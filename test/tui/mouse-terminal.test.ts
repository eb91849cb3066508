import { describe, expect, it } from 'vitest';
import { VirtualTerminal } from './virtual-terminal.ts';

const click = (column: number, row: number) => `\x1b[<0;${column + 1};${row + 1}M`;

describe('the mouse', () => {
  const size = { columns: 120, rows: 40 };
  const ON = '\x1b[?1000h\x1b[?1006h';
  const OFF = '\x1b[?1006l\x1b[?1000l';

  it('is asked for the mouse, and left without it', async () => {
    const screen = new VirtualTerminal(size);
    await screen.untilShows('q quit');
    expect(screen.written).toContain(ON);
    screen.send(click(100, 30));
    await screen.until(() => screen.rows().some((row) => row.includes('━ 3 Gate')));
    screen.send('\x14');
    await screen.untilShows("The mouse is the terminal's now");
    expect(screen.written).toContain(OFF);
    screen.send('\x14');
    await screen.untilShows('The mouse works here again.');
    expect(await screen.leave()).toBe(130);
    expect(screen.written.split(ON)).toHaveLength(3);
    expect(screen.written.split(OFF)).toHaveLength(3);
    expect(screen.written.lastIndexOf(OFF)).toBeGreaterThan(screen.written.lastIndexOf(ON));
  });

  it.each([
    ['the environment says so', { PHASEGATE_MOUSE: '0' }],
    ['it speaks to a screen reader', { INK_SCREEN_READER: 'true' }],
  ])('is not asked where %s', async (_, env) => {
    const screen = new VirtualTerminal(size, {}, env);
    await screen.untilShows('q quit');
    await screen.leave();
    expect(screen.written).not.toContain('\x1b[?1000');
  });
});
