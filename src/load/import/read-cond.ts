import type { ForeignGuard, ForeignState } from './foreign-chart.ts';
import { DEEPEST } from '../tokens.ts';

/** What a condition consists of: questions about states, signs, and the two constants. */
const TOKEN = /\s*(?:In\(\s*(?:'([^']*)'|"([^"]*)")\s*\)|(&&|\|\||!(?!=)|[()])|(true|false)\b)/y;

/**
 * What a condition of SCXML asks: `In('id')`, `!`, `&&`, `||`, brackets, `true` and `false`, as ECMAScript has them.
 *
 * @param find the state of an id
 * @returns the text itself where it is anything else, or asks about a state that is not there
 */
export function readCond(text: string, find: (id: string) => ForeignState | null): ForeignGuard {
  const tokens = tokensIn(text, find);
  if (tokens === null) return { kind: 'other', text };
  let at = 0;
  const sequence = (
    sign: '&&' | '||',
    kind: 'all' | 'any',
    part: () => ForeignGuard | null,
  ): ForeignGuard | null => {
    const of: ForeignGuard[] = [];
    for (;;) {
      const one = part();
      if (one === null) return null;
      of.push(one);
      if (tokens[at] !== sign) return of.length === 1 ? one : { kind, of };
      at += 1;
    }
  };
  const either = (depth: number): ForeignGuard | null =>
    depth > DEEPEST
      ? null
      : sequence('||', 'any', () => sequence('&&', 'all', () => single(depth)));
  const single = (depth: number): ForeignGuard | null => {
    let isNegated = false;
    for (; tokens[at] === '!'; at += 1) isNegated = !isNegated;
    const token = tokens[at];
    at += 1;
    let inner: ForeignGuard | null = null;
    if (token === '(') {
      inner = either(depth + 1);
      if (tokens[at] !== ')') return null;
      at += 1;
    } else if (token !== undefined && typeof token !== 'string') inner = token;
    return inner !== null && isNegated ? { kind: 'not', of: inner } : inner;
  };
  const guard = either(0);
  return guard === null || at < tokens.length ? { kind: 'other', text } : guard;
}

/** The tokens of a condition, with what is asked of states in their places; null where it has others. */
function tokensIn(
  text: string,
  find: (id: string) => ForeignState | null,
): readonly (string | ForeignGuard)[] | null {
  const tokens: (string | ForeignGuard)[] = [];
  const written = text.trimEnd();
  const token = new RegExp(TOKEN);
  while (token.lastIndex < written.length) {
    const found = token.exec(written);
    if (found === null) return null;
    const [, single, double, sign, constant] = found;
    const id = single ?? double;
    if (id !== undefined) {
      const state = find(id);
      if (state === null) return null;
      tokens.push({ kind: 'in', state });
    } else if (sign !== undefined) tokens.push(sign);
    else tokens.push({ kind: constant === 'true' ? 'all' : 'any', of: [] });
  }
  return tokens;
}
