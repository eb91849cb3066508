import { writeReason } from '../node/write-reason.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The process's own streams. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    write: (text) => written(stdout, text),
    writeError: (text) => written(stderr, text),
    // Into a pipe or a file every line goes whole, for whatever reads it next.
    width: stdout.columns ?? (Number(env['COLUMNS']) || Infinity),
    isErrorTerminal: stderr.isTTY === true,
    isInteractive: stdin.isTTY === true && stdout.isTTY === true && env['TERM'] !== 'dumb',
  };
}

/** A reader that has seen enough (`| head`) closes the pipe; that ends the program quietly. */
export function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // What else fails, a full disk above all, fails the write that it was, and is said there.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    });
  }
}

/**
 * Settles when the text is out, so that a full pipe is never cut short.
 *
 * @throws UsageError when the system cannot write it (a full disk); any other error as it is
 */
function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === undefined) {
        reject(error);
        return;
      }
      const [message, hint] = writeReason(error);
      reject(new UsageError('cannot-write', `the output ${message}`, hint));
    };
    try {
      stream.write(text, (error) => {
        if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') failed(error);
        else resolve();
      });
    } catch (error) {
      // To a file Node writes at once, and throws.
      failed(error);
    }
  });
}
