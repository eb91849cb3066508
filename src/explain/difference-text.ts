import { type Agreement, conditionTitle, regionTitle } from '../model/agreement.ts';
import { type Difference, holdsOf, type Standings } from '../answer/diff.ts';
import type { MatchedStep } from '../answer/matched-steps.ts';
import type { Moment } from '../model/moment.ts';
import type { PlayedStep } from '../model/run.ts';
import type { Fact } from '../model/run-state.ts';
import type { PartyStanding } from '../model/standing.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import type { Day } from '../model/days.ts';
import { authorTexts } from './author-text.ts';
import {
  type Block,
  heading,
  line,
  type Phrase,
  phrase,
  phrased,
  plainWords,
  rows,
  type Words,
} from './document.ts';
import { assertedAs, stageText } from './fact-text.ts';
import { grouped } from './grouped.ts';
import type { Judged } from './judged.ts';
import { outcomeWords, refusedWords } from './outcome-text.ts';
import { placeText } from './place-text.ts';
import { quoted } from './step-title.ts';
import { listed, runTitle, STANCE_WORDS, VERDICT_WORDS } from './words.ts';

/** What the two sides are called: their scenarios by title, and their days as well where the scenario is the same. */
export interface Sides {
  readonly left: string;
  readonly right: string;
  /** What stands over their columns, where that is something shorter. */
  readonly heads?: readonly [left: string, right: string];
}

function headsOf({ left, right, heads }: Sides): readonly [string, string] {
  return heads ?? [left, right];
}

export function sidesOf({ left, right }: Difference): Sides {
  const [ours, theirs] = [left.story.scenario, right.story.scenario];
  const nameOf = ({ story, viewpoint, stepIndex }: Moment) => {
    const { id, title } = story.scenario;
    const { asOf, knownBy } = viewpoint;
    if (ours.id !== theirs.id)
      return ours.title === theirs.title ? `${quoted(title)} (${id})` : quoted(title);
    const clocks = [
      ...(asOf === null ? [] : [`as of ${dayText(asOf)}`]),
      ...(knownBy === null ? [] : [`known by ${dayText(knownBy)}`]),
    ];
    const place = placeText(stepIndex, story.steps.length);
    return `${quoted(title)}, ${clocks.length === 0 ? place : clocks.join(', ')}`;
  };
  return { left: nameOf(left), right: nameOf(right) };
}

/** Steps that only one side has, those that the other has further on, and those that both have at another place. */
export function stepSections({ steps, later }: Difference, sides: Sides): Block[] {
  const moved = steps.both.filter(({ isMoved }) => isMoved);
  const without = (only: readonly PlayedStep[], ahead: readonly PlayedStep[]) =>
    only.filter((step) => !ahead.includes(step));
  return [
    ...onlyIn(`Only in ${sides.left}`, without(steps.onlyLeft, later.left)),
    ...onlyIn(`Only in ${sides.right}`, without(steps.onlyRight, later.right)),
    ...laterIn(sides.left, sides.right, later.left),
    ...laterIn(sides.right, sides.left, later.right),
    ...(moved.length === 0
      ? []
      : section('In both, at another place', ['Step', ...headsOf(sides)], moved.map(movedRow))),
  ];
}

const STEP_HEAD = ['Days', 'Step', 'Title', 'Rests on'];

/** The steps of one side alone, each with what its author says of it, where anything is. */
function onlyIn(head: string, steps: readonly PlayedStep[]): Block[] {
  const said = steps.map(({ step }) => authorTexts(step).join(' '));
  const isSaid = said.some((text) => text !== '');
  return section(
    head,
    isSaid ? [...STEP_HEAD, 'Reason and note'] : STEP_HEAD,
    steps.map((step, index) => (isSaid ? [...stepRow(step), said[index] ?? ''] : stepRow(step))),
    // The title says which it is where there is no room for its id, nor for what it rests on.
    { none: NO_STEP, priorities: [0, 2, 0, 1] },
  );
}

/** Steps that both have, but the other one further on than it is compared at. */
function laterIn(side: string, other: string, steps: readonly PlayedStep[]): Block[] {
  return steps.length === 0 ? [] : onlyIn(`In ${side} by now, in ${other} further on`, steps);
}

function stepRow({ step, isCertain }: PlayedStep): string[] {
  const days = rangeText(step.date);
  return [
    isCertain ? days : `${days}, perhaps`,
    step.id,
    step.title,
    step.status === 'happened' || step.basis === 'assumed'
      ? step.basis
      : `${step.status}, ${step.basis}`,
  ];
}

function movedRow({ left, right }: MatchedStep): string[] {
  return [left.step.title, rangeText(left.step.date), rangeText(right.step.date)];
}

/** Steps of both of which a reading makes something else. */
export function judgedSection(difference: Difference, sides: Sides): Block[] {
  const { agreement } = difference.left;
  const { judged } = difference;
  return section(
    'Steps of both that a reading judges differently',
    ['Step', 'Reading', ...headsOf(sides)],
    judged.map(({ left, reading, outcomes }) => {
      const { action } = left.step;
      const home = 'event' in action ? (agreement.events.get(action.event)?.home ?? null) : null;
      return [
        left.step.title,
        runTitle(agreement, reading),
        outcomeWords(difference.left, outcomes.left, home),
        outcomeWords(difference.right, outcomes.right, home),
      ];
    }),
  );
}

/** Regions that stand otherwise, a row for all the runs that have the same two stages. */
export function stagesSection(difference: Difference, sides: Sides): Block[] {
  const { agreement } = difference.left;
  const { stages } = difference;
  const said = stages.map(({ run, region, left, right }) => {
    const [ours, theirs] = [left, right].map(
      (fact: Fact) => `${assertedAs(fact)}${stageText(agreement, region, fact)}`,
    );
    return { run, cells: [regionTitle(agreement, region), ours ?? '', theirs ?? ''] };
  });
  return section(
    'Stages that differ',
    ['Region', ...headsOf(sides), 'In which runs'],
    grouped(said, ({ cells }) => cells.join('\n')).map((alike) => [
      ...alike[0].cells,
      runsText(agreement, alike),
    ]),
  );
}

/** Gates that stand otherwise: over the parties, and under each reading. */
export function gateSections(standings: Standings, sides: Sides): Block[] {
  return [...verdictsSection(standings, sides), ...readingsSection(standings, sides)];
}

function verdictsSection({ verdicts }: Standings, sides: Sides, how = ''): Block[] {
  return section(
    `Gates whose verdict over the parties differs${how}`,
    ['Gate', ...headsOf(sides)],
    verdicts.map(({ gate, left, right }) => [
      `${gate.title} (${gate.id})`,
      VERDICT_WORDS[left].word,
      VERDICT_WORDS[right].word,
    ]),
  );
}

function readingsSection({ on, gates }: Standings, sides: Sides, how = ''): Block[] {
  return section(
    `Gates that stand otherwise under a reading${how}`,
    ['Gate', 'Reading', ...headsOf(sides)],
    gates.map(({ gate, reading, left, right }) => [
      `${gate.title} (${gate.id})`,
      runTitle(on.left.agreement, reading),
      ...sidesWords(on, left, right),
    ]),
  );
}

/** What stands otherwise on one side because the other is later, and by no step; empty where nothing does. */
export function dayBlocks({ byDay }: Difference): Block[] {
  if (byDay === null) return [];
  const [own, later] = [byDay.on.left.day, byDay.on.right.day];
  const days: Sides = { left: dayOrNone(own), right: dayOrNone(later) };
  const first = own === null ? 'without a day' : 'on its own day';
  return [
    heading('Because the day is later'),
    ...line(
      `All gates and events above are compared on ${days.right}. What follows compares ${quoted(byDay.on.left.story.scenario.title)} with itself, ${first} and on that one: it differs by the day alone.`,
      1,
    ),
    ...(byDay.verdicts.length === 0 ? [] : verdictsSection(byDay, days, BY_DAY)),
    ...(byDay.gates.length === 0 ? [] : readingsSection(byDay, days, BY_DAY)),
    ...(byDay.events.length === 0 ? [] : eventsSection(byDay, days, BY_DAY)),
  ];
}

const BY_DAY = ', by the day alone';

function dayOrNone(day: Day | null): string {
  return day === null ? 'no day' : dayText(day);
}

/** A verdict on each side; where both read alike, with what is held there. */
function sidesWords(on: Standings['on'], left: PartyStanding, right: PartyStanding): Words[] {
  const ours = verdictWords(on.left, left);
  const theirs = verdictWords(on.right, right);
  if (plainWords(ours) !== plainWords(theirs)) return [ours, theirs];
  const { agreement } = on.left;
  return [left, right].map((party) => phrased`${ours}; ${heldText(agreement, party)}`);
}

/** `perhaps objects; no condition reported, perhaps asks for wreck: raised`. */
function heldText(agreement: Agreement, party: PartyStanding): string {
  const held = holdsOf(party).map(({ stance, isCertain, conditions }) => {
    const asked = conditions.map((condition) => conditionTitle(agreement, condition));
    const what =
      stance === 'asks'
        ? `asks for ${listed(asked)}`
        : stance === 'objects'
          ? 'objects'
          : 'backs it';
    return `${isCertain ? '' : 'perhaps '}${what}`;
  });
  return held.length === 0 ? STANCE_WORDS.unstated : held.join(', ');
}

/** A verdict with what it takes, or the objection. */
function verdictWords(moment: Judged, party: PartyStanding): Phrase[] {
  const why = refusedWords(moment, party, party.verdict === 'unknown');
  const { word } = VERDICT_WORDS[party.verdict];
  return why.length === 0 ? [phrase(word)] : phrased`${word} (${why})`;
}

/** Events that a run would take on one side only, or perhaps; those that fare alike in several runs together. */
export function eventsSection({ on, events }: Standings, sides: Sides, how = ''): Block[] {
  const { agreement } = on.left;
  const said = events.map(({ event, run, left, right }) => ({
    run,
    cells: [
      `${event.title} (${event.id})`,
      outcomeWords(on.left, left, event.home),
      outcomeWords(on.right, right, event.home),
    ],
  }));
  return section(
    `Events that a run would take on one ${how === '' ? 'side' : 'day'} and not on the other${how}`,
    ['Event', ...headsOf(sides), 'In which runs'],
    grouped(said, ({ cells }) => cells.map(plainWords).join('\n')).map((alike) => [
      ...alike[0].cells,
      runsText(agreement, alike),
    ]),
  );
}

/** The runs that are alike in something, or that all are. */
function runsText(agreement: Agreement, alike: readonly { readonly run: string }[]): string {
  return alike.length === agreement.readings.size + 1
    ? 'all'
    : listed(alike.map(({ run }) => runTitle(agreement, run)));
}

/** Whether sections have anything that differs. */
export function isDiffering(sections: readonly Block[]): boolean {
  return sections.some(({ kind }) => kind === 'table');
}

/** What stands under the heading of a section that has nothing. */
const NO_DIFFERENCE = 'No difference.';
const NO_STEP = 'No step.';

/** Whether what stands under a heading says that there is nothing. */
export function isNothing(under: readonly Block[]): boolean {
  return under.every(
    (block) => 'words' in block && [NO_DIFFERENCE, NO_STEP].includes(plainWords(block.words)),
  );
}

function section(
  title: string,
  head: readonly string[],
  cells: readonly (readonly Words[])[],
  { none = NO_DIFFERENCE, priorities = [] }: { none?: string; priorities?: readonly number[] } = {},
): Block[] {
  return [
    heading(title),
    ...(cells.length === 0 ? line(none, 1) : rows(cells, { head, depth: 1, priorities })),
  ];
}
