import { expect, it } from 'vitest';
import { VirtualTerminal } from './virtual-terminal.ts';

const size = { columns: 80, rows: 24 };
const QUERY = '\x1b[?u';
const ON = '\x1b[>29u';
const OFF = '\x1b[<u';

it('asks the terminal whether it tells of keys, and has it do so only where it says yes', async () => {
  const screen = new VirtualTerminal(size);
  await screen.untilShows('q quit');
  expect(screen.written.split(QUERY)).toHaveLength(2);
  expect(screen.written).not.toContain(ON);
  const before = screen.rows();
  screen.send('\x1b[?0u');
  screen.send('\x1b[1094::119;;1094u');
  await screen.untilShows('Type to filter');
  expect(screen.written.split(ON)).toHaveLength(2);
  screen.send('\x1b[1094::119;;1094u');
  await screen.untilShows('Type to filter: ц');
  screen.send('\x1b[127u\x1b[27u');
  await screen.until(() => screen.rows()[4] === before[4]);
  screen.send('\x1b[1089::99;5u');
  expect(await screen.exitCode).toBe(130);
  expect(screen.written.split(OFF)).toHaveLength(2);
  expect(screen.written.lastIndexOf(OFF)).toBeLessThan(screen.written.lastIndexOf('\x1b[?1049l'));
});

it('leaves a terminal alone that says nothing, and does not ask for a screen reader', async () => {
  const silent = new VirtualTerminal(size);
  await silent.untilShows('q quit');
  await silent.leave();
  expect(silent.written).not.toContain(OFF);
  const reader = new VirtualTerminal(size, {}, { INK_SCREEN_READER: 'true' });
  await reader.untilShows('q quit');
  await reader.leave();
  expect(reader.written).not.toContain(QUERY);
});
