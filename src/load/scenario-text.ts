import { Document, isCollection, type Node, type Pair, Scalar, visit, YAMLMap } from 'yaml';
import type { DayRange } from '../model/days.ts';
import type { ScenarioFile, StepFile } from '../model/shapes/scenario.ts';

/** Where the schema lies as seen from the folder of the shipped scenarios. */
const SCHEMA = '../dist/schemas/scenario.json';

/** Keys whose mappings and lists stand on one line, as people write them. */
const ON_ONE_LINE = new Set(
  'branchesFrom replay without date by claims bearing waive restore acknowledge assume unknown expect void disputedBy'.split(
    ' ',
  ),
);

/**
 * A scenario as the text of a file, in the style of the shipped ones: what the schema fills in by itself is left out,
 * small things stand on one line. Reading it again gives the same value. (The yaml package is loaded with this module.)
 *
 * @param schema what the comment for editors names as the schema; null for no such comment
 */
export function scenarioText(scenario: ScenarioFile, schema: string | null = SCHEMA): string {
  const document = new Document(plain(scenario));
  if (schema !== null) document.commentBefore = ` yaml-language-server: $schema=${schema}`;
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = key instanceof Scalar ? String(key.value) : String(key);
      if (ON_ONE_LINE.has(name) && isCollection(value)) value.flow = true;
      if (name === 'gates' && value instanceof YAMLMap) onOneLineEach(value);
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && needsQuotes(scalar.value))
        scalar.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({
    lineWidth: 110,
    singleQuote: true,
    flowCollectionPadding: true,
  });
  // The package parts a leading comment from the document by a blank line; the shipped files do not.
  return text.replace(/^(#[^\n]*\n)\n/, '$1');
}

function onOneLineEach(map: YAMLMap): void {
  for (const { value } of map.items as Pair<Node, Node>[])
    if (isCollection(value)) value.flow = true;
}

/** Line and paragraph separators would end a line for some readers; in quotes they are written as escapes. */
function needsQuotes(text: string): boolean {
  return /[\p{Zl}\p{Zp}\uFEFF]/u.test(text);
}

/** The file as a person would write it: in the schema's order, without what is there by default. */
function plain(scenario: ScenarioFile): Record<string, unknown> {
  const { agreement, id, kind, title, summary, branchesFrom, replay, steps, ...more } = scenario;
  return without({
    agreement,
    id,
    kind,
    title,
    summary,
    branchesFrom,
    steps: steps.length === 0 ? undefined : steps.map(plainStep),
    replay,
    ...more,
  });
}

function plainStep(step: StepFile): Record<string, unknown> {
  const { id, date, title, narrative, because, note, by, status, claims, bearing, ...others } =
    step;
  const { void: attempt, disputedBy, ...rest } = others;
  const list = <T>(entries: readonly T[]) => (entries.length === 0 ? undefined : entries);
  return without({
    id,
    date: date && plainDate(date),
    title,
    narrative,
    because,
    note,
    by: list(by),
    status: status === 'happened' ? undefined : status,
    ...rest,
    claims: list(claims),
    bearing: list(bearing),
    void: attempt && (attempt.claims.length === 0 ? true : attempt),
    disputedBy: list(disputedBy),
  });
}

function plainDate(date: DayRange): DayRange | string {
  return date.from === date.to ? date.from : date;
}

function without(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
