import { Lexer, parseDocument } from 'yaml';
import type * as z from 'zod';
import { orderKeys } from './key-order.ts';
import { LINE_WIDTH, layOut } from './lay-out.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';

/** Few files need a second one. */
const MOST_ROUNDS = 4;

export type Formatted =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A content file in the one form that all have: keys in the order of the file's shape, two spaces for each level, short
 * lists and maps on one line, long texts folded, no quotes that are not needed. Entries of lists and of maps by id keep
 * their order, and comments their places. It says the same as before, or it is refused; whether it is right content is
 * not asked.
 *
 * @param file the name that problems give
 * @param shape that of such files, see `schemaOf`
 */
export function formatText(file: string, text: string, shape: z.ZodType): Formatted {
  const before = readYaml(text);
  if (!('data' in before))
    return { ok: false, problems: before.map((found) => ({ file, ...found })) };
  let once = formatted(text, shape);
  // Comments that stand one within another's place come to theirs one by one.
  let isSettled = false;
  for (let round = 0; round < MOST_ROUNDS && !isSettled; round += 1) {
    const again = formatted(once, shape);
    isSettled = again === once;
    once = again;
  }
  const after = readYaml(once);
  const isSame =
    isSettled &&
    'data' in after &&
    alike(before.data) === alike(after.data) &&
    commentsIn(text) === commentsIn(once);
  if (isSame) return { ok: true, text: once };
  const at = { file, line: null, column: null };
  const message = 'it cannot be put into the one form without losing something of it';
  const hint = 'move comments inside a value to lines of their own';
  return { ok: false, problems: [{ ...at, code: 'not-possible', message, hint }] };
}

function formatted(written: string, shape: z.ZodType): string {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  // What stands above everything else is about the file, whichever key comes first.
  const header = /^(?:[ \t]*#[^\n]*(?:\n|$))*/.exec(text)?.[0] ?? '';
  const body = text.slice(header.length);
  const document = parseDocument(body, { uniqueKeys: false });
  if (document.directives !== undefined) document.directives.docStart = null;
  orderKeys(document.contents, shape);
  layOut(document.contents);
  const gap = header !== '' && /^[ \t]*\n/.test(body) ? '\n' : '';
  const laidOut = document.toString({
    lineWidth: LINE_WIDTH,
    singleQuote: true,
    flowCollectionPadding: true,
  });
  return `${header.replace(/^[ \t]+|[ \t]+$/gm, '')}${gap}${closeLists(laidOut).trim()}\n`;
}

/** The package puts blanks inside the brackets of lists wherever it puts them inside the braces of maps. */
function closeLists(text: string): string {
  const tokens = [...new Lexer().lex(text)];
  const isBlank = (at: number) => /^ +$/.test(tokens[at] ?? '') && tokens[at - 1] !== TEXT_FOLLOWS;
  return tokens
    .filter((_, at) => !isBlank(at) || (tokens[at - 1] !== '[' && tokens[at + 1] !== ']'))
    .filter((token) => !SIGNS.has(token))
    .join('');
}

/** Data as a text that is the same for the same data, in whatever order its keys stand. */
function alike(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
      : value,
  );
}

/** Every comment in a text, whatever their order. */
function commentsIn(text: string): string {
  const comments: string[] = [];
  let isText = false;
  for (const token of new Lexer().lex(text.replace(/\r\n/g, '\n'))) {
    // A text can begin with the sign of a comment where it stands in lines of its own.
    if (token.startsWith('#') && !isText) comments.push(token.trimEnd());
    isText = token === TEXT_FOLLOWS;
  }
  return comments.toSorted().join('\n');
}

/** What the package's lexer puts before each text. */
const TEXT_FOLLOWS = '\u001F';

/** What the lexer puts between parts of the text: at the start of a document, where a list ends on a line, before a text. */
const SIGNS: ReadonlySet<string> = new Set(['\u0002', '\u0018', TEXT_FOLLOWS]);
