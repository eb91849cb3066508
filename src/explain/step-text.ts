import { type Agreement, partyTitle, readingTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Play, PlayedStep } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import type { Standing } from '../model/standing.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { REPORTED } from '../model/terms.ts';
import { actionText } from './action-text.ts';
import { authorTexts } from './author-text.ts';
import { citationsText } from '../model/citation.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import { type Block, line } from './document.ts';
import { stageText } from './fact-text.ts';
import type { Judged } from './judged.ts';
import { outcomesText, outcomeText } from './outcome-text.ts';
import { capital, listed, restsOn, STEP_STATUS_WORDS, VERDICT_WORDS } from './words.ts';

/** A step as it was played, and what is to be told of it. */
export interface ToldStep {
  readonly entry: PlayedStep;
  /** How its event stands afterwards; null where it is no event. */
  readonly standing: Standing | null;
  /** The states that it found. */
  readonly before: Readonly<Record<string, RunState>>;
}

/** Where steps are told: what they are steps of. */
export interface Telling {
  readonly moment: Pick<Moment, 'agreement' | 'story' | 'day' | 'viewpoint'>;
  /** The scenario whose later steps are played on, on its own past; null where none are. */
  readonly base: Play | null;
  /** Whether the steps of the scenario that it branches off are told in full as well. */
  readonly verbose: boolean;
}

/** Whether a step comes from the scenario that this one branches off. */
export function isInherited(story: Story, { id }: StoryStep): boolean {
  return story.steps.findIndex((step) => step.id === id) < story.inherited;
}

/** One step of a transcript: what it says, what each reading makes of it, and what moved. */
export function stepBlocks({ moment, base, verbose }: Telling, told: ToldStep): Block[] {
  const { agreement, story } = moment;
  const { step, isCertain } = told.entry;
  const index = story.steps.findIndex(({ id }) => id === step.id);
  const number = `${index + 1}.`;
  const inherited = isInherited(story, step);
  if (inherited && !verbose)
    return line(`${number} ${step.title} [${step.scenario}, ${rangeText(step.date)}]`);
  const from = inherited
    ? ` [${step.scenario}]`
    : step.replayed
      ? ` [replayed from ${step.scenario}]`
      : '';
  const depth = 1;
  return [
    ...line(`${number} ${rangeText(step.date)}: ${step.title} (${step.id})${from}`),
    ...line(isCertain ? '' : perhapsText(moment.day), depth),
    ...line(step.narrative ?? '', depth),
    ...line(reportedText(agreement, step), depth),
    ...authorTexts(step).flatMap((said) => line(said, depth)),
    ...line(step.inference === null ? '' : `Inferred: ${step.inference}`, depth),
    ...line(
      step.bearing.length === 0 ? '' : `Bears on it: ${citationsText(agreement, step.bearing)}.`,
      depth,
    ),
    ...line(voidText(moment, step), depth),
    ...line(deniedText(moment, step), depth),
    ...line(assumedText(agreement, step), depth),
    ...(step.action.kind === 'note' ? [] : judgedLines(moment, told, base, depth)),
  ];
}

function perhapsText(day: Moment['day']): string {
  const when = day === null ? 'then' : dayText(day);
  return `It may or may not have happened by ${when}; what it moves is not known.`;
}

/** What the step does, who does it, and what reports it; first of all that it is only expected, if that is so. */
function reportedText(agreement: Agreement, step: StoryStep): string {
  const status = STEP_STATUS_WORDS[step.status];
  const isSaid = status === '' || step.action.kind === 'assume' || step.action.kind === 'unknown';
  // Whose waiver or grant it is has been said.
  const own =
    'reading' in step.action ? agreement.readings.get(step.action.reading)?.party : undefined;
  const others = step.by.filter((id) => id !== own);
  const by =
    others.length === 0 ? '' : `, by ${listed(others.map((id) => partyTitle(agreement, id)))}`;
  const what =
    step.action.kind === 'note'
      ? `a note${by}: it moves nothing`
      : `${actionText(agreement, step.action)}${by}`;
  const said = `${isSaid ? '' : `${status}: `}${what}`;
  return `${capital(said)} [${restsOn(agreement, step.claims, step.basis)}].`;
}

function voidText(moment: Judged, step: StoryStep): string {
  if (step.void === null) return '';
  const claims = published(moment, [...step.void.claims]);
  const said = claims.length > 0 ? claims : step.claims;
  return `Attempted, void: it came to nothing [${restsOn(moment.agreement, said, step.basis)}].`;
}

function deniedText(moment: Judged, { disputedBy, ...step }: StoryStep): string {
  const { agreement } = moment;
  const denials = disputedBy.map(
    ({ reading, claims }) =>
      `${readingTitle(agreement, reading)} [${restsOn(agreement, published(moment, claims))}]`,
  );
  if (denials.length === 0) return '';
  return step.void === null
    ? `Denied by ${listed(denials)}.`
    : `Held to have happened by ${listed(denials)}.`;
}

function assumedText(agreement: Agreement, { action }: StoryStep): string {
  const assumed = 'event' in action ? (agreement.events.get(action.event)?.assumed ?? null) : null;
  return assumed === null ? '' : `Assumed by the model itself: ${assumed}`;
}

function judgedLines(
  moment: Judged,
  { entry, standing, before }: ToldStep,
  base: Play | null,
  depth: number,
): Block[] {
  const contested =
    standing?.verdict === 'contested' ? `${VERDICT_WORDS.contested.word.toUpperCase()}. ` : '';
  const there = base?.steps.find(
    ({ step }) => step.id === entry.step.id && step.scenario === entry.step.scenario,
  );
  const judged = judgedText(moment, entry);
  return [
    // What is taken for granted, and what a party waives of its own, is for no reading to judge.
    ...line(judged === '' ? '' : `Derived: ${contested}${judged}.`, depth),
    ...(entry.step.replayed && there !== undefined
      ? line(`${replayedText(moment, entry, there)}.`, depth)
      : []),
    ...line(movesText(moment.agreement, entry, before), depth),
  ];
}

/** What the readings make of a step; where all say the same, it is said once. Terms are no party's, and stand apart. */
function judgedText(moment: Judged, entry: PlayedStep): string {
  const { agreement } = moment;
  const region = homeOf(agreement, entry.step);
  const asked = Object.entries(entry.outcomes).filter(([, { status }]) => status !== null);
  const [first] = asked;
  const said = new Set(asked.map(([, outcome]) => outcomeText(moment, outcome, region)));
  if (asked.length > 1 && said.size === 1 && first !== undefined)
    return `${outcomeText(moment, first[1], region)} under every reading`;
  const isTerms = ([id]: [string, Outcome]) => agreement.readings.get(id)?.kind === 'terms';
  const parties = outcomesText(
    moment,
    asked.filter((each) => !isTerms(each)),
    region,
  );
  const terms = outcomesText(moment, asked.filter(isTerms), region);
  return [parties, ...(terms === '' ? [] : [`terms as reported, no party's: ${terms}`])]
    .filter((part) => part !== '')
    .join('; ');
}

function homeOf(agreement: Agreement, { action }: StoryStep): string | null {
  return 'event' in action ? (agreement.events.get(action.event)?.home ?? null) : null;
}

/** Of a replayed step: which readings make something else of it than on its own past. */
function replayedText(moment: Judged, entry: PlayedStep, there: PlayedStep): string {
  const { agreement } = moment;
  const region = homeOf(agreement, entry.step);
  const said = (outcome: Outcome | undefined) =>
    outcome === undefined ? '' : outcomeText(moment, outcome, region);
  const changed = Object.entries(there.outcomes).filter(
    ([id, outcome]) => said(outcome) !== said(entry.outcomes[id]),
  );
  const where = `Derived, on the past of ${entry.step.scenario}`;
  return changed.length === 0
    ? `${where}: the same`
    : `${where}: ${outcomesText(moment, changed, region)}`;
}

/** What moved as reported. */
function movesText(
  agreement: Agreement,
  entry: PlayedStep,
  before: Readonly<Record<string, RunState>>,
): string {
  const moves = agreement.statechart.regions.flatMap(({ id, title }) => {
    const [from, to] = [before, entry.states].map((states) => states[REPORTED]?.facts[id]);
    if (from === undefined || to === undefined || from === to) return [];
    const [was, is] = [from, to].map((fact) => stageText(agreement, id, fact));
    return was === is ? [] : [`${title}: ${was} -> ${is}`];
  });
  return moves.length === 0 ? '' : `Moves ${moves.join('; ')}.`;
}
