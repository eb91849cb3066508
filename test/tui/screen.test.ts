import { afterEach, describe, expect, it } from 'vitest';
import xterm from '@xterm/headless';
import type { Size } from '../../src/tui/state.ts';
import { width } from '../../src/draw/line.ts';
import { AS_IT_COMES } from '../../src/tui/preferences.ts';
import { SIZES } from './harbour-session.ts';
import { VirtualTerminal } from './virtual-terminal.ts';

let terminal: VirtualTerminal | null = null;
afterEach(async () => {
  await terminal?.leave();
  terminal = null;
});

function open(...options: ConstructorParameters<typeof VirtualTerminal>): VirtualTerminal {
  terminal = new VirtualTerminal(...options);
  return terminal;
}

const AT_START = 'before its first step';

/** Whether the first and the last line of a frame at the start stand where they belong. */
function isWhole(screen: VirtualTerminal): boolean {
  const rows = screen.rows();
  return rows[0]?.includes(AT_START) === true && rows.at(-2)?.includes('q quit') === true;
}

const RIGHT = '\x1b[C';

describe.each(SIZES)('at $columns x $rows', (size) => {
  it.each([
    ['as it is', {}, {}],
    ['in ASCII', { ascii: true }, {}],
    ['without colour', { color: false }, {}],
    ['for a screen reader', {}, { INK_SCREEN_READER: 'true' }],
  ] as const)('draws whole frames %s', async (_, how, env) => {
    const screen = open(size, how, env);
    await screen.untilShows(AT_START);
    screen.send(RIGHT + RIGHT + RIGHT + RIGHT + RIGHT);
    const shown = await screen.untilShows('step 5 of 8');
    expect(shown).toContain('CONTESTED');
    expect(shown).toContain('Record ends 2 Mar 2031');
    expect(screen.buffer).toBe('alternate');
    const rows = screen.rows();
    expect(rows.at(-1)).toBe('');
    expect(rows.at(-2)).toContain('q quit');
    expect(rows[0]).toContain('The record');
    for (const row of rows) expect(width(row)).toBeLessThanOrEqual(size.columns);
  });
});

/** What a frame looks like on an empty screen: each cell with its colour and its weight. */
async function looksLike(frame: string, { columns, rows }: Size): Promise<string[]> {
  const emulator = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  await new Promise<void>((resolve) => emulator.write(frame, resolve));
  return Array.from({ length: rows }, (_, row) => {
    const line = emulator.buffer.active.getLine(row);
    return Array.from({ length: columns }, (__, column) => {
      const cell = line?.getCell(column);
      const chars = cell?.getChars() ?? '';
      // A blank looks the same in every colour, unless it is shown the other way round.
      return chars.trim() === '' && cell?.isInverse() === 0
        ? ' '
        : [chars, cell?.getFgColor(), cell?.isBold(), cell?.isDim(), cell?.isInverse()].join();
    }).join('|');
  });
}

describe('the first frame', () => {
  it.each([...SIZES, { columns: 40, rows: 10 }])(
    'is there before Ink is, and is what Ink draws: $columns x $rows',
    async (size) => {
      const screen = open(size);
      await expect.poll(() => screen.written.split('\x1b[?2026l').length).toBeGreaterThan(2);
      const [painted = '', drawn = ''] = screen.written.split('\x1b[?2026l');
      const looks = await looksLike(painted, size);
      expect(looks.join('')).toContain('p,');
      expect(looks).toEqual(await looksLike(painted + drawn, size));
    },
  );

  it('takes keys before Ink is there', async () => {
    const screen = open({ columns: 80, rows: 24 });
    screen.send(RIGHT);
    await screen.untilShows('step 1 of 8');
    screen.send('q');
    expect(await screen.exitCode).toBe(0);
    await expect.poll(() => screen.buffer).toBe('normal');
  });
});

describe('the screen', () => {
  const size = { columns: 80, rows: 24 };

  it('takes several keys in one chunk, and a key in two', async () => {
    const screen = open(size);
    await screen.untilShows(AT_START);
    screen.send(RIGHT.repeat(3));
    await screen.untilShows('step 3 of 8');
    screen.send('\x1b');
    screen.send('[C');
    await screen.untilShows('step 4 of 8');
    screen.send(RIGHT.repeat(40));
    await screen.untilShows('This is the last step.');
    screen.send('\x1b[D'.repeat(3));
    expect(await screen.untilShows('step 5 of 8')).not.toContain('last step');
  });

  it('closes with a lone escape', async () => {
    const screen = open(size);
    screen.send('?');
    await screen.untilShows('Play the next step.');
    screen.send('\x1b');
    expect(await screen.until((shown) => !shown.includes('Play the next step.'))).toContain(
      '2 Step',
    );
  });

  it('follows every resize with a whole frame and no trace of the last one', async () => {
    const screen = open(size);
    await screen.untilShows(AT_START);
    for (const next of [
      ...SIZES,
      { columns: 61, rows: 17 },
      { columns: 40, rows: 10 },
      ...SIZES.toReversed(),
    ]) {
      screen.resize(next);
      if (next.columns < 60) {
        await screen.untilShows('needs at least 60x16');
        continue;
      }
      await screen.until(() => isWhole(screen));
      const rows = screen.rows();
      expect(rows.filter((row) => row.includes('q quit'))).toHaveLength(1);
      expect(rows.filter((row) => row.includes(AT_START))).toEqual([rows[0]]);
    }
  });

  it('survives a storm of resizes and keys', async () => {
    const screen = open(size);
    for (let turn = 0; turn < 60; turn += 1) {
      screen.resize(SIZES[turn % SIZES.length] ?? size);
      screen.send(turn % 2 === 0 ? RIGHT : '\t');
    }
    screen.resize(size);
    screen.send('\x1b[H');
    expect(await screen.until(() => isWhole(screen))).toContain('q quit');
  });

  it.each([
    ['as it is', {}, {}, true],
    ['where NO_COLOR is set', {}, { NO_COLOR: '1' }, false],
    ['where no colour is asked for', { color: false }, {}, false],
  ] as const)('draws in colour or not, %s', async (_, how, env, isColored) => {
    const screen = open(size, how, env);
    await screen.untilShows(AT_START);
    // oxlint-disable-next-line no-control-regex
    expect(/\x1b\[3[0-7]m/.test(screen.written)).toBe(isColored);
    expect(screen.written).toContain('\x1b[1m');
  });

  it('never clears the scrollback, nor writes what text from outside could have put there', async () => {
    const screen = open(size);
    await screen.untilShows(AT_START);
    screen.resize({ columns: 60, rows: 16 });
    await screen.until(() => isWhole(screen));
    expect(screen.written).not.toContain('\x1b[3J');
    // oxlint-disable-next-line no-control-regex
    expect(screen.written).not.toMatch(/\x1b[\]P_^]/);
  });

  it('opens a scenario by its name', async () => {
    const screen = open(size);
    screen.send('othaw');
    await screen.untilShows('Type to filter: thaw');
    screen.send('\x1b[B\r');
    const opened = await screen.until((shown) => !shown.includes('Type to filter'));
    expect(opened).toContain('What if the canal had opened');
    expect(opened).toContain(AT_START);
  });

  it('draws anew on request', async () => {
    const screen = open(size);
    const before = await screen.untilShows(AT_START);
    screen.send('\x0c');
    expect(await screen.until((shown) => shown === before)).toBe(before);
  });
});

describe('on the way out', () => {
  const size = { columns: 80, rows: 24 };
  it.each([
    ['q', 0],
    ['\x03', 130],
    ['  ?\x03', 130],
    ['o\x1b', null],
  ])('%j leaves the terminal as it was, with %s', async (keys, code) => {
    const screen = open(size);
    await screen.untilShows(AT_START);
    expect(screen.isRaw).toBe(true);
    screen.send(keys);
    const left = code === null ? await screen.leave() : await screen.exitCode;
    expect(left).toBe(code ?? 130);
    await screen.until(() => screen.buffer === 'normal');
    expect(screen.isRaw).toBe(false);
    expect(screen.written.lastIndexOf('\x1b[?25h')).toBeGreaterThan(
      screen.written.lastIndexOf('\x1b[?25l'),
    );
    terminal = null;
  });

  it('fails before it takes the terminal when a scenario is not there', async () => {
    const screen = new VirtualTerminal(size, {}, {}, 'nowhere');
    await expect(screen.exitCode).rejects.toThrow('There is no scenario nowhere.');
    expect(screen.written).toBe('');
  });
});

describe('where the locale has ASCII alone', () => {
  const ASCII = /^[\x20-\x7e\s]*$/;
  it.each([
    ['LC_ALL=C', { LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, undefined, true],
    ['LC_CTYPE=POSIX', { LC_ALL: '', LC_CTYPE: 'POSIX', LANG: 'en_GB.UTF-8' }, undefined, true],
    ['LANG=C', { LANG: 'C' }, undefined, true],
    ['LC_ALL of UTF-8 over LANG=C', { LC_ALL: 'C.UTF-8', LANG: 'C' }, undefined, false],
    ['no locale', {}, undefined, false],
    ['LC_ALL=C, and settings that say otherwise', { LC_ALL: 'C' }, false, false],
  ] as const)('%s', async (_, env, ascii, isAscii) => {
    const set = ascii === undefined ? {} : { ascii };
    const how = { preferences: { ...AS_IT_COMES, ...set } };
    const screen = open({ columns: 80, rows: 24 }, how, env);
    await screen.untilShows(AT_START);
    expect(ASCII.test(screen.rows().join('\n'))).toBe(isAscii);
  });
});
