import { type Agreement, readingTitle } from '../model/agreement.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import type { Day } from '../model/days.ts';
import type { Moment } from '../model/moment.ts';
import type { TaskGoal, TaskLimit } from '../model/shapes/scenario.ts';
import type { PartyStanding } from '../model/standing.ts';
import type { Story, StoryStep } from '../model/story.ts';
import type { Demand, Goal, MarkedTask, Task } from '../answer/task.ts';
import {
  type Block,
  GAP,
  heading,
  joined,
  line,
  type Phrase,
  phrase,
  phrased,
  statusLine,
  title,
  type Words,
} from './document.ts';
import { scenarioText } from './moment-text.ts';
import { outcomeWords, refusedWords } from './outcome-text.ts';
import { quoted, stepNamed } from './step-title.ts';
import {
  CONDITION_WORDS,
  counted,
  eventTitle,
  listed,
  recordLine,
  VERDICT_WORDS,
} from './words.ts';

/** What a task can do without, as it is demanded. */
const LIMIT_WORDS: Readonly<Record<TaskLimit, string>> = {
  waivers: 'no party drops a condition or an objection of its own',
  grants: 'no party is merely assumed to accept that something happened',
  assumptions: 'no stage is taken for granted or left unknown',
  refusals: "no step is refused by a party's position",
};

const GOAL_WORDS: Readonly<Record<TaskGoal, (whose: string) => string>> = {
  recognised: (whose) => `recognised by ${whose}`,
  open: (whose) => `open for ${whose}`,
  passed: (whose) => `passed for ${whose}`,
};

/** What a task demands of a gate: `The canal opens: recognised by Northquay`. */
export function goalText(agreement: Agreement, { event, reading, says }: Goal): string {
  return `${eventTitle(agreement, event)}: ${GOAL_WORDS[says](readingTitle(agreement, reading))}`;
}

/** The tasks that a scenario sets, each with what must hold at the end of what is tried. */
export function tasksText(agreement: Agreement, story: Story, tasks: readonly Task[]): Block[] {
  return [
    heading(`Tasks on scenario ${scenarioText(story)}`),
    ...tasks.flatMap((task, index) => [
      GAP,
      ...line(`${index + 1}. ${task.task.id}: ${task.task.text}`),
      ...setText(agreement, story, task).flatMap((words) => line(`- ${words}`, 1)),
    ]),
  ];
}

/** `Your steps begin after "Both cities sign" (6 to 8 Jan 2031) or a later step.` */
export function beginsText(story: Story, { position }: Task): string {
  const step = story.steps[position];
  if (step === undefined) return 'Your steps begin at the start.';
  const when = step.date === null ? '' : ` (${rangeText(step.date)})`;
  const isLast = position === story.steps.length - 1;
  return `Your steps begin after "${step.title}"${when}${isLast ? ', the last step' : ' or a later step'}.`;
}

/** All that a task demands, as many things as are marked. */
function setText(
  agreement: Agreement,
  { steps }: Story,
  { task, position, goals }: Task,
): string[] {
  const { before, without, most } = task;
  return [
    beginningText(steps[position] ?? null),
    ...goals.map((goal) => goalText(agreement, goal)),
    ...(before === undefined ? [] : [beforeText(before)]),
    ...without.map((limit) => LIMIT_WORDS[limit]),
    ...(most === undefined ? [] : [mostText(most)]),
  ];
}

function beginningText(step: Pick<StoryStep, 'title'> | null): string {
  return step === null
    ? 'the steps begin at the start'
    : `the steps begin after ${quoted(step.title)} or later`;
}

function beforeText(day: Day): string {
  return `every step before ${dayText(day)}`;
}

function mostText(most: number): string {
  return `${counted(most, 'step')} at most`;
}

/** One thing that a task demands, in a line. */
export function demandText(agreement: Agreement, demand: Demand): string {
  switch (demand.kind) {
    case 'begins':
      return beginningText(demand.step);
    case 'gate':
      return goalText(agreement, demand.goal);
    case 'before':
      return beforeText(demand.day);
    case 'without':
      return LIMIT_WORDS[demand.limit];
    case 'most':
      return mostText(demand.most);
  }
}

/** Why a demand is met or not; empty where there is no more to say than that it is. */
export function demandReason({ end }: Pick<MarkedTask, 'end'>, demand: Demand): Words {
  const { agreement } = end;
  const named = (step: string) => stepNamed(end.story.steps, step);
  switch (demand.kind) {
    case 'begins':
      if (demand.isMet) return '';
      return demand.shared === null
        ? 'it has no step in common with the scenario'
        : `it leaves the scenario after ${quoted(demand.shared.title)} already`;
    case 'gate':
      return goalReason(end, demand);
    case 'before':
      return listed(
        demand.late.map(({ step, day }) =>
          day === null ? `${named(step)} has no day` : `${named(step)} is on ${dayText(day)}`,
        ),
      );
    case 'without':
      return joined(
        demand.found.map(({ step, reading, outcome }) => {
          if (reading === null) return [phrase(named(step))];
          const whose = readingTitle(agreement, reading);
          return outcome === null
            ? phrased`${named(step)}, by ${whose}`
            : phrased`${named(step)}, ${whose}: ${outcomeWords(end, outcome, null)}`;
        }),
        '; ',
      );
    case 'most':
      return demand.isMet ? '' : `it takes ${demand.taken}`;
  }
}

function goalReason(
  end: Moment,
  { goal, party, last, isMet }: Extract<Demand, { kind: 'gate' }>,
): Words {
  if (goal.says !== 'recognised') return verdictReason(end, party);
  const home = end.agreement.events.get(goal.event)?.home ?? null;
  if (last === null) return phrased`it has not happened; ${verdictReason(end, party)}`;
  const step = stepNamed(end.story.steps, last.step);
  if (last.isGranted) return `${step}: only granted`;
  const said = phrased`${step}: ${outcomeWords(end, last.outcome, home)}`;
  return isMet || last.outcome.status !== 'recognised' ? said : phrased`${said}, and undone since`;
}

/** How an event stands under a reading now, and what keeps it closed. */
function verdictReason(end: Moment, party: PartyStanding): Phrase[] {
  const { word, meaning } = VERDICT_WORDS[party.verdict];
  if (party.verdict === 'unstated') return [phrase(`${word}: ${meaning}`)];
  const why = refusedWords(end, party);
  return why.length === 0 ? [phrase(word)] : phrased`${word} (${why})`;
}

/** A branch held against a task: each demand, whether it is met, and why. */
export function markedTaskText(base: Story, marked: MarkedTask): Block[] {
  const { agreement } = marked.end;
  return [title(agreement.title), ...markedBlocks(base, marked), ...line(recordLine(agreement))];
}

/** The same without what every answer begins and ends with. */
export function markedBlocks(base: Story, marked: MarkedTask): Block[] {
  const { task, tried, steps, isMet } = marked;
  const own = counted(steps.length, 'step');
  return [
    ...line([phrase(task.task.text, 'strong')]),
    ...line(
      tried.scenario.id === base.scenario.id
        ? 'No step has been tried yet.'
        : `Tried: scenario ${scenarioText(tried)}, with ${own} that ${quoted(base.scenario.title)} does not have.`,
    ),
    GAP,
    ...demandBlocks(marked),
    GAP,
    ...line(isMet ? 'All of it is met.' : `Not met yet: ${unmetCount(marked)}.`),
  ];
}

/** Each demand under the sign of whether it is met, with the reason: first what is not. */
export function demandBlocks(marked: MarkedTask): Block[] {
  const { agreement } = marked.end;
  const inTurn = marked.demands.toSorted((one, other) => Number(one.isMet) - Number(other.isMet));
  return inTurn.flatMap((demand): Block[] => {
    const words = demandText(agreement, demand);
    const sign = demand.isMet ? 'met' : 'unmet';
    return [
      statusLine(sign, words, { word: CONDITION_WORDS[sign].word, depth: 1 }),
      ...line(demandReason(marked, demand), 2),
    ];
  });
}

/** `2 of 5`: how much of a task is not met yet. */
export function unmetCount({ demands }: Pick<MarkedTask, 'demands'>): string {
  return `${demands.filter(({ isMet }) => !isMet).length} of ${demands.length}`;
}
