import { Document, visit } from 'yaml';
import type { DayRange } from '../model/days.ts';
import { type ScenarioFile, type StepFile, writtenScenario } from '../model/shapes/scenario.ts';
import { formatText } from './format-text.ts';

/** Where the schema lies as seen from the folder of the shipped scenarios. */
const SCHEMA = '../dist/schemas/scenario.json';

/**
 * A scenario as the text of a file, as `fmt` has it: what the schema fills in by itself is left out. Reading it again
 * gives the same value. (The yaml package is loaded with this module.)
 *
 * @param schema what the comment for editors names as the schema; null for no such comment
 */
export function scenarioText(scenario: ScenarioFile, schema: string | null = SCHEMA): string {
  const document = new Document(plain(scenario));
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && needsQuotes(scalar.value))
        scalar.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({ lineWidth: 0, singleQuote: true });
  const formed = formatText(scenario.id, text, writtenScenario);
  const comment = schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return comment + (formed.ok ? formed.text : text);
}

/** Line and paragraph separators would end a line for some readers; in quotes they are written as escapes. */
function needsQuotes(text: string): boolean {
  return /[\p{Zl}\p{Zp}\uFEFF]/u.test(text);
}

/** What a person would write: without what is there by default. */
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
