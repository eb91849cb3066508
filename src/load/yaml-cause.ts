import type { CST } from 'yaml';

/** What the YAML package says of a text, and where. */
export interface YamlError {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

/** Where something is wrong, and how it is mended; null where nothing better is known than that of all such. */
export interface YamlCause {
  readonly offset: number;
  readonly message: string;
  readonly hint: string | null;
}

const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BLOCK_AS_IMPLICIT_KEY: 'put text with a colon and a space in it in quotes',
  BAD_SCALAR_START: 'put the text in quotes',
  BAD_DQ_ESCAPE: 'write it in single quotes, in which a backslash is only a backslash',
};

/**
 * What is most likely the cause of the first thing that the YAML package finds wrong: it tells where it could not go on,
 * which is often a line or more behind the slip.
 */
export function yamlCause(
  text: string,
  tokens: readonly CST.Token[],
  { offset, code, message }: YamlError,
): YamlCause {
  const said = { offset, message, hint: HINTS[code] ?? null };
  if (message.startsWith('Missing closing')) {
    const opening = openingOf(tokens, offset);
    const hint = 'close the quote that begins here';
    return opening === null ? said : { offset: opening, message, hint };
  }
  if (message.includes('without - indicator'))
    return { ...said, hint: 'indent the line like its neighbours' };
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return said;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = '', next = ''] = text.slice(start).split('\n');
  const dash = /^ *-(?=[^\s-])/.exec(line);
  if (dash !== null)
    return { ...said, offset: start + dash[0].length - 1, hint: 'write a space after the dash' };
  const depth = /^[ -]*/.exec(line)?.[0].length ?? 0;
  const deeper = /^ *(?=[\w.-]+:(?: |$))/.exec(next)?.[0].length ?? 0;
  if (deeper > depth) {
    return {
      offset: start + line.length + 1 + deeper,
      message,
      hint: `indent the line like the one above, by ${depth} spaces`,
    };
  }
  return said;
}

/** Where the quoted text begins that ends at an offset without its quote; null where there is none. */
function openingOf(tokens: readonly CST.Token[], end: number): number | null {
  const open: unknown[] = [...tokens];
  let found: number | null = null;
  while (open.length > 0) {
    const token = open.pop();
    if (typeof token !== 'object' || token === null) continue;
    const { type, offset, source } = token as Partial<CST.FlowScalar>;
    const isQuoted = type === 'double-quoted-scalar' || type === 'single-quoted-scalar';
    if (isQuoted && offset !== undefined && offset < end && offset + (source ?? '').length >= end)
      found = offset;
    if (!('type' in token) || 'items' in token || 'value' in token)
      for (const part of ['items', 'value', 'key'] as const) {
        const inner = (token as Record<string, unknown>)[part];
        if (Array.isArray(inner)) open.push(...(inner as unknown[]));
        else open.push(inner);
      }
  }
  return found;
}
