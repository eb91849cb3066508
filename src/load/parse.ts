import type * as z from 'zod';
import type { Problem } from './problem.ts';
import { Memory } from './memory.ts';
import type { Locate } from './read-yaml.ts';

/** A content file as read: its value, and where each part of it stands. */
export interface ParsedFile<T> {
  readonly file: string;
  readonly value: T;
  readonly locate: Locate;
}

export type Parsed<T> =
  | { readonly ok: true; readonly parsed: ParsedFile<T> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a text as YAML of a given shape. What a user wrote wrong comes back as problems, never as an exception.
 *
 * @param file the name that problems give
 * @param memory of whoever reads the same text again
 */
export function parseFile<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  memory = new Memory(),
): Parsed<T> {
  const yaml = memory.yaml(text);
  if (!('data' in yaml)) return { ok: false, problems: yaml.map((found) => ({ file, ...found })) };
  const checked = memory.shaped(schema, text);
  if (!checked.ok)
    return { ok: false, problems: checked.found.map((found) => ({ file, ...found })) };
  return { ok: true, parsed: { file, value: checked.value, locate: yaml.locate } };
}
