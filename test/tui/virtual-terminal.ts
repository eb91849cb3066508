import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import xterm from '@xterm/headless';
import { openTerminal, type ShownHow } from '../../src/tui/start.ts';
import type { Size } from '../../src/tui/state.ts';
import { harbour } from './harbour-session.ts';

const PATIENCE_MS = 20_000;
const POLL_MS = 5;

/** The UI on streams that look like a terminal, drawn by a terminal emulator. */
export class VirtualTerminal {
  readonly #emulator: xterm.Terminal;
  readonly #stdin = new PassThrough() as PassThrough & ReadStream;
  readonly #stdout = new PassThrough() as PassThrough & WriteStream;
  /** Settles with the exit code. */
  readonly exitCode: Promise<number>;
  /** Whether keys come one by one, as the UI last asked for. */
  isRaw = false;
  /** All that was written. */
  written = '';

  constructor(
    size: Size,
    how: Partial<ShownHow> = {},
    env: Readonly<Record<string, string>> = {},
    scenario: string | null = harbour.opens,
  ) {
    const { columns, rows } = size;
    this.#emulator = new xterm.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      convertEol: true,
    });
    Object.assign(this.#stdin, {
      isTTY: true,
      setRawMode: (isRaw: boolean) => {
        this.isRaw = isRaw;
        return this.#stdin;
      },
      ref: () => this.#stdin,
      unref: () => this.#stdin,
    });
    Object.assign(this.#stdout, { isTTY: true, columns, rows });
    this.#stdout.setEncoding('utf8').on('data', (chunk: string) => {
      this.written += chunk;
      this.#emulator.write(chunk);
    });
    this.exitCode = openTerminal(
      harbour,
      { scenario, ascii: false, color: true, ...how },
      { stdin: this.#stdin, stdout: this.#stdout, env },
    );
  }

  send(keys: string): void {
    this.#stdin.write(keys);
  }

  resize({ columns, rows }: Size): void {
    this.#emulator.resize(columns, rows);
    Object.assign(this.#stdout, { columns, rows });
    this.#stdout.emit('resize');
  }

  /** The rows of the screen, without the blanks at their ends. */
  rows(): string[] {
    const { active } = this.#emulator.buffer;
    return Array.from(
      { length: this.#emulator.rows },
      (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
    );
  }

  /** Which of the terminal's two screens is showing: `normal` is the one that belongs to the shell. */
  get buffer(): 'normal' | 'alternate' {
    return this.#emulator.buffer.active.type;
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

  async leave(): Promise<number> {
    this.send('\x03');
    return this.exitCode;
  }
}
