/** What we write ourselves goes a dozen levels deep. */
const DEEPEST = 64;

/**
 * The value that a text gives as JSON (RFC 8259): undefined where it is none, or is nested deeper than anything that the
 * program writes, since whatever goes through it afterwards goes as deep.
 */
export function jsonIn(text: string): unknown {
  if (isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (isQuoted) {
      if (mark === '\\') at += 1;
      else if (mark === '"') isQuoted = false;
    } else if (mark === '"') isQuoted = true;
    else if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
