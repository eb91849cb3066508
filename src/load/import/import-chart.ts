import type { Found } from '../findings.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { withMend } from '../mend-of.ts';
import { readYaml } from '../read-yaml.ts';
import { overLong } from './over-long.ts';
import { folderOf, type NewFile } from './folder-of.ts';
import { type ForeignChart, type ForeignState, type Lost, statesWithin } from './foreign-chart.ts';
import { type Imported, imported, proseOf } from './imported.ts';
import { kebab, Names } from './names.ts';
import { readScxml } from './read-scxml.ts';
import { readXState } from './read-xstate.ts';
import { withoutFaults } from './without-faults.ts';

/** An agreement made from a statechart of another tool. */
export interface ImportedFolder {
  /** What the file was taken for. */
  readonly format: string;
  readonly id: string;
  readonly files: readonly NewFile[];
  readonly counts: { readonly regions: number; readonly stages: number; readonly events: number };
  /** What could not be carried over, or came out otherwise, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Makes an agreement's folder of a machine of XState, as JSON, or of a statechart in SCXML.
 *
 * @param name what the file is called, without its ending: the agreement's id, where the chart has no name
 * @returns the folder's files, which are right as they stand; or everything that is wrong with the file
 */
export function importChart(text: string, name: string): ImportedFolder | readonly Found[] {
  const over = overLong(text);
  if (over !== null) return [over];
  const chart = read(text);
  if (!('root' in chart)) return chart.map(withMend);
  const refused = (code: ProblemCode, message: string, hint: string): readonly Found[] => [
    { ...chart.root.place, code, message, hint },
  ];
  const tooLarge = () =>
    refused(
      'too-large',
      'too large: it comes to more events and moves than an agreement can have',
      'import a part of it',
    );
  if (mostMoves(chart) > MOST_MOVES) return tooLarge();
  const laid = imported(chart);
  const { regions, events } = laid;
  if (regions.length === 0 || ![...statesWithin(chart.root)].some((state) => state !== chart.root))
    return refused('missing-key', 'has no states', 'a statechart consists of states');
  if (events.length === 0)
    return refused(
      'missing-key',
      'has no event that leads from one state to another',
      'an agreement has at least one thing that can happen',
    );
  const id = new Names('agreement', 'agreement').give(chart.name ?? name, kebab);
  const title = proseOf(chart.title ?? chart.name ?? name);
  const filesOf = (each: Imported) => folderOf(each, id, title, chart.format);
  const made = withoutFaults(laid, id, filesOf);
  if (made === null) return tooLarge();
  return {
    format: chart.format,
    id,
    files: filesOf(made),
    counts: {
      regions: regions.length,
      stages: regions.reduce((sum, { stages }) => sum + stages.length, 0),
      events: events.length,
    },
    notes: [...lostOnes(chart.lost), ...made.notes],
  };
}

/** Moves that a chart may come to; the files of an agreement may not be as long as more of them would be. */
const MOST_MOVES = 20_000;

/** How many moves a chart can come to at most: what leads out of a state does so from each of those within it. */
function mostMoves(chart: ForeignChart): number {
  let moves = 0;
  const innermostOf = ({ children, transitions }: ForeignState): number => {
    const inner = children.reduce((sum, child) => sum + innermostOf(child), 0) || 1;
    moves += transitions.reduce((sum, { targets }) => sum + inner * targets.length, 0);
    return inner;
  };
  innermostOf(chart.root);
  return moves;
}

function read(text: string): ForeignChart | readonly Found[] {
  // No JSON begins so, and every XML file does.
  if (/^\uFEFF?\s*</.test(text)) return readScxml(text);
  // In a string no tab can stand as such, and YAML, which JSON is part of, allows none before a line.
  const yaml = readYaml(text.replaceAll('\t', ' '));
  if ('data' in yaml) return readXState(yaml.data, yaml.locate);
  return yaml.map((found) => ({
    ...found,
    message: found.message.replace('not valid YAML', 'not valid JSON'),
  }));
}

/** What is lost, a line for each kind of thing. */
function lostOnes(lost: readonly Lost[]): string[] {
  const byKind = new Map<string, number[]>();
  for (const { what, line } of lost) byKind.set(what, [...(byKind.get(what) ?? []), line]);
  return [...byKind].map(([what, lines]) => {
    const each = [...new Set(lines)];
    const told = each.slice(0, MOST_LINES).join(', ');
    const more = each.length > MOST_LINES ? ` and ${each.length - MOST_LINES} more` : '';
    return `${what}: line${each.length === 1 ? '' : 's'} ${told}${more}`;
  });
}

const MOST_LINES = 12;
