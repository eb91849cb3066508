import process from 'node:process';

/** 128 and the number of the signal, as shells have it. */
export const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** What is done when the process is told something from outside. */
export interface SignalHandlers {
  /** It is to end with a code. */
  readonly exit: (code: number) => void;
  /** Something was thrown that nobody caught. */
  readonly fail: (error: unknown) => void;
  /** It is about to stop, or to end without further notice: the terminal must be given back now. */
  readonly leave: () => void;
  /** It goes on after having been stopped. */
  readonly resume: () => void;
}

export interface Signals {
  /** Stops the whole job, as Ctrl-Z does where the terminal is not ours. */
  suspend(): void;
  /**
   * No longer stops or goes on. What ends the process is still heard, so that nobody else who hears it takes it for
   * unheard and kills the process while it is tidying up.
   */
  ignore(): void;
  forget(): void;
}

/** Where nothing can continue a job nothing stops it either, and it goes on after this time. */
const RESUME_MS = 40;

/** Hears the signals that end, stop and continue a process, and what was thrown and not caught. */
export function hearSignals({ exit, fail, leave, resume }: SignalHandlers): Signals {
  let resumeTimer: NodeJS.Timeout | null = null;
  const onStop = () => {
    leave();
    process.kill(process.pid, 'SIGSTOP');
  };
  const onContinue = () => {
    if (resumeTimer !== null) clearTimeout(resumeTimer);
    process.off('SIGTSTP', onStop).on('SIGTSTP', onStop);
    resume();
  };
  const endings = (Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]).map(
    (signal) => [signal, () => exit(EXIT_CODES[signal])] as const,
  );

  process.on('uncaughtException', fail).on('exit', leave);
  process.on('SIGTSTP', onStop).on('SIGCONT', onContinue);
  for (const [signal, onEnding] of endings) process.on(signal, onEnding);

  return {
    suspend() {
      leave();
      // In raw mode Ctrl-Z is a key like any other. The whole job must stop, npm and the shell's pipeline included.
      process.off('SIGTSTP', onStop);
      process.kill(0, 'SIGTSTP');
      resumeTimer = setTimeout(onContinue, RESUME_MS);
    },
    ignore() {
      if (resumeTimer !== null) clearTimeout(resumeTimer);
      process.off('exit', leave).off('SIGTSTP', onStop).off('SIGCONT', onContinue);
    },
    forget() {
      process.off('uncaughtException', fail);
      for (const [signal, onEnding] of endings) process.off(signal, onEnding);
    },
  };
}

/**
 * Dies of a hangup. Once its terminal is gone, Node 20 would end an orderly exit with a failed assertion and a core
 * dump, because it cannot set back the modes of a terminal that is not there.
 */
export function dieOfHangup(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/** Whether an error says that the terminal is no longer there. */
export function saysGone(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === 'EIO' || code === 'EPIPE';
}
