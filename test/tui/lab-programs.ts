import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { PROGRAM, PtyProgram } from './pty-program.ts';

/** The page that the program opens on; the keys of the panes work through it. */
export const AT_START = 'What is in question';
export const ENTER = '\r';
export const RIGHT = '\x1b[C';
export const ESCAPE = '\x1b';
export const CLEAR = '\x15';

/** Programs in a folder of each test's own, where their state is kept and their user saves; all are ended with it. */
export function labPrograms() {
  const started: PtyProgram[] = [];
  let folder = '';

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-lab-'));
  });
  afterEach(async () => {
    for (const program of started.splice(0)) {
      try {
        program.kill('SIGKILL');
      } catch {
        // It has ended, as it should.
      }
      await program.ended;
    }
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Their environment. */
  const environment = (): Record<string, string> => {
    const state = path.join(folder, 'state');
    fs.mkdirSync(path.join(state, 'phasegate'), { recursive: true });
    return { XDG_STATE_HOME: state, INIT_CWD: folder };
  };
  const run = (command: readonly string[], env: Record<string, string>): PtyProgram => {
    const program = new PtyProgram(command, env, { columns: 120, rows: 40 });
    started.push(program);
    return program;
  };

  const open = (
    args: readonly string[] = [],
    { env = {} }: { env?: Record<string, string> } = {},
  ): PtyProgram => run([process.execPath, PROGRAM, ...args], { ...environment(), ...env });
  /** Opens one and takes the first event on offer after the second step. */
  const withBranch = async (): Promise<PtyProgram> => {
    const program = open();
    await program.untilShows(AT_START);
    program.send(`${RIGHT}${RIGHT}w`);
    await program.untilShows('Type to filter');
    // Its day as it is offered, and no reason.
    program.send(`${ENTER}${ENTER}${ENTER}`);
    await program.untilShows('New branch');
    return program;
  };

  return {
    inFolder: (...names: string[]) => path.join(folder, ...names),
    open,
    withBranch,
    /** A shell with job control, in the same folder. */
    shell: (): PtyProgram =>
      run(['bash', '--norc', '--noprofile', '-i'], { ...environment(), PS1: 'ready> ' }),
    /** What a command prints. */
    phasegate: (...words: readonly string[]): string =>
      spawnSync(process.execPath, [PROGRAM, ...words], {
        encoding: 'utf8',
        env: { ...process.env, ...environment() },
      }).stdout,
    /** Settles once a session was kept. */
    untilKept: (program: PtyProgram) => {
      const sessions = path.join(folder, 'state', 'phasegate', 'sessions');
      return program.until(
        () =>
          fs.existsSync(sessions) &&
          fs.readdirSync(sessions).some((file) => file.endsWith('.session')),
      );
    },
  };
}
