import path from 'node:path';
import type { Call } from '../load/command-line.ts';
import { type Definition, fileName, roleOf } from '../load/layout.ts';
import type { Memory } from '../load/memory.ts';
import { type Files, readTexts } from '../load/open.ts';
import type { Problem } from '../load/problem.ts';
import type { FileChange } from '../node/write-files.ts';
import { thisWriter } from './this-writer.ts';
import { UsageError } from './usage-error.ts';

/** The files of one agreement on the desk of whoever writes it. */
export interface Desk {
  readonly definition: Definition;
  /** How the program is called again for it. */
  readonly call: Call;
  /** Its texts as they are now, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where one of its paths lies on this machine. */
  readonly placeOf: (path: string) => string;
  /** What was read of its files before. */
  readonly memory: Memory;
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
  /**
   * Changes its files, all or none.
   *
   * @throws UsageError where that fails, with what became of it
   */
  readonly write: (changes: readonly FileChange[]) => Promise<void>;
}

/** Where an agreement's files are, and how they are read. */
export interface DeskPlace {
  readonly definition: Definition;
  readonly files: Files;
  /** The folder that the paths of its files begin in. */
  readonly top: string;
  readonly call: Call;
  readonly memory: Memory;
}

/** What is built into the program cannot be changed. */
export function partOfTheProgram(folder: string): UsageError {
  return new UsageError(
    'not-possible',
    `the agreement ${fileName(folder)} is part of the program as it is installed, and stays as it is`,
    `make a folder with an agreement.yaml that says \`extends: ${fileName(folder)}\`, and name that folder with -A`,
  );
}

/** What an agreement is laid over is not changed from there. */
export function ofTheOneBelow({ id, base, folder }: Definition, file: string): UsageError {
  return new UsageError(
    'not-possible',
    `${file} is of the agreement ${base?.id ?? id}, which stays as it is`,
    `write in ${folder} what is to be added to it`,
  );
}

/** The desk for one agreement. */
export function deskOf({ definition, files, top, call, memory }: DeskPlace): Desk {
  const { texts, problems } = readTexts([definition], files);
  return {
    definition,
    call,
    texts,
    memory,
    placeOf: (name) => path.resolve(top, name),
    problems,
    write: async (changes) => {
      const { base } = definition;
      const below = changes.find((change) => base !== undefined && roleOf(base, change.path));
      if (below !== undefined) throw ofTheOneBelow(definition, below.path);
      const { writeFiles } = await import('../node/write-files.ts');
      const placed = changes.map((change) => ({ ...change, path: path.resolve(top, change.path) }));
      const result = await writeFiles(placed, thisWriter());
      if (result.ok) return;
      const nameOf = (place: string) => path.relative(top, place).split(path.sep).join('/');
      const state =
        result.changed.length === 0
          ? 'nothing was changed'
          : `changed before that: ${result.changed.map(nameOf).join(', ')}; the others are as they were`;
      throw new UsageError(
        'cannot-write',
        `${nameOf(result.path)} ${result.error.message}; ${state}`,
        result.error.hint,
      );
    },
  };
}
