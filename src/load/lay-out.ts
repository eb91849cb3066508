import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** No line is longer, as far as that can be. */
export const LINE_WIDTH = 120;

/** A text of several words stands on a line with others where it is a title or as short as this. */
const LONGEST_WORDS = 60;

/** Lists of what has an id and much to be said of it: each entry has a line for each of its keys, however few. */
const SPREAD = new Set([
  'steps',
  'events',
  'regions',
  'claims',
  'properties',
  'questions',
  'tasks',
  'duty',
]);

/** Where a node comes to stand. */
interface Spot {
  /** How far the lines that belong to it are indented. */
  readonly indent: number;
  /** Where its own first character comes to stand. */
  readonly column: number;
  /** The keys that lead there, the last one last; an entry of a list has those of the list. */
  readonly keys: readonly string[];
  readonly isEntry: boolean;
}

/** Says of every list, map and text in a file whether it stands on one line or on several. */
export function layOut(contents: ParsedNode | null): void {
  if (isCollection(contents)) contents.flow = false;
  lay(contents, { indent: 0, column: 0, keys: [], isEntry: false });
}

function lay(node: ParsedNode | null, spot: Spot): void {
  if (isScalar(node)) layText(node, spot);
  else if (isMap(node)) layMap(node, spot);
  else if (isSeq(node)) layList(node, spot);
}

function layMap(map: YAMLMap.Parsed, spot: Spot): void {
  const { indent, keys } = spot;
  map.flow = map.items.length === 0 || fitsOnOneLine(map, spot);
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const column = indent + name.length + 2;
    const inner = isMap(value) || isSeq(value) ? indent + 2 : indent;
    lay(value, { indent: inner, column, keys: [...keys, name], isEntry: false });
    if (map.flow && isCollection(value)) value.flow = true;
  }
}

function layList(list: YAMLSeq.Parsed, spot: Spot): void {
  const { indent, keys } = spot;
  list.flow = list.items.length === 0 || fitsOnOneLine(list, spot);
  for (const item of list.items) {
    lay(item as ParsedNode, { indent: indent + 2, column: indent + 2, keys, isEntry: true });
    if (list.flow && isCollection(item)) item.flow = true;
  }
}

/** A text is folded where it is too long for its line, and keeps its own lines where it has some. */
function layText(scalar: Scalar.Parsed, { column }: Spot): void {
  const { value, source } = scalar;
  if (typeof value !== 'string') return;
  // What is written with escapes cannot be seen otherwise.
  if (scalar.type === 'QUOTE_DOUBLE' && source.includes('\\')) return;
  // Blanks at the ends of lines cannot be seen in a block, and the package drops them there.
  if (value.includes('\n'))
    scalar.type = /^[ \t]|[ \t]$/m.test(value) ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL';
  else if (value.includes(' ') && column + textWidth(value) > LINE_WIDTH)
    scalar.type = 'BLOCK_FOLDED';
  else scalar.type = 'PLAIN';
}

function fitsOnOneLine(node: YAMLMap.Parsed | YAMLSeq.Parsed, spot: Spot): boolean {
  if (spot.keys.length === 0 || !isSmall(node, spot) || hasComments(node)) return false;
  return spot.column + widthOf(node) <= LINE_WIDTH;
}

function isSmall(node: YAMLMap.Parsed | YAMLSeq.Parsed, { keys, isEntry }: Spot): boolean {
  if (isSeq(node)) return node.items.every((item) => isWord(item, '') || isListOfWords(item));
  const [last = ''] = keys.slice(-1);
  if (isEntry && (SPREAD.has(last) || keys.at(-2) === 'positions')) return false;
  if (isEntry && node.items.length === 1) return false;
  const isByReading = last === 'expect' || keys.at(-2) === 'gates';
  return node.items.every(
    ({ key, value }) =>
      isWord(value, isScalar(key) ? String(key.value) : '') ||
      isListOfWords(value) ||
      (isByReading && isMap(value)),
  );
}

function isListOfWords(node: unknown): boolean {
  return isSeq(node) && node.items.every((item) => isWord(item, '') || isListOfWords(item));
}

function isWord(node: unknown, key: string): boolean {
  if (!isScalar(node)) return false;
  const { value } = node;
  if (typeof value !== 'string') return value !== null;
  if (value.includes('\n')) return false;
  return !value.includes(' ') || (key === 'title' && value.length <= LONGEST_WORDS);
}

function hasComments(node: unknown, isOutermost = true): boolean {
  if (isMap(node))
    return (
      commented(node, isOutermost) ||
      node.items.some(({ key, value }) => hasComments(key, false) || hasComments(value, false))
    );
  if (isSeq(node))
    return commented(node, isOutermost) || node.items.some((item) => hasComments(item, false));
  return isScalar(node) && commented(node, false);
}

/** A comment above or behind the whole does not stand in it. */
function commented(
  { comment, commentBefore }: { comment?: string | null; commentBefore?: string | null },
  isOutermost: boolean,
): boolean {
  return !isOutermost && Boolean(comment ?? commentBefore);
}

/** How wide a small list or map is on one line. */
function widthOf(node: unknown): number {
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width + 2, 0);
  if (isSeq(node)) return sum(node.items.map(widthOf));
  if (isMap(node))
    return 2 + sum(node.items.map(({ key, value }) => widthOf(key) + 2 + widthOf(value)));
  return isScalar(node) ? textWidth(node.value) : 0;
}

function textWidth(value: unknown): number {
  const isPlain = typeof value === 'string' && /^[a-z][\w.-]*$/i.test(value);
  return isPlain ? value.length : stringify(value, { lineWidth: 0, singleQuote: true }).length - 1;
}
