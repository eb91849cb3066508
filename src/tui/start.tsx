import process from 'node:process';
import type { ReadStream, WriteStream } from 'node:tty';
import { render } from 'ink';
import type { Agreement } from '../agreement/agreement.ts';
import type { ScenarioFile } from '../agreement/shapes/scenario.ts';
import { App } from './app.tsx';
import { flushKeys, readKeys } from './keys.ts';
import { begin, type Message, reduce } from './reduce.ts';
import { makeSession } from './session.ts';
import type { Size } from './state.ts';
import { dieOfHangup, EXIT_CODES, hearSignals, saysGone } from './terminal-signals.ts';
import { makeTerminal } from './terminal.ts';
import { makeTheme } from './theme.ts';

/** What to show: an agreement, and its scenarios with the one to begin with. */
export interface Shown {
  readonly definition: { readonly defaultScenario: string };
  readonly agreement: Agreement;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
}

export interface ShownHow {
  /** The scenario to begin with; null for the default one. */
  readonly scenario: string | null;
  readonly ascii: boolean;
  readonly color: boolean;
}

/** Where to show it: a terminal and its environment. */
export interface Place {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** An escape that nothing follows for so long was the escape key. */
const ESCAPE_MS = 40;

/**
 * Runs the terminal UI until it is left.
 *
 * @param place the process's own terminal, when not told otherwise; both streams must be terminals, and TERM not
 *   `dumb`: whoever calls sees to that
 * @returns the exit code: 0, or 128 and the number of the signal that ended it
 * @throws what went wrong, once the terminal is as it was
 */
export async function openTerminal(
  { definition, agreement, scenarios }: Shown,
  { scenario, ascii, color }: ShownHow,
  { stdin, stdout, env }: Place = process,
): Promise<number> {
  const screenReader = env['INK_SCREEN_READER'] === 'true';
  const isColored = color && (env['NO_COLOR'] ?? '') === '';
  const session = makeSession(agreement, makeTheme({ ascii, color: isColored, screenReader }));
  let state = begin(session, scenarios, scenario ?? definition.defaultScenario, sizeOf(stdout));
  const terminal = makeTerminal(stdin, stdout, screenReader);

  return new Promise<number>((resolve, reject) => {
    let isOver = false;
    let isGone = false;
    let ending = () => resolve(0);
    let rest = '';
    let escapeTimer: NodeJS.Timeout | undefined;

    const over = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      ending = settle;
      clearTimeout(escapeTimer);
      stdin.off('data', onData).pause();
      stdout.off('resize', onResize);
      signals.ignore();
      ink.unmount();
      terminal.leave();
      // What fails because the terminal has gone fails by then.
      setImmediate(() => {
        stdin.off('end', onGone).off('error', onGone);
        stdout.off('error', onGone);
        signals.forget();
        if (isGone && stdin === process.stdin) dieOfHangup();
        ending();
      });
    };
    const exit = (code: number) => over(() => resolve(code));
    const fail = (error: unknown) => {
      if (saysGone(error)) return onGone();
      over(() => reject(error));
      // Thrown on the way out, it is still what went wrong.
      ending = () => reject(error);
    };
    const onGone = () => {
      isGone = true;
      exit(EXIT_CODES.SIGHUP);
    };

    const draw = () => {
      if (!isOver && terminal.isOurs) ink.rerender(<App session={session} state={state} />);
    };
    const take = (message: Message) => {
      state = reduce(session, state, message);
    };
    const onKeys = (keys: readonly string[]) => {
      for (const key of keys) {
        take({ kind: 'key', key });
        const { request } = state;
        if (request?.kind === 'exit') return exit(request.code);
        if (request?.kind === 'redraw') terminal.repaint();
        if (request?.kind === 'suspend') signals.suspend();
      }
      draw();
    };
    const onData = (chunk: string | Buffer) => {
      clearTimeout(escapeTimer);
      const read = readKeys(rest, chunk.toString());
      rest = read.rest;
      if (rest !== '') {
        escapeTimer = setTimeout(() => {
          const keys = flushKeys(rest);
          rest = '';
          onKeys(keys);
        }, ESCAPE_MS);
      }
      if (read.keys.length > 0) onKeys(read.keys);
    };
    const onResize = () => {
      take({ kind: 'resize', size: sizeOf(stdout) });
      draw();
    };
    const resume = () => {
      // The shell may have changed the terminal's modes, so all of them are set again.
      terminal.leave();
      terminal.enter();
      onResize();
      terminal.repaint();
    };

    terminal.enter();
    const signals = hearSignals({ exit, fail, leave: terminal.leave, resume });
    stdin.setEncoding('utf8');
    stdin.on('data', onData).on('end', onGone).on('error', onGone);
    stdout.on('error', onGone);
    // Before Ink's own listener, which would draw the frame of the old size on the new screen.
    stdout.on('resize', onResize);
    const ink = render(<App session={session} state={state} />, {
      stdin,
      stdout: terminal.canvas,
      exitOnCtrlC: false,
      patchConsole: false,
      // A chunk of keys makes one frame, so nothing need be held back.
      maxFps: 0,
      isScreenReaderEnabled: screenReader,
    });
    // Asked for later, the promise would never settle. It fails when drawing does.
    ink.waitUntilExit().then(() => over(() => resolve(0)), fail);
  });
}

/** A terminal that does not say how large it is gets what most have. */
function sizeOf(stdout: WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
