import * as z from 'zod';
import { dayText } from '../model/day-words.ts';
import { monthLength } from '../model/days.ts';
import { closestBranch, valueAt } from './closest-branch.ts';
import type { Found } from './findings.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Locate } from './read-yaml.ts';
import { quote } from './show.ts';
import { didYouMean, didYouMeanOneOf } from './suggest.ts';
import { formsOf } from './union-forms.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Checks data against a shape and says in plain English, and with places, where it differs. Of a union's branches
 * it speaks of the one that the data comes closest to: whose errors lie deepest, and of those the fewest.
 */
export function checkShape<T>(
  schema: z.ZodType<T>,
  data: unknown,
  locate: Locate,
): { ok: true; value: T } | { ok: false; found: Found[] } {
  const knownKeys = new WeakMap<object, readonly string[]>();
  const result = schema.safeParse(data, {
    error: (raw) => {
      // The finished issue no longer has the schema that raised it, but still this very list of keys.
      if (raw.code === 'unrecognized_keys' && raw.inst instanceof z.ZodObject) {
        knownKeys.set(raw.keys as object, Object.keys(raw.inst.shape));
      }
      return OURS;
    },
  });
  if (result.success) return { ok: true, value: result.data };
  const context: Context = { data, locate, knownKeys };
  return { ok: false, found: result.error.issues.flatMap((issue) => explain(issue, [], context)) };
}

/** Marks an issue that its schema has no words of its own for. */
const OURS = '';

interface Context {
  readonly data: unknown;
  readonly locate: Locate;
  readonly knownKeys: WeakMap<object, readonly string[]>;
}

function explain(issue: Issue, before: Path, context: Context): Found[] {
  const path = [...before, ...issue.path];
  const input = valueAt(context.data, path);
  const code = codeOf(issue);
  const say = (text: string, hint: string | null = null): Found[] => [
    { ...context.locate(path), code, message: `${subject(path)}${text}`, hint },
  ];
  if (input === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'invalid_key') {
    const place = context.locate(path.slice(0, -1));
    const message = `${subject(path, '')} is missing`;
    return [{ ...place, code: 'missing-key', message, hint: mendIn(issue) }];
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = context.knownKeys.get(issue.keys) ?? [];
      return issue.keys.map((key) => ({
        ...context.locate([...path, key], 'key'),
        code,
        message: `${subject(path)}unknown key ${quote(key)}`,
        hint: didYouMeanOneOf(key, known, known.length),
      }));
    }
    case 'invalid_union':
      return explainUnion(issue, path, input, context);
    case 'invalid_key': {
      const key = String(path.at(-1));
      const reason = inOne(issue.issues.flatMap(ownWords)) ?? 'cannot be a key here';
      const message = `the key ${quote(key)} ${reason}`;
      return [{ ...context.locate(path, 'key'), code, message, hint: mendOf(code) }];
    }
    default:
  }
  if (issue.message !== OURS) {
    const isAboutText = typeof input !== 'object' && /^(?:must|is a|has a) /.test(issue.message);
    const mend = isOfDay(issue) ? whyNoDay(input) : mendOf(code);
    return say(isAboutText ? `${quote(input)} ${issue.message}` : issue.message, mend);
  }
  if (issue.code === 'too_small' && (input === '' || Array.isArray(input)))
    return say('must not be empty');
  if (issue.code === 'too_small')
    return say(`expected ${issue.minimum} or more, got ${quote(input)}`);
  if (issue.code === 'too_big')
    return say(`expected ${issue.maximum} or less, got ${quote(input)}`);
  return say(`expected ${expected(issue)}, got ${quote(input)}`, hintFor(issue, input, path));
}

/** How a rule of our own says that it is mended. */
function mendIn(issue: Issue): string | null {
  const mend: unknown = issue.code === 'custom' ? issue.params?.['mend'] : null;
  return typeof mend === 'string' ? mend : null;
}

/** A schema's own words for an issue, those of a union's branches included. */
function ownWords(issue: Issue): string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(ownWords);
  return issue.message === OURS ? [] : [issue.message];
}

/** Why a text is none of several kinds of names, null where no kind has words of its own for it. */
function inOne(words: readonly string[]): string | null {
  // A reserved word has the right form; the other forms do not matter then.
  const telling = words.filter((word) => !word.startsWith('must '));
  const [first, ...others] = new Set(telling.length > 0 ? telling.slice(0, 1) : words);
  return first === undefined
    ? null
    : [first, ...others.map((word) => word.replace(/^must be /, ''))].join(', or ');
}

function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  input: unknown,
  context: Context,
): Found[] {
  if ('discriminator' in issue && issue.errors.length === 0) {
    const options = ('options' in issue ? (issue.options ?? []) : []).map(String);
    const message = `${subject(path)}expected ${oneOf(options)}, got ${quote(input)}`;
    const hint = typeof input === 'string' ? didYouMean(input, options) : null;
    return [{ ...context.locate(path), code: 'wrong-value', message, hint }];
  }
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const words = branches.flat().map((inner) => (inner.path.length === 0 ? ownWords(inner) : []));
  if (typeof input === 'string' && words.every((own) => own.length > 0)) {
    const message = `${subject(path)}${quote(input)} ${inOne(words.flat())}`;
    const hint = branches.flat().some(isOfDay) ? whyNoDay(input) : null;
    return [{ ...context.locate(path), code: codeOf(issue), message, hint }];
  }
  const closest = closestBranch(branches, input);
  if (closest === undefined) {
    const message = `${subject(path)}not expected here`;
    return [{ ...context.locate(path), code: 'wrong-type', message, hint: null }];
  }
  // Where no branch even has the right kind of value, all of them are what was expected.
  const kinds = branches.flat().map((inner) => (isWrongKind(inner) ? expected(inner) : null));
  if (kinds.every((kind) => kind !== null)) {
    const message = `${subject(path)}expected ${[...new Set(kinds)].join(' or ')}, got ${quote(input)}`;
    const isOfKeys = kinds.includes(KINDS['object'] ?? '');
    const hint = branches
      .flat()
      .map((inner) => hintFor(inner, input, isOfKeys ? [] : path))
      .find((found) => found !== null);
    const isWord =
      typeof input === 'string' && branches.flat().some((each) => each.code === 'invalid_value');
    const code = isWord ? 'wrong-value' : 'wrong-type';
    return [{ ...context.locate(path), code, message, hint: hint ?? null }];
  }
  return (
    explainForms(branches, closest, path, input, context) ??
    closest.flatMap((inner) => explain(inner, path, context))
  );
}

/**
 * Where keys and values may have several forms: says of which keys one is needed, where none tells which form is
 * meant, and which key belongs to another form than the rest.
 *
 * @returns null where there are no several forms
 */
function explainForms(
  branches: readonly (readonly Issue[])[],
  closest: readonly Issue[],
  path: Path,
  input: unknown,
  { data, locate, knownKeys }: Context,
): Found[] | null {
  const withKeys = branches.filter((branch) => !branch.some(isWrongKind));
  if (typeof input !== 'object' || input === null || withKeys.length < 2) return null;
  const { likely, strange, unrecognized } = formsOf(withKeys, input);
  const known = new Set(unrecognized.flatMap((keys) => knownKeys.get(keys as object) ?? []));
  const explainKey = (key: string): Found => {
    const isStrange = strange.includes(key);
    const own = Object.keys(input).filter((other) => other !== key && !foreign.includes(other));
    return {
      ...locate([...path, key], 'key'),
      code: isStrange ? 'unknown-key' : 'keys-at-odds',
      message: `${subject(path)}${isStrange ? 'unknown key ' : ''}${quote(key)}${isStrange ? '' : ` does not go with ${own.join(', ')}`}`,
      hint: isStrange ? didYouMeanOneOf(key, known, known.size) : null,
    };
  };
  const foreign = closest.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  if (likely.length > 1 && likely.every(({ missing }) => missing.length > 0)) {
    const needed = [...new Set(likely.flatMap(({ missing }) => missing.slice(0, 1)))];
    const message = `${subject(path)}needs ${oneOf(needed)}`;
    return [
      { ...locate(path), code: 'missing-key', message, hint: null },
      ...strange.map(explainKey),
    ];
  }
  return closest.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.map(explainKey)
      : explain(issue, path, { data, locate, knownKeys }),
  );
}

/** Whether an issue says that the value as a whole is of another kind. */
function isWrongKind(issue: Issue): boolean {
  return (
    issue.path.length === 0 &&
    issue.message === OURS &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  );
}

/** What kind of thing an issue says is wrong; rules of our own may say so themselves. */
function codeOf(issue: Issue): ProblemCode {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown-key';
    case 'invalid_type':
      return 'wrong-type';
    case 'invalid_format':
      return 'wrong-form';
    case 'invalid_key':
      return codeAmong(issue.issues) ?? 'wrong-form';
    case 'invalid_union':
      return codeAmong(issue.errors.flat()) ?? 'wrong-type';
    case 'custom':
      return (issue.params?.['code'] as ProblemCode | undefined) ?? 'keys-at-odds';
    default:
      return 'wrong-value';
  }
}

/** Of several issues the one that says most: a reserved word has the right form, so that the form does not matter. */
function codeAmong(issues: readonly Issue[]): ProblemCode | undefined {
  const codes = issues.map(codeOf);
  return codes.find((code) => code === 'reserved-word') ?? codes[0];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  null: 'nothing',
};

function expected(issue: Issue): string {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String));
  return 'something else';
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

function mendOf(code: ProblemCode): string | null {
  return code === 'reserved-word' ? 'choose another name' : null;
}

function hintFor(issue: Issue, input: unknown, path: Path): string | null {
  if (issue.code === 'invalid_value' && typeof input === 'string')
    return didYouMean(
      input,
      issue.values.filter((value) => typeof value === 'string'),
    );
  const isList = issue.code === 'invalid_type' && issue.expected === 'array';
  if (isList && isOfNames(path) && typeof input === 'string' && /^[\w.-]+$/.test(input))
    return `write a list in brackets: [${input}]`;
  const isText = issue.code === 'invalid_type' && issue.expected === 'string';
  return isText && (typeof input === 'number' || typeof input === 'boolean')
    ? `put text in quotes: "${input}"`
    : null;
}

/** Keys with lists of lists. */
const NESTED: readonly PropertyKey[] = ['closed', 'refused', 'held', 'controllers', 'of'];

/** Whether a list is one of names: at the top of a file, and under some keys, it is one of something else. */
function isOfNames(path: Path): boolean {
  return path.length > 1 && !NESTED.includes(path.at(-1) ?? '');
}

function isOfDay(issue: Issue): boolean {
  return issue.code === 'invalid_format' && issue.format === 'date';
}

/** Why a text that is written as a day is none; null where it is written otherwise. */
function whyNoDay(input: unknown): string | null {
  if (typeof input !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(input)) return null;
  const [year = 0, month = 0] = input.split('-').map(Number);
  const days = monthLength(year, month);
  if (days === 0) return 'the months are 01 to 12';
  return `${dayText(input).replace(/^\d+ /, '')} has ${days} days`;
}

/** What an issue is about: the nearest key, with the position in its list. */
function subject(path: Path, end = ': '): string {
  const key = path.findLastIndex((part) => typeof part === 'string');
  const parts = path.slice(Math.max(key, 0));
  if (parts.length === 0) return '';
  const [first, ...rest] = parts.map((part) => (typeof part === 'number' ? `[${part + 1}]` : part));
  return `${quote(`${String(first)}${rest.join('')}`).slice(1, -1)}${end}`;
}
