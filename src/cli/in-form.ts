import { type Definition, roleOf } from '../load/layout.ts';
import * as writing from '../load/writing.ts';

/** A file's text as `fmt` would have it; as it is where it cannot be read. */
export function inForm(definition: Definition, file: string, text: string): string {
  const role = roleOf(definition, file);
  if (role === null) throw new Error(`${file} is no file of an agreement.`);
  const formatted = writing.formatText(file, text, writing.schemaOf(definition, file, role, text));
  return formatted.ok ? formatted.text : text;
}
