/**
 * Stands in for `node:child_process` inside the bundle: the program never starts another one. Commander could, for a
 * command that is a program of its own, and what Ink measures terminals with does where a terminal does not tell its
 * size. Node's own takes longer to load than the content takes to read.
 */
export function spawn(): never {
  throw new Error('The program starts no other program.');
}

/** Throws, which is taken for: that program is not there. */
export const execFileSync = spawn;
