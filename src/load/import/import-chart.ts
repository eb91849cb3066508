import type { Found } from '../findings.ts';
import { readYaml } from '../read-yaml.ts';
import { folderOf, type NewFile } from './folder-of.ts';
import { type ForeignChart, type Lost, statesWithin } from './foreign-chart.ts';
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
  const chart = read(text);
  if (!('root' in chart)) return chart;
  const laid = imported(chart);
  const { regions, events } = laid;
  const { line, column } = chart.root.place;
  if (regions.length === 0 || ![...statesWithin(chart.root)].some((state) => state !== chart.root))
    return [
      {
        line,
        column,
        code: 'missing-key',
        message: 'has no states',
        hint: 'a statechart consists of states',
      },
    ];
  if (events.length === 0)
    return [
      {
        line,
        column,
        code: 'missing-key',
        message: 'has no event that leads from one state to another',
        hint: 'an agreement has at least one thing that can happen',
      },
    ];
  const id = new Names('agreement', 'agreement').give(chart.name ?? name, kebab);
  const title = proseOf(chart.title ?? chart.name ?? name);
  const filesOf = (each: Imported) => folderOf(each, id, title, chart.format);
  const made = withoutFaults(laid, id, filesOf);
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
