import { type Agreement, readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import type { Outcome } from '../model/run.ts';
import { REPORTED } from '../model/runner.ts';
import type { StoryStep } from '../model/story.ts';
import type { Difference } from '../answer/diff.ts';
import type { Standing } from '../answer/standing.ts';
import { grouped } from './grouped.ts';
import { table, wrap } from './table.ts';
import { recordLine, spoken, spokenOutcome } from './words.ts';

/** Two stories side by side, as text. */
export function diffText(
  agreement: Agreement,
  difference: Difference,
  options: { width: number },
): string[] {
  const left = difference.left.story.scenario.id;
  const right = difference.right.story.scenario.id;
  return [
    agreement.title,
    `${left} and ${right} share their first ${difference.shared} steps.`,
    ...wrap(standsText(difference), options.width),
    ...stepsText(`Only in ${left}`, difference.onlyLeft),
    ...stepsText(`Only in ${right}`, difference.onlyRight),
    ...section(
      options.width,
      'Steps of both that a reading judges differently',
      ['Step', 'Reading', left, right],
      difference.judged.map((entry) => [
        entry.step.id,
        readingTitle(agreement, entry.reading),
        saidOf(entry.left),
        saidOf(entry.right),
      ]),
    ),
    ...section(
      options.width,
      'Stages that differ',
      ['Region', left, right, 'Run'],
      stageRows(agreement, difference.stages, (runs) =>
        runs.length === agreement.readings.size + 1 ? 'all' : runTitles(agreement, runs),
      ),
    ),
    ...gatesSection(agreement, difference, options.width),
    ...eventsSection(agreement, difference, options.width),
    '',
    'derived: all of this follows from the steps and the conditions.',
    recordLine(agreement),
  ];
}

/** Where the two are compared. */
function standsText({ left, right }: Difference): string {
  const at = ({ story, played }: Standing) => {
    const last = played.steps.at(-1)?.step.id;
    if (last === undefined) return 'before its first step';
    return `after ${last}${played.steps.length === story.steps.length ? ', its last step' : ''}`;
  };
  const [one, other] = [left, right].map(({ story }) => story.scenario.id);
  return `Compared: ${one} ${at(left)}; ${other} ${at(right)}.`;
}

/** The gates that a reading judges differently on the two sides. */
export function gatesSection(
  agreement: Agreement,
  { gates, left, right }: Difference,
  width: number,
): string[] {
  const verdict = (said: { verdict: string; blocking: readonly (readonly string[])[] }) =>
    said.blocking.length === 0
      ? said.verdict
      : `${said.verdict} (${said.blocking.map((set) => set.join(' + ')).join('; or ')})`;
  return section(
    width,
    'Gates that a reading judges differently',
    ['Gate', 'Reading', left.story.scenario.id, right.story.scenario.id],
    gates.map((entry) => [
      entry.gate,
      readingTitle(agreement, entry.reading),
      verdict(entry.left),
      verdict(entry.right),
    ]),
  );
}

/** The events that a reading would take on one side only. */
export function eventsSection(
  agreement: Agreement,
  { events, left, right }: Difference,
  width: number,
): string[] {
  return section(
    width,
    'Events that a reading would take on one side only',
    ['Event', left.story.scenario.id, right.story.scenario.id, 'Reading'],
    grouped(events, (one) => `${one.event} ${one.left} ${one.right}`).map((alike) => {
      const [{ event, left: before, right: after }] = alike;
      const titles = alike.map(({ reading }) => readingTitle(agreement, reading));
      return [event, before ?? '', after ?? '', titles.join(', ')];
    }),
  );
}

function section(width: number, title: string, head: string[], rows: string[][]): string[] {
  return rows.length === 0
    ? ['', `${title}: no difference`]
    : ['', title, ...table([head, ...rows], width, '  ')];
}

function runTitles(agreement: Agreement, runs: readonly string[]): string {
  return runs.map((id) => runTitle(agreement, id)).join(', ');
}

function runTitle(agreement: Agreement, id: string): string {
  return id === REPORTED ? 'as reported' : readingTitle(agreement, id);
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
    `${cell(agreement.title)}. They share their first ${difference.shared} steps. ${cell(standsText(difference))} All that follows is derived. ${recordLine(agreement)}`,
    '',
    '## Steps',
    '',
    ...markdownTable(
      ['Only in', 'Step', 'Date', 'Title', 'Basis'],
      [
        ...difference.onlyLeft.map((step) => [left, step] as const),
        ...difference.onlyRight.map((step) => [right, step] as const),
      ].map(([scenario, step]) => [scenario, step.id, spoken(step.date), step.title, step.basis]),
    ),
    '',
    '## Steps of both, judged differently',
    '',
    ...markdownTable(
      ['Step', 'Reading', left, right],
      difference.judged.map((entry) => [
        entry.step.title,
        readingTitle(agreement, entry.reading),
        saidOf(entry.left),
        saidOf(entry.right),
      ]),
    ),
    '',
    '## Stages',
    '',
    ...markdownTable(
      ['Region', left, right, 'Runs'],
      stageRows(agreement, difference.stages, (runs) => runTitles(agreement, runs)),
    ),
    '',
    '## Gates',
    '',
    ...markdownTable(
      ['Gate', 'Reading', left, right],
      difference.gates.map((entry) => [
        agreement.gates.get(entry.gate)?.title ?? entry.gate,
        readingTitle(agreement, entry.reading),
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
        agreement.events.get(entry.event)?.title ?? entry.event,
        readingTitle(agreement, entry.reading),
        entry.left ?? '',
        entry.right ?? '',
      ]),
    ),
  ];
}

/** An outcome with its reason: the leaves that refuse, or the step that makes it impossible. */
function saidOf(outcome: Outcome): string {
  const why =
    outcome.status === 'impossible'
      ? (outcome.becauseOf ?? '')
      : outcome.blocking.map((set) => set.join(' + ')).join('; or ');
  return why === '' ? spokenOutcome(outcome) : `${spokenOutcome(outcome)} (${why})`;
}

function stepsText(title: string, steps: readonly StoryStep[]): string[] {
  if (steps.length === 0) return ['', `${title}: no steps`];
  return [
    '',
    `${title}:`,
    ...steps.map((step) => `  ${spoken(step.date)}  ${step.id}: ${step.title} (${step.basis})`),
  ];
}

/** Stages that differ, a row for all the runs that have the same two. */
function stageRows(
  agreement: Agreement,
  stages: Difference['stages'],
  whose: (runs: readonly string[]) => string,
): string[][] {
  return grouped(stages, ({ region, left, right }) => `${region} ${left} ${right}`).map((alike) => {
    const [{ region, left, right }] = alike;
    return [
      regionTitle(agreement, region),
      stageTitle(agreement, region, left),
      stageTitle(agreement, region, right),
      whose(alike.map(({ run }) => run)),
    ];
  });
}
