import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = path.join(ROOT, 'dist/phasegate.js');

const PATIENCE_MS = 30_000;
const POLL_MS = 20;

let sharedHome = '';

// A worker is ended without its exit handlers, so the home goes with the file's tests.
afterAll(() => {
  if (sharedHome !== '') fs.rmSync(sharedHome, { recursive: true, force: true });
});

/** A home for state. */
function stateHome(): string {
  if (sharedHome !== '') return sharedHome;
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-state-'));
  fs.mkdirSync(path.join(home, 'phasegate'));
  sharedHome = home;
  return home;
}

/** A program in a real pseudo-terminal, its screen drawn by a terminal emulator. */
export class PtyProgram {
  readonly #pty: pty.IPty;
  readonly #emulator: xterm.Terminal;
  #written = '';
  /** How it ended: its exit code and the number of the signal that killed it, 0 for none. */
  readonly ended: Promise<{ exitCode: number; signal: number }>;

  constructor(
    command: readonly string[],
    env: Readonly<Record<string, string>> = {},
    size = { columns: 80, rows: 24 },
  ) {
    const { columns, rows } = size;
    this.#emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    const { NO_COLOR: _, NODE_OPTIONS: __, ...inherited } = process.env;
    const [file = '', ...args] = command;
    this.#pty = pty.spawn(file, args, {
      cols: columns,
      rows,
      cwd: ROOT,
      name: 'xterm-256color',
      env: {
        ...inherited,
        TERM: 'xterm-256color',
        XDG_STATE_HOME: stateHome(),
        XDG_CONFIG_HOME: stateHome(),
        ...env,
      } as Record<string, string>,
    });
    this.#pty.onData((data) => {
      this.#written += data;
      this.#emulator.write(data);
    });
    // The emulator answers what it is asked, as a terminal does.
    this.#emulator.onData((data) => this.#pty.write(data));
    this.ended = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => resolve({ exitCode, signal: signal ?? 0 }));
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  send(keys: string): void {
    this.#pty.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /** Closes the terminal that it runs in. */
  hangUp(): void {
    (this.#pty as unknown as { destroy: () => void }).destroy();
  }

  get buffer(): 'normal' | 'alternate' {
    return this.#emulator.buffer.active.type;
  }

  get isCursorShown(): boolean {
    return this.#written.lastIndexOf('\x1b[?25h') >= this.#written.lastIndexOf('\x1b[?25l');
  }

  rows(): string[] {
    const { active } = this.#emulator.buffer;
    return Array.from(
      { length: this.#emulator.rows },
      (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
    );
  }

  /** Waits until the screen is as it should be, and gives it. */
  async until(isRight: (screen: string) => boolean): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const screen = this.rows().join('\n');
      if (isRight(screen)) return screen;
      if (Date.now() > end) throw new Error(`The screen never came to be as it should:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  untilShows(text: string): Promise<string> {
    return this.until((screen) => screen.includes(text));
  }
}
