import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PROGRAM, PtyProgram } from './pty-program.ts';

const started: PtyProgram[] = [];

function start(...options: ConstructorParameters<typeof PtyProgram>): PtyProgram {
  const program = new PtyProgram(...options);
  started.push(program);
  return program;
}

const open = (env: Readonly<Record<string, string>> = {}, args: readonly string[] = []) =>
  start([process.execPath, PROGRAM, ...args], env);

afterEach(async () => {
  for (const program of started.splice(0)) {
    try {
      program.kill('SIGKILL');
    } catch {
      // It has ended, as it should.
    }
    await program.ended;
  }
});

/** The page that the program opens on; the keys of the panes work through it. */
const AT_START = 'What is in question';

describe('the built program in a real terminal', () => {
  it('steps through the record and leaves the shell as it was', async () => {
    const program = open();
    await program.untilShows(AT_START);
    expect(program.buffer).toBe('alternate');
    program.send('\x1b[C\x1b[C');
    await program.untilShows('step 2 of ');
    program.send('g');
    await program.untilShows('Every gate under every reading');
    program.send('\x1b');
    await program.until((screen) => !screen.includes('Every gate under every reading'));
    program.send('q');
    expect(await program.ended).toEqual({ exitCode: 0, signal: 0 });
    await program.until(() => program.buffer === 'normal');
    expect(program.isCursorShown).toBe(true);
    expect(program.rows().join('').trim()).toBe('');
  });

  it('finds a scenario, and a date in it', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send('o');
    await program.untilShows('Type to filter');
    program.send('documented\r');
    await program.until((screen) => !screen.includes('Type to filter'));
    program.send('t2025-02-30\r');
    await program.untilShows('There is no day 2025-02-30.');
    program.send('\x152025-12-20\r');
    await program.untilShows('As of 20 Dec 2025: ');
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
  });

  it('follows a resize', async () => {
    const program = open();
    await program.untilShows(AT_START);
    for (const [columns, rows] of [
      [60, 16],
      [200, 60],
      [120, 40],
      [80, 24],
    ] as const) {
      program.resize(columns, rows);
      await program.until(() => program.rows()[rows - 2]?.includes('q quit') === true);
      expect(program.rows().filter((row) => row.includes('q quit'))).toHaveLength(1);
    }
    program.resize(59, 15);
    await program.untilShows('needs at least 60x16');
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--ascii', {}, ['--ascii']],
    ['a screen reader', { INK_SCREEN_READER: 'true' }, []],
    ['DEV=true', { DEV: 'true' }, []],
    ['CI=true', { CI: 'true', CONTINUOUS_INTEGRATION: '1' }, []],
    ['CI empty', { CI: '', CONTINUOUS_INTEGRATION: '' }, []],
  ] as const)('works with %s', async (_, env, args) => {
    const program = open(env, args);
    await program.untilShows(AT_START);
    program.send('\x1b[F');
    await program.untilShows('Record ends');
    program.send('q');
    expect(await program.ended).toEqual({ exitCode: 0, signal: 0 });
  });
});

describe('every way out leaves the terminal as it was found', () => {
  const isAsFound = async (program: PtyProgram) => {
    await program.until(() => program.buffer === 'normal' && program.isCursorShown);
    return program.rows().join('\n').trim();
  };

  it('Ctrl-C: 130', async () => {
    const program = open();
    await program.untilShows(AT_START);
    program.send('\x1b[C\x1b[C?\x03');
    expect(await program.ended).toEqual({ exitCode: 130, signal: 0 });
    expect(await isAsFound(program)).toBe('');
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('%s: %i', async (signal, exitCode) => {
    const program = open();
    await program.untilShows(AT_START);
    program.kill(signal);
    expect(await program.ended).toEqual({ exitCode, signal: 0 });
    expect(await isAsFound(program)).toBe('');
  });

  it('an exception: its message is on the screen of the shell', async () => {
    const late = "setTimeout(() => { throw new Error('boom'); }, 2500)";
    const program = open({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(late)}`,
    });
    await program.untilShows(AT_START);
    expect((await program.ended).exitCode).toBe(70);
    expect(await isAsFound(program)).toContain('boom');
  });

  it('a terminal that is closed: it dies of the hangup, in silence', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-'));
    const log = path.join(folder, 'said');
    const program = start(['sh', '-c', `exec "$0" "$1" 2> "$2"`, process.execPath, PROGRAM, log]);
    await program.untilShows(AT_START);
    program.hangUp();
    const { exitCode, signal } = await program.ended;
    expect([exitCode, signal]).not.toContain(6);
    expect(fs.readFileSync(log, 'utf8')).toBe('');
    fs.rmSync(folder, { recursive: true });
  });

  it('stops and goes on as a job of a shell', async () => {
    const shell = start(['bash', '--norc', '--noprofile', '-i'], { PS1: 'ready> ' });
    await shell.untilShows('ready>');
    shell.send(`'${process.execPath}' '${PROGRAM}'\r`);
    await shell.untilShows(AT_START);
    for (let turn = 1; turn <= 2; turn += 1) {
      shell.send('\x1a');
      await shell.until((screen) => shell.buffer === 'normal' && screen.includes('Stopped'));
      expect(shell.isCursorShown).toBe(true);
      shell.send('clear; echo line $((40 + 2))\r');
      await shell.untilShows('line 42');
      shell.send('fg\r');
      await shell.until(() => shell.buffer === 'alternate');
      await shell.untilShows(turn === 1 ? AT_START : 'step 1 of ');
      shell.send('\x1b[C');
      await shell.untilShows(`step ${turn} of `);
    }
    shell.send('q');
    await shell.until(() => shell.buffer === 'normal');
    shell.send('echo code=$?\r');
    await shell.untilShows('code=0');
    shell.send('exit\r');
    expect((await shell.ended).exitCode).toBe(0);
  });

  it('stops on SIGTSTP from outside too', async () => {
    const program = open();
    await program.untilShows(AT_START);
    process.kill(program.pid, 'SIGTSTP');
    await program.until(() => program.buffer === 'normal');
    await program.until((screen) => {
      // It may not have stopped yet when it has left the screen; to go on it must have.
      if (program.buffer === 'normal') process.kill(program.pid, 'SIGCONT');
      return program.buffer === 'alternate' && screen.includes(AT_START);
    });
    program.send('q');
    expect((await program.ended).exitCode).toBe(0);
  });
});
