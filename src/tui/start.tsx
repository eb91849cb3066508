import process from 'node:process';
import type { ReadStream, WriteStream } from 'node:tty';
import { render } from 'ink';
import type { Agreement } from '../agreement/agreement.ts';
import type { ScenarioFile } from '../agreement/shapes/scenario.ts';
import { App } from './app.tsx';
import { flushKeys, readKeys } from './keys.ts';
import { begin, type Message, reduce } from './reduce.ts';
import { makeSession } from './session.ts';
import type { Request, Size } from './state.ts';
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
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

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
  const session = makeSession(agreement, makeTheme({ ascii, color, screenReader }));
  let state = begin(session, scenarios, scenario ?? definition.defaultScenario, sizeOf(stdout));
  const terminal = makeTerminal(stdin, stdout, screenReader);

  return new Promise<number>((resolve, reject) => {
    let isOver = false;
    let rest = '';
    let escapeTimer: NodeJS.Timeout | null = null;

    terminal.enter();
    const ink = render(<App session={session} state={state} />, {
      stdin,
      stdout: terminal.canvas,
      exitOnCtrlC: false,
      patchConsole: false,
      // A chunk of keys makes one frame, so nothing need be held back.
      maxFps: 0,
      isScreenReaderEnabled: screenReader,
    });
    // Asked for later, the promise would never settle.
    ink.waitUntilExit().then(
      () => over(() => resolve(0)),
      (error: unknown) => over(() => reject(error)),
    );

    const over = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      if (escapeTimer !== null) clearTimeout(escapeTimer);
      stdin.off('data', onData).off('end', onGone).off('error', onGone).pause();
      stdout.off('resize', onResize);
      process.off('uncaughtException', onFatal).off('exit', terminal.leave);
      process.off('SIGTSTP', onStop).off('SIGCONT', onContinue);
      for (const [signal, handler] of signalHandlers) process.off(signal, handler);
      ink.unmount();
      terminal.leave();
      settle();
      // A closed terminal fails once more after we have left; that is no news by then.
      setImmediate(() => stdout.off('error', onGone));
    };
    const exit = (code: number) => over(() => resolve(code));

    const draw = () => ink.rerender(<App session={session} state={state} />);
    const take = (message: Message): Request | null => {
      state = reduce(session, state, message);
      return state.request;
    };
    const onKeys = (keys: readonly string[]) => {
      for (const key of keys) {
        const request = take({ kind: 'key', key });
        if (request?.kind === 'exit') return exit(request.code);
        if (request?.kind === 'redraw') terminal.repaint();
        if (request?.kind === 'suspend') suspend();
      }
      draw();
    };
    const onData = (chunk: string | Buffer) => {
      if (escapeTimer !== null) clearTimeout(escapeTimer);
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
    const onGone = () => exit(EXIT_CODES.SIGHUP);
    const onFatal = (error: unknown) => {
      const { code } = error as { code?: unknown };
      // What fails on a terminal that was closed is the terminal.
      if (code === 'EIO' || code === 'EPIPE') exit(EXIT_CODES.SIGHUP);
      else over(() => reject(error));
    };

    // Ctrl-Z reaches us as a key, so it is for us to stop the whole job, npm and the shell's pipeline included.
    const suspend = () => {
      terminal.leave();
      process.off('SIGTSTP', onStop);
      process.kill(0, 'SIGTSTP');
      // Where nothing can continue a job, nothing stops it either: then we go on at once.
      setTimeout(onContinue, ESCAPE_MS);
    };
    const onStop = () => {
      terminal.leave();
      process.kill(process.pid, 'SIGSTOP');
    };
    const onContinue = () => {
      if (isOver) return;
      process.off('SIGTSTP', onStop).on('SIGTSTP', onStop);
      // The shell may have changed the terminal's modes, so all of it is set again.
      terminal.leave();
      terminal.enter();
      onResize();
      terminal.repaint();
    };
    const signalHandlers = (Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]).map(
      (signal) => [signal, () => exit(EXIT_CODES[signal])] as const,
    );

    stdin.setEncoding('utf8');
    stdin.on('data', onData).on('end', onGone).on('error', onGone);
    // Before Ink's own listener, so that it never draws a frame of the old size on the new screen.
    stdout.prependListener('resize', onResize);
    stdout.on('error', onGone);
    process.on('uncaughtException', onFatal).on('exit', terminal.leave);
    process.on('SIGTSTP', onStop).on('SIGCONT', onContinue);
    for (const [signal, handler] of signalHandlers) process.on(signal, handler);
  });
}

/** A terminal that does not say how large it is gets what most have. */
function sizeOf(stdout: WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
