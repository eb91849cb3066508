import { fileURLToPath } from 'node:url';
import type { Definition } from '../../src/load/layout.ts';
import { readContent } from '../content.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const read = readContent(fixtures, ['harbour']);

/** The fictional agreement, and where its content stands. */
export const harbour = read.definitions[0] as Definition;

/** Its files, by path. */
export const harbourTexts: ReadonlyMap<string, string> = read.texts;

/** One change to a file: a text that it has exactly once, and what stands there instead. */
export type Edit = readonly [path: string, from: string, to: string];

/** The files with changes made to them, as a user might. */
export function edited(...edits: readonly Edit[]): Map<string, string> {
  const texts = new Map(harbourTexts);
  for (const [path, from, to] of edits) {
    const text = texts.get(path);
    if (text?.split(from).length !== 2)
      throw new Error(`${path} has ${JSON.stringify(from)} not once`);
    texts.set(
      path,
      text.replace(from, () => to),
    );
  }
  return texts;
}
