import { Memory } from './memory.ts';

/** The agreement that a file's text says it is of, whatever is wrong with the rest of it; null where it names none. */
export function agreementNamedIn(text: string, memory = new Memory()): string | null {
  const yaml = memory.yaml(text);
  // Of a text that is no YAML the line alone must do.
  if (!('data' in yaml)) return /^agreement:[ \t]*['"]?([\w-]+)/m.exec(text)?.[1] ?? null;
  if (typeof yaml.data !== 'object' || yaml.data === null) return null;
  const { agreement } = yaml.data as { agreement?: unknown };
  return typeof agreement === 'string' ? agreement : null;
}
