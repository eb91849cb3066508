import { type Agreement, regionTitle, stageTitle } from '../model/agreement.ts';
import { earliest } from '../model/days.ts';
import type { Moment } from '../model/moment.ts';
import type { StoryStep } from '../model/story.ts';
import { sourceName } from '../model/citation.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import { bearsOn } from '../answer/bears-on.ts';
import {
  type Block,
  detail,
  GAP,
  line,
  phrase,
  plainWords,
  title,
  type Words,
} from './document.ts';
import { handsAfterText } from './hands-after.ts';
import { placeText } from './place-text.ts';
import { quoted } from './step-title.ts';
import { capital, counted, recordLine } from './words.ts';

/** What an answer about a moment begins with: the agreement, and where in which scenario it looks. */
export function momentHead(moment: Moment): Block[] {
  return [title(moment.agreement.title), ...line(`Scenario ${momentText(moment)}.`)];
}

/** `"The record" (record), as of 5 Jan 2031: after step 2 of 8, "The first phase begins"`. */
export function momentText(moment: Moment): string {
  return `${[scenarioText(moment.story), ...clocksSaid(moment)].join(', ')}: ${placeSaid(moment)}`;
}

/** `"The record" (record)`, `"What if: no tolls" (no-tolls, hypothetical)`. */
export function scenarioText({ scenario: { id, kind, title: name } }: Moment['story']): string {
  return `${quoted(name)} (${kind === 'documented' ? id : `${id}, ${kind}`})`;
}

/** The same where the scenario's title stands beside it: `As of 5 Jan 2031: after step 2 of 8, "The first phase begins"`. */
export function momentHereText(moment: Moment): string {
  const { kind } = moment.story.scenario;
  const said = [...(kind === 'documented' ? [] : [kind]), ...clocksSaid(moment)].join(', ');
  return capital(said === '' ? placeSaid(moment) : `${said}: ${placeSaid(moment)}`);
}

function clocksSaid({ agreement, viewpoint: { asOf, knownBy, assume } }: Moment): string[] {
  const assumed = assume.map(({ region, stage }) => {
    const where = stage === 'unknown' ? 'not known' : stageTitle(agreement, region, stage);
    return `assuming that ${regionTitle(agreement, region)} is: ${where}`;
  });
  return [
    ...(asOf === null ? [] : [`as of ${dayText(asOf)}`]),
    ...(knownBy === null ? [] : [`known by ${dayText(knownBy)}`]),
    ...assumed,
  ];
}

function placeSaid({ story, stepIndex, perhaps }: Moment): string {
  const step = story.steps[stepIndex];
  const open =
    perhaps.length === 0 ? '' : `, where ${counted(perhaps.length, 'step')} may have happened`;
  return step === undefined
    ? `${placeText(-1)}${open}`
    : `${placeText(stepIndex, story.steps.length)}, ${quoted(step.title)}${open}`;
}

/**
 * That nothing had been published by the day that the question allows, and what was first; nothing where something had.
 */
export function nothingPublishedText({ agreement, viewpoint, nothingPublished }: Moment): string {
  if (!nothingPublished || viewpoint.knownBy === null) return '';
  const first = earliest(agreement.sources.map(({ published }) => published));
  const from = first === null ? '' : `; the first document is from ${rangeText(first)}`;
  return `Nothing had been published by ${dayText(viewpoint.knownBy)}${from}.`;
}

interface FootOptions {
  /** Whether it would be another on another day, which is named then where nobody asked for one; by default as it reads. */
  readonly isByDay?: boolean;
  /** The regions that it hangs on; null where on any. */
  readonly regions?: ReadonlySet<string> | null;
  /** Whether it has told of every step already that may or may not have happened: then it names all that it left out, too. */
  readonly isEachTold?: boolean;
}

/**
 * What an answer about a moment ends with: what may count by then and does not, and how far the record reaches.
 *
 * @param said the answer itself
 */
export function momentFoot(
  moment: Moment,
  said: readonly Block[] = [],
  { isByDay = speaksOfThen(said), regions = null, isEachTold = false }: FootOptions = {},
): Block[] {
  const hands = handsAfterText(moment);
  return [
    GAP,
    ...line(hands.length > 0 || isByDay ? countedTo(moment) : ''),
    ...openEndsOf(moment, regions, isEachTold),
    ...hands,
    GAP,
    ...line(recordLine(moment.agreement)),
  ];
}

/** The day that everything is counted to, where the question names none. */
export function countedTo({ day, viewpoint: { asOf, knownBy } }: Moment): string {
  if (asOf !== null || knownBy !== null || day === null) return '';
  return `Counted to ${dayText(day)}, the last day of the steps; as of another day it may be otherwise.`;
}

/** Whether an answer says how something is `by then`, which asks by when. */
function speaksOfThen(said: readonly Block[]): boolean {
  const says = (words: Words) => plainWords(words).includes('by then');
  return said.some(
    (block) =>
      ('words' in block && says(block.words)) ||
      (block.kind === 'table' && block.rows.some((cells) => cells.some(says))),
  );
}

/**
 * What may or may not have happened or been published by the moment.
 *
 * @param regions what the answer hangs on: of many steps, those are named that bear on it, and the others counted
 */
export function openEndsOf(
  moment: Moment,
  regions: ReadonlySet<string> | null = null,
  isEachTold = false,
): Block[] {
  const { agreement, viewpoint, day, perhaps, notKnown, perhapsKnown, nothingPublished } = moment;
  const { knownBy } = viewpoint;
  const by = knownBy === null ? '' : dayText(knownBy);
  const left = nothingPublished ? [] : notKnown.filter((step) => !perhapsKnown.includes(step));
  const maybeOut = agreement.sources.filter(
    ({ published }) => knownBy !== null && published.from <= knownBy && knownBy < published.to,
  );
  const stepsAfter = (said: string, steps: readonly StoryStep[], note = '') =>
    stepBlocks(agreement, said, { steps, note, regions, isWhole: isEachTold });
  return [
    ...stepsAfter(
      `May or may not have happened by ${day === null ? 'then' : dayText(day)}`,
      isEachTold ? [] : perhaps,
      perhaps.some(({ action }) => action.kind !== 'note')
        ? 'what these steps would have moved is not known'
        : '',
    ),
    ...line(
      maybeOut.length === 0
        ? ''
        : `May or may not have been published by ${by}, and not counted: ${maybeOut
            .map((source) => `${sourceName(source)}, ${rangeText(source.published)} (${source.id})`)
            .join('; ')}.`,
    ),
    ...stepsAfter(
      `Left out, as nothing that reports them had certainly been published by ${by}, though it may have been`,
      perhapsKnown,
    ),
    ...stepsAfter(`Left out, as nothing that reports them had been published by ${by}`, left),
  ];
}

/** More steps than this are a list, and no longer a sentence. */
const MOST_IN_A_SENTENCE = 3;

/** Steps by their titles, each with its days: few in a sentence, many as a list with those first that bear on the answer. */
function stepBlocks(
  agreement: Agreement,
  said: string,
  {
    steps,
    note,
    regions,
    isWhole,
  }: {
    readonly steps: readonly StoryStep[];
    readonly note: string;
    readonly regions: ReadonlySet<string> | null;
    readonly isWhole: boolean;
  },
): Block[] {
  const dated = (step: StoryStep) => `${quoted(step.title)} (${rangeText(step.date)})`;
  if (steps.length === 0) return [];
  if (steps.length <= MOST_IN_A_SENTENCE)
    return line(
      `${said}: ${steps.map(dated).join(', ')}.${note === '' ? '' : ` ${capital(note)}.`}`,
    );
  const asked = regions ?? new Set(agreement.regions.keys());
  const named = isWhole ? steps : steps.filter((step) => bearsOn(agreement, step, asked));
  const others = steps.length - named.length;
  const rest = `${counted(others, named.length === 0 ? 'step' : 'other')}, none of which moves anything${regions === null ? '' : ' asked about here'}`;
  return [
    ...line(`${said}${note === '' ? '' : `; ${note}`}:`),
    ...named.flatMap((step) => line(dated(step), 1)),
    ...line(
      others === 0
        ? ''
        : [phrase(rest), { ...detail('; `play` names them'), onScreen: '' }, phrase('.')],
      1,
    ),
  ];
}
