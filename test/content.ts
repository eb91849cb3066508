import { defineAgreements } from '../src/load/define.ts';
import type { Definition } from '../src/load/layout.ts';
import { type Files, readTexts } from '../src/load/open.ts';
import type { Problem } from '../src/load/problem.ts';
import { listContent } from '../src/node/list-content.ts';
import { readText } from '../src/node/read-text.ts';

/** The texts of some agreements, where each stands, and what could not be read. */
export interface Content {
  readonly definitions: readonly Definition[];
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads agreements as the program does when nothing was built. Paths are those of the folders, from `top`. */
export function readContent(top: string, folders: readonly string[]): Content {
  const files: Files = {
    readFile: (path) => readText(top + path),
    listFiles: (folder) => listContent(top + folder),
  };
  const definitions = defineAgreements(folders, files.readFile);
  return { definitions, ...readTexts(definitions, files) };
}
