import type { Context } from './context.ts';
import { watchContent } from './watching.ts';

/** From one look at the files to the next. */
const LOOK_MS = 150;

/**
 * Watches an agreement until the user presses q, or ends it with Ctrl-C.
 *
 * @returns the exit code: 0 for q, 130 for Ctrl-C
 */
export async function watchUntilTold(
  context: Context,
  agreement: string | undefined,
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
  const isKeyboard = context.terminal.isInteractive && stdin.isTTY;
  process.on('SIGINT', onInterrupt);
  try {
    if (isKeyboard) stdin.setRawMode(true).on('data', onKey).resume();
    await watchContent(context, agreement, {
      now: () => new Date().toTimeString().slice(0, 8),
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
