import { type CST, Parser } from 'yaml';
import type { Findings } from './findings.ts';
import { quote, show } from './show.ts';

/** Collections inside collections go this deep at most; the yaml package breaks near 1,000 and zod near 2,000. */
export const DEEPEST = 32;

/** Words, signs and gaps that one text may have: the package takes seconds for each million, and gigabytes. */
const MOST_TOKENS = 100_000;

/** Control characters other than tab and line break, bidirectional formatting, halves of surrogate pairs. */
const FORBIDDEN =
  /\r(?!\n)|(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu;

/** As {@link FORBIDDEN}, for text in which escapes have been resolved and line ends are single characters. */
const FORBIDDEN_INSIDE = new RegExp(`\\r|${FORBIDDEN.source}`, 'u');

/**
 * Splits a text into its YAML tokens and refuses what can be told from them: characters that no text needs,
 * directives, a second document, anchors, aliases and tags, too deep nesting.
 *
 * @returns null where the text was not read to its end
 */
export function tokensOf(text: string, findings: Findings): CST.Token[] | null {
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    findings.report(index, 'bad-character', ...forbidden(character));
    if (findings.isFull) return null;
  }
  const parser = new BoundedParser();
  const tokens: CST.Token[] = [];
  try {
    for (const token of parser.parse(text)) tokens.push(token);
  } catch (error) {
    if (!(error instanceof BoundsError)) throw error;
    findings.report(error.offset, 'too-large', error.message);
    return null;
  }
  let documents = 0;
  for (const token of tokens) {
    if (token.type === 'directive') {
      findings.report(
        token.offset,
        'not-plain',
        'a directive (%), which content files may not have',
        'remove it',
      );
    }
    if (token.type !== 'document') continue;
    documents += 1;
    if (documents === 2) {
      findings.report(
        token.offset,
        'not-plain',
        'a second document begins here',
        'write one document in each file, without ---',
      );
    }
    refuseProperties(token, findings);
  }
  return tokens;
}

/** Reports the first character in a resolved text that no text needs. */
export function refuseCharacters(value: string, offset: number, findings: Findings): void {
  const bad = FORBIDDEN_INSIDE.exec(value)?.[0];
  if (bad !== undefined) findings.report(offset, 'bad-character', ...forbidden(bad));
}

function forbidden(character: string): [message: string, hint: string] {
  const kind = character < '\u00A0' ? 'a control' : 'an invisible formatting';
  return [`${kind} character, ${show(character)}`, 'remove it'];
}

class BoundsError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** Stops before the stack of open collections gets deep: unwinding a deep one overflows the JavaScript stack. */
class BoundedParser extends Parser {
  #tokens = 0;

  override *next(source: string): Generator<CST.Token, void> {
    this.#tokens += 1;
    if (this.#tokens > MOST_TOKENS) {
      throw new BoundsError('too long: it has more parts than anybody writes by hand', this.offset);
    }
    yield* super.next(source);
    if (this.stack.length > DEEPEST) {
      const depth = this.stack.filter((token) => 'items' in token).length;
      if (depth > DEEPEST)
        throw new BoundsError(`nested more than ${DEEPEST} levels deep`, this.offset - 1);
    }
  }
}

const PROPERTIES: Readonly<Record<string, readonly [name: string, hint: string]>> = {
  anchor: ['an anchor', 'put text that begins with & in quotes'],
  alias: ['an alias', 'write the value out; put text that begins with * in quotes'],
  tag: ['a tag', 'put text that begins with ! in quotes'],
};

/** Anchors, aliases and tags, wherever in a document they stand. */
function refuseProperties(document: CST.Document, findings: Findings): void {
  const refuse = (token: CST.Token) => {
    const property = PROPERTIES[token.type];
    if (property === undefined || !('source' in token)) return;
    const [name, hint] = property;
    findings.report(
      token.offset,
      'not-plain',
      `${name}, ${quote(token.source)}, which content files may not have`,
      hint,
    );
  };
  const open: (CST.Token | undefined | null)[] = [document];
  while (open.length > 0) {
    const token = open.pop();
    if (token === undefined || token === null) continue;
    refuse(token);
    if ('start' in token && Array.isArray(token.start)) token.start.forEach(refuse);
    if ('props' in token) token.props.forEach(refuse);
    if ('value' in token) open.push(token.value);
    if (!('items' in token)) continue;
    for (const item of token.items) {
      item.start.forEach(refuse);
      if ('sep' in item) item.sep?.forEach(refuse);
      open.push(item.value, 'key' in item ? item.key : null);
    }
  }
}
