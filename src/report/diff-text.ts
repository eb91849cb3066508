import { type Agreement, readingTitle, stageTitle } from '../agreement/agreement.ts';
import { REPORTED } from '../agreement/runner.ts';
import type { StoryStep } from '../agreement/story.ts';
import type { Difference } from '../analysis/diff.ts';
import { table } from './table.ts';
import { recordLine, spoken } from './words.ts';

/** Two stories side by side, as text. */
export function diffText(
  agreement: Agreement,
  difference: Difference,
  options: { width: number },
): string[] {
  const left = difference.left.story.scenario.id;
  const right = difference.right.story.scenario.id;
  const run = (id: string) => (id === REPORTED ? 'as reported' : readingTitle(agreement, id));
  const verdict = (said: { verdict: string; blocking: readonly (readonly string[])[] }) =>
    said.blocking.length === 0
      ? said.verdict
      : `${said.verdict} (${said.blocking.map((set) => set.join(' + ')).join('; or ')})`;
  const section = (title: string, head: string[], rows: string[][]) =>
    rows.length === 0
      ? ['', `${title}: no difference`]
      : ['', title, ...table([head, ...rows], options.width, '  ')];
  return [
    agreement.title,
    `${left} and ${right} share their first ${difference.shared} steps.`,
    ...stepsText(`Only in ${left}`, difference.onlyLeft),
    ...stepsText(`Only in ${right}`, difference.onlyRight),
    ...section(
      'Stages that differ at the end',
      ['Region', left, right, 'Run'],
      grouped(difference.stages).map(({ region, from, to, runs }) => [
        agreement.regions.get(region)?.title ?? region,
        stageTitle(agreement, region, from),
        stageTitle(agreement, region, to),
        runs.length === agreement.readings.size + 1 ? 'all' : runs.map(run).join(', '),
      ]),
    ),
    ...section(
      'Gates that a reading judges differently',
      ['Gate', 'Reading', left, right],
      difference.gates.map((entry) => [
        entry.gate,
        run(entry.reading),
        verdict(entry.left),
        verdict(entry.right),
      ]),
    ),
    ...section(
      'Events that a reading would take on one side only',
      ['Event', left, right, 'Reading'],
      groupedEvents(difference.events).map((entry) => [
        entry.event,
        entry.from,
        entry.to,
        entry.readings.map(run).join(', '),
      ]),
    ),
    '',
    'derived: all of this follows from the steps and the conditions.',
    recordLine(agreement),
  ];
}

/** Two stories side by side, as Markdown tables. */
export function diffMarkdown(agreement: Agreement, difference: Difference): string[] {
  const left = difference.left.story.scenario.id;
  const right = difference.right.story.scenario.id;
  const cell = (text: string) => text.replaceAll(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);
  const markdownTable = (head: string[], rows: string[][]) =>
    rows.length === 0
      ? ['No difference.']
      : [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map(
          (row) => `| ${row.join(' | ')} |`,
        );
  const said = (entry: { verdict: string; blocking: readonly (readonly string[])[] }) =>
    [entry.verdict, ...entry.blocking.map((set) => set.join(' + '))].join('; ');
  return [
    `# ${left} and ${right}`,
    '',
    `${cell(agreement.title)}. They share their first ${difference.shared} steps. All that follows is derived. ${recordLine(agreement)}`,
    '',
    '## Steps',
    '',
    ...markdownTable(
      ['Scenario', 'Step', 'Date', 'Title', 'Basis'],
      [
        ...difference.onlyLeft.map((step) => [left, step] as const),
        ...difference.onlyRight.map((step) => [right, step] as const),
      ].map(([scenario, step]) => [scenario, step.id, spoken(step.date), step.title, step.basis]),
    ),
    '',
    '## Stages at the end',
    '',
    ...markdownTable(
      ['Region', left, right, 'Runs'],
      grouped(difference.stages).map(({ region, from, to, runs }) => [
        region,
        from,
        to,
        runs.join(', '),
      ]),
    ),
    '',
    '## Gates',
    '',
    ...markdownTable(
      ['Gate', 'Reading', left, right],
      difference.gates.map((entry) => [
        entry.gate,
        entry.reading,
        said(entry.left),
        said(entry.right),
      ]),
    ),
    '',
    '## Events',
    '',
    ...markdownTable(
      ['Event', 'Reading', left, right],
      difference.events.map((entry) => [
        entry.event,
        entry.reading,
        entry.left ?? '',
        entry.right ?? '',
      ]),
    ),
  ];
}

function stepsText(title: string, steps: readonly StoryStep[]): string[] {
  if (steps.length === 0) return ['', `${title}: no steps`];
  return [
    '',
    `${title}:`,
    ...steps.map((step) => `  ${spoken(step.date)}  ${step.id}: ${step.title} (${step.basis})`),
  ];
}

function grouped(
  stages: Difference['stages'],
): { region: string; from: string; to: string; runs: string[] }[] {
  const groups = new Map<string, { region: string; from: string; to: string; runs: string[] }>();
  for (const { run, region, left, right } of stages) {
    const key = `${region} ${left} ${right}`;
    const group = groups.get(key) ?? { region, from: left, to: right, runs: [] };
    group.runs.push(run);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupedEvents(
  events: Difference['events'],
): { event: string; from: string; to: string; readings: string[] }[] {
  const groups = new Map<string, { event: string; from: string; to: string; readings: string[] }>();
  for (const { event, reading, left, right } of events) {
    const key = `${event} ${left} ${right}`;
    const group = groups.get(key) ?? { event, from: left ?? '', to: right ?? '', readings: [] };
    group.readings.push(reading);
    groups.set(key, group);
  }
  return [...groups.values()];
}
