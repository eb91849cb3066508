/** A file's text in three views of the same length, so that an offset in one is an offset in all. */
export interface SourceText {
  /** The code alone: comments, the contents of strings and regular expressions are spaces. */
  readonly code: string;
  /** Code and strings; comments are spaces. */
  readonly uncommented: string;
  /** Comments alone; everything else is spaces. */
  readonly comments: string;
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `dynamic` is `import()`; `type` leaves no trace in the built program. */
  readonly kind: 'static' | 'dynamic' | 'type';
}

type Part = 'code' | 'string' | 'comment';

const REGEX_MAY_FOLLOW = /(?:^|[(,=:[!&|?{;+*%~^-]|\b(?:return|typeof|case|in|of|void|delete))$/;

/**
 * Tells code from strings and comments. It knows nested templates and regular expressions by what
 * stands before them, but is no parser: a regular expression right after `}` or `)` passes for a division.
 */
export function readSource(text: string): SourceText {
  const views: Record<Part, string[]> = { code: [], string: [], comment: [] };
  let before = '';
  let at = 0;

  const take = (length: number, part: Part): void => {
    const piece = text.slice(at, at + length);
    const blank = piece.replace(/[^\n]/g, ' ');
    for (const view of ['code', 'string', 'comment'] as const) {
      views[view].push(view === part ? piece : blank);
    }
    if (part === 'code') before = `${before}${piece}`.trimEnd().slice(-12);
    at += length;
  };
  const takeQuoted = (length: number): void => {
    take(1, 'code');
    take(length - 2, 'string');
    take(1, 'code');
  };
  const matchHere = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const takeTemplate = (): void => {
    take(1, 'code');
    while (at < text.length && text[at] !== '`') {
      if (text.startsWith('${', at)) {
        take(2, 'code');
        takeCode('}');
        take(1, 'code');
      } else {
        take(text[at] === '\\' ? 2 : 1, 'string');
      }
    }
    take(1, 'code');
  };
  const takeCode = (until: '}' | undefined): void => {
    let depth = 0;
    while (at < text.length) {
      const character = text[at];
      if (character === '}' && depth === 0 && until === '}') return;
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      const comment = matchHere(/\/\/[^\n]*|\/\*[\s\S]*?\*\//y);
      const quoted = matchHere(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/y);
      const regex = REGEX_MAY_FOLLOW.test(before)
        ? matchHere(/\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\//y)
        : undefined;
      if (comment !== undefined) take(comment.length, 'comment');
      else if (quoted !== undefined) takeQuoted(quoted.length);
      else if (regex !== undefined) takeQuoted(regex.length);
      else if (character === '`') takeTemplate();
      else take(1, 'code');
    }
  };
  takeCode(undefined);

  const code = views.code.join('');
  const strings = views.string.join('');
  const uncommented = code
    .split('')
    .map((character, index) => (character === ' ' ? (strings[index] ?? ' ') : character));
  return { code, uncommented: uncommented.join(''), comments: views.comment.join('') };
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Every import and re-export of a file. The specifier of an `import()` that is no literal is `<computed>`. */
export function importsOf({ code, uncommented }: SourceText): Import[] {
  const found: Import[] = [];
  const quotedAt = (offset: number): string => {
    const end = code.indexOf(code[offset] ?? '', offset + 1);
    return uncommented.slice(offset + 1, end);
  };
  const fromClause =
    /\b(?:import|export)\s+(type\b(?!\s*(?:,|from\b)))?[\w$*\s{},]*?\bfrom\s*(?=['"])/g;
  for (const match of code.matchAll(fromClause)) {
    const named = /\{([^}]*)\}\s*from\s*$/.exec(match[0]);
    const onlyTypes =
      named?.[1] !== undefined &&
      /^\s*(?:import|export)\s*\{/.test(match[0]) &&
      named[1].trim() !== '' &&
      named[1].split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name));
    found.push({
      specifier: quotedAt(match.index + match[0].length),
      line: lineAt(code, match.index),
      kind: match[1] !== undefined || onlyTypes ? 'type' : 'static',
    });
  }
  for (const match of code.matchAll(/\bimport\s*(?=['"])/g)) {
    const specifier = quotedAt(match.index + match[0].length);
    found.push({ specifier, line: lineAt(code, match.index), kind: 'static' });
  }
  for (const match of code.matchAll(/\b(?:import|require)\s*\(\s*(['"`])?/g)) {
    const specifier =
      match[1] === undefined ? '<computed>' : quotedAt(match.index + match[0].length - 1);
    found.push({ specifier, line: lineAt(code, match.index), kind: 'dynamic' });
  }
  return found;
}
