import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM, PtyProgram } from './pty-program.ts';

let home = '';
let program: PtyProgram | null = null;

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-config-'));
  fs.mkdirSync(path.join(home, 'phasegate'));
});
afterEach(async () => {
  try {
    program?.kill('SIGKILL');
  } catch {
    // It has ended, as it should.
  }
  await program?.ended;
  fs.rmSync(home, { recursive: true, force: true });
});

function open(config: string): PtyProgram {
  fs.writeFileSync(path.join(home, 'phasegate', 'config.yaml'), config);
  program = new PtyProgram(
    [process.execPath, PROGRAM],
    { XDG_CONFIG_HOME: home },
    { columns: 120, rows: 40 },
  );
  return program;
}

describe('the built program', () => {
  it('has the keys and the colours that the user has set, and hears the mouse', async () => {
    const own = open('keys: { whatIf: [i], chooseGate: [ctrl-x, g] }\ncolours: colour-blind\n');
    const first = await own.untilShows('What is in question');
    expect(first).toContain('i lets something happen');
    own.send('i');
    await own.untilShows('Type to filter');
    const row = own.rows().findIndex((line) => line.includes(' Assumed '));
    const column = own.rows()[row]?.indexOf(' Assumed ') ?? 0;
    own.send(`\x1b[<0;${column + 3};${row + 1}M\x1b[<0;${column + 3};${row + 1}m`);
    await own.untilShows('[Assumed]');
    own.send('\x1b');
    await own.until((screen) => !screen.includes('[Assumed]'));
    own.send('\x18');
    await own.untilShows('Every gate under every reading');
    own.send('qq');
    expect(await own.ended).toEqual({ exitCode: 0, signal: 0 });
  });

  it('does what a key of other letters does by its place, once the terminal tells of it', async () => {
    const own = open('');
    await own.untilShows('What is in question');
    own.send('\x1b[?0u');
    own.send('\x1b[1094::119;;1094u');
    await own.untilShows('Type to filter');
    own.send('\x1b[1094::119;;1094u');
    await own.untilShows('Type to filter: ц');
    own.send('\x1b[27u\x1b[1081::113;;1081u');
    expect(await own.ended).toEqual({ exitCode: 0, signal: 0 });
    await own.until(() => own.buffer === 'normal' && own.isCursorShown);
    expect(own.rows().join('').trim()).toBe('');
  });

  it('says what is wrong in the file, where, and how to mend it', async () => {
    const wrong = open('keys:\n  whatIf: [ctrl-c]\n');
    const said = await wrong.untilShows('1 problem in your settings');
    expect(said).toContain('config.yaml:2:12: Ctrl-C always leaves at once');
    expect(said).toContain('choose another key');
    expect(await wrong.ended).toEqual({ exitCode: 2, signal: 0 });
  });

  it('does not wait for what is no file', async () => {
    const place = path.join(home, 'phasegate', 'config.yaml');
    fs.mkdirSync(place);
    program = new PtyProgram([process.execPath, PROGRAM], { XDG_CONFIG_HOME: home });
    expect(await program.untilShows('1 problem in your settings')).toContain(
      'is a folder, not a file',
    );
    expect((await program.ended).exitCode).toBe(2);
  });

  it('prints the keys as they are set', () => {
    fs.writeFileSync(path.join(home, 'phasegate', 'config.yaml'), 'keys: { whatIf: [i] }\n');
    const env = { ...process.env, XDG_CONFIG_HOME: home };
    const { stdout, status } = spawnSync(process.execPath, [PROGRAM, 'help', 'keys'], {
      encoding: 'utf8',
      env,
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}i +whatIf +What if: let an event/m);
  });
});
