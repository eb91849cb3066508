import { isMap, isScalar, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import type { Agreement } from '../model/agreement.ts';
import type {
  OutcomeExpectation,
  ScenarioFile,
  VerdictExpectation,
} from '../model/shapes/scenario.ts';
import { idText } from './id-text.ts';
import { expectationInWords, type Judgement, judgeSteps } from './judged-step.ts';
import { type TextEdit, withEdits } from './text-edits.ts';

type Expectation = OutcomeExpectation | VerdictExpectation;

/** A scenario's text with what comes out of it as its expectations. */
export interface Accepted {
  readonly text: string;
  /** Why the rest of the steps could not be played; null where all were. */
  readonly stopped: string | null;
}

/**
 * Writes into a scenario what each reading makes of each of its steps, and how the gates that a step names stand after
 * it. What is expected already and comes out stays as it is written, comments and order and all; `every` speaks for
 * the readings that say what most of them say.
 *
 * @param text the scenario's text, checked before
 * @param scenarios all that it can branch off or replay, by id
 */
export function acceptInto(
  text: string,
  agreement: Agreement,
  scenario: ScenarioFile,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): Accepted {
  const document = parseDocument(text, { keepSourceTokens: false });
  const steps = document.get('steps') as { items?: readonly ParsedNode[] } | undefined;
  const edits: TextEdit[] = [];
  let stopped: string | null = null;
  for (const judged of judgeSteps(agreement, scenario, scenarios)) {
    if ('tooMany' in judged) {
      stopped = `${scenario.steps[judged.own]?.id ?? ''}: ${judged.tooMany.message}`;
      break;
    }
    // By its id: in what continues a scenario its own steps alone are written.
    const id = scenario.steps[judged.own]?.id;
    const step = steps?.items?.find((item) => isMap(item) && item.get('id') === id);
    if (!isMap(step)) continue;
    const isNote = judged.outcomes.every(({ came }) => came === null);
    const expect = isNote ? withoutAny(judged.outcomes) : agreed(judged.outcomes);
    if (expect !== null) edits.push(put(text, step, 'expect', expect));
    const gates = step.get('gates') as unknown;
    for (const [gate, verdicts] of judged.gates) {
      const entries = agreed(verdicts);
      if (entries !== null && isMap(gates)) edits.push(put(text, gates as Mapping, gate, entries));
    }
  }
  return { text: withEdits(text, edits), stopped };
}

type Entry = readonly [key: string, expectation: Expectation];
type Mapping = YAMLMap.Parsed;

/** Nothing comes out of a step that is no event: what is expected of it goes. Null where nothing is. */
function withoutAny(judged: readonly Judgement<Expectation>[]): Entry[] | null {
  return judged.some(({ expected }) => expected !== null) ? [] : null;
}

/** What is to be expected, each reading by its own key or by `every`; null where that is what stands there. */
function agreed(judged: readonly Judgement<Expectation>[]): Entry[] | null {
  const isRight = ({ came, expected, isAsExpected }: Judgement<Expectation>) =>
    came === null ? expected === null : expected !== null && isAsExpected;
  if (judged.every(isRight)) return null;
  const kept = judged.flatMap(({ reading, expected, came, isAsExpected }) => {
    // Who wrote no more than `refused` meant no more, and it is right.
    const value = expected !== null && isAsExpected ? expected : came;
    return value === null ? [] : [[reading, value] as const];
  });
  const counts = new Map<string, number>();
  for (const [, value] of kept)
    counts.set(expectationInWords(value), (counts.get(expectationInWords(value)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const common = kept.find(([, value]) => counts.get(expectationInWords(value)) === most);
  // `every` would speak for a reading of which nothing is to be said, too.
  if (common === undefined || most < 2 || kept.length < judged.length) return kept;
  const shared = expectationInWords(common[1]);
  const others = kept.filter(([, value]) => expectationInWords(value) !== shared);
  return [['every', common[1]], ...others];
}

/** The longest line that is written. */
const WIDTH = 110;

/** Puts a mapping under a key, in the place of what is there; without entries the key goes. */
function put(text: string, map: Mapping, key: string, entries: readonly Entry[]): TextEdit {
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  if (pair !== undefined) {
    const [start, keyEnd] = pair.key.range;
    const colon = text.indexOf(':', keyEnd) + 1;
    const end = pair.value === null ? colon : Math.max(colon, endOf(text, pair.value));
    const comments = commentsIn(text.slice(colon, end));
    if (entries.length === 0) return removal(text, start, end, map.flow === true);
    const indent = columnOf(text, start);
    const isInside = map.flow === true;
    // In braces nothing can stand on lines of its own, however long it is.
    const value = isInside
      ? written(entries, 0, 0, true)
      : written(entries, indent, keyEnd - start, isFlow(pair.value));
    if (comments.length === 0) return { from: colon, to: end, text: value };
    // What a comment stood beside may be gone: it goes above.
    const above = comments.map((comment) => `${comment}\n${' '.repeat(indent)}`).join('');
    const space = /\s$/.test(text.slice(0, start)) ? '' : ' ';
    return { from: start, to: end, text: `${space}${above}${text.slice(start, colon)}${value}` };
  }
  const last = map.items.at(-1);
  if (map.flow === true || last === undefined) {
    const close = text.lastIndexOf('}', map.range[1] - 1);
    const at = text.slice(0, close).trimEnd().length;
    const separator = /[{,]$/.test(text.slice(0, at)) ? ' ' : ', ';
    return { from: at, to: at, text: `${separator}${key}:${written(entries, 0, 0, true)}` };
  }
  const indent = columnOf(text, map.items[0]?.key.range[0] ?? 0);
  const end = endOf(text, last.value ?? last.key);
  const line = text.indexOf('\n', end);
  const at = line < 0 ? text.length : line;
  const value = written(entries, indent, key.length, true);
  return { from: at, to: at, text: `\n${' '.repeat(indent)}${key}:${value}` };
}

/** A mapping of expectations on one line where that is how it is written and it fits, else with a line for each. */
function written(
  entries: readonly Entry[],
  indent: number,
  keyLength: number,
  flow: boolean,
): string {
  const each = entries.map(([key, value]) => `${idText(key)}: ${expectationText(value)}`);
  const line = ` { ${each.join(', ')} }`;
  if (flow && (indent === 0 || indent + keyLength + 1 + line.length <= WIDTH)) return line;
  return each.map((entry) => `\n${' '.repeat(indent + 2)}${entry}`).join('');
}

function expectationText(expectation: Expectation): string {
  if (typeof expectation === 'string') return expectation;
  return Object.entries(expectation)
    .map(([key, sets]) => {
      const lists = (sets as readonly (readonly string[])[]).map(
        (set) => `[${set.map(idText).join(', ')}]`,
      );
      return `{ ${key}: [${lists.join(', ')}] }`;
    })
    .join('');
}

/** Where a node's own text ends; what the parser counts to it behind that are blanks. */
function endOf(text: string, node: ParsedNode): number {
  const inner = isMap(node) && node.flow !== true ? node.items.at(-1) : undefined;
  if (inner !== undefined) return endOf(text, inner.value ?? inner.key);
  const [start, end] = node.range;
  return start + text.slice(start, end).trimEnd().length;
}

function removal(text: string, start: number, end: number, flow: boolean): TextEdit {
  if (!flow) {
    const from = text.lastIndexOf('\n', start - 1);
    const line = text.indexOf('\n', end);
    return { from: Math.max(from, 0), to: line < 0 ? text.length : line, text: '' };
  }
  const before = text.slice(0, start).trimEnd();
  if (before.endsWith(',')) return { from: before.length - 1, to: end, text: '' };
  // The first of several takes the comma behind it along.
  const behind = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  return { from: start, to: end + behind, text: '' };
}

function isFlow(node: ParsedNode | null): boolean {
  return !isMap(node) || node.flow === true;
}

/** Expectations are ids and nothing else, so that whatever begins with a # in them is a comment. */
function commentsIn(text: string): string[] {
  return text.match(/#[^\n]*/g)?.map((comment) => comment.trimEnd()) ?? [];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
