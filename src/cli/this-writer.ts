import type { Writer } from '../node/temporary.ts';

/** Whose temporary files these are: this process's; those of processes that are gone may be swept. */
export function thisWriter(): Writer {
  return { pid: process.pid, isAlive };
}

/** Whether a process is there; one of another user's is, though it may not be signalled. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
