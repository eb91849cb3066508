import type { Context } from './context.ts';

/** From one look to the next. */
const LOOK_MS = 150;

/** What somebody's wish to end it comes to. */
export interface UntilTold {
  /** Waits until it is worth to look again, or until it is over. */
  readonly pause: () => Promise<void>;
  readonly isOver: () => boolean;
}

/**
 * Goes on with something until the user presses q, or ends it with Ctrl-C.
 *
 * @param work ends by itself once it is over
 * @returns the exit code: 0 for q, 130 for Ctrl-C
 */
export async function untilTold(
  { terminal }: Pick<Context, 'terminal'>,
  work: (until: UntilTold) => Promise<void>,
): Promise<number> {
  let code: number | null = null;
  let wake = () => {};
  const end = (asked: number) => {
    code ??= asked;
    wake();
  };
  const onInterrupt = () => end(130);
  const { stdin } = process;
  // In raw mode Ctrl-C is a key like any other.
  const onKey = (keys: Buffer) => {
    const text = keys.toString('latin1');
    if (text.includes('\u0003')) end(130);
    else if (/[qQ]/.test(text)) end(0);
  };
  const isKeyboard = terminal.isInteractive && stdin.isTTY;
  process.on('SIGINT', onInterrupt);
  try {
    if (isKeyboard) stdin.setRawMode(true).on('data', onKey).resume();
    await work({
      pause: () =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, LOOK_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          if (code !== null) wake();
        }),
      isOver: () => code !== null,
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    if (isKeyboard) stdin.setRawMode(false).off('data', onKey).pause();
  }
  return code ?? 0;
}
