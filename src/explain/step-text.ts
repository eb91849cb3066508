import { type Agreement, partyTitle, readingTitle } from '../model/agreement.ts';
import { type Moment, published } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Play, PlayedStep } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import type { Standing } from '../model/standing.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { REPORTED } from '../model/terms.ts';
import { dutiesOn } from '../answer/duties-on.ts';
import { actionWords } from './action-text.ts';
import { authorTexts } from './author-text.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import {
  type Block,
  detail,
  line,
  phrase,
  phrased,
  type Phrase,
  plainWords,
  statusLine,
} from './document.ts';
import { dutyLine } from './duty-line.ts';
import { stageText } from './fact-text.ts';
import { grouped } from './grouped.ts';
import type { Judged } from './judged.ts';
import { type OutcomeRow, outcomeRow } from './outcome-row.ts';
import { outcomesWords, outcomeWords } from './outcome-text.ts';
import {
  capital,
  citedPhrase,
  inRuns,
  listed,
  restsOnPhrase,
  STEP_STATUS_WORDS,
  verdictWord,
} from './words.ts';
import { scenarioNamed } from './step-title.ts';
import { MARK_TONES, VERDICT_TONES } from './tones.ts';

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
  readonly moment: Pick<Moment, 'agreement' | 'story' | 'day' | 'viewpoint' | 'played'>;
  /** The scenario whose later steps are played on, on its own past; null where none are. */
  readonly base: Play | null;
  /** Whether the steps of the scenario that it branches off are told in full as well. */
  readonly verbose: boolean;
  /** In whose run it is said what a step moved: as reported where nothing is said. */
  readonly run?: string;
}

/** Whether a step comes from the scenario that this one branches off. */
export function isInherited(story: Story, { id }: StoryStep): boolean {
  return story.steps.findIndex((step) => step.id === id) < story.inherited;
}

/** A step in one line: its place, its days, what it is called, and where it was written where that was elsewhere. */
function headWords({ story }: Telling['moment'], step: StoryStep): Phrase[] {
  const index = story.steps.findIndex(({ id }) => id === step.id);
  const from = isInherited(story, step)
    ? ` [a step of ${scenarioNamed(story, step.scenario)}]`
    : step.replayed
      ? ` [replayed from ${scenarioNamed(story, step.scenario)}]`
      : '';
  return [
    detail(`${index + 1}. `),
    phrase(`${rangeText(step.date)}: `, 'quiet'),
    phrase(step.title, 'strong'),
    detail(` (${step.id})`),
    phrase(from, 'quiet'),
  ];
}

/** One step of a transcript: what it says, what each reading makes of it, and what moved. */
export function stepBlocks(telling: Telling, told: ToldStep): Block[] {
  const { moment, verbose } = telling;
  const { story } = moment;
  const { step } = told.entry;
  if (!isInherited(story, step) || verbose)
    return [...line(headWords(moment, step)), ...toldBlocks(telling, told, 1)];
  const index = story.steps.findIndex(({ id }) => id === step.id);
  const from = phrase(` [${step.scenario}, ${rangeText(step.date)}]`, 'quiet');
  return line(phrased`${String(index + 1)}. ${step.title}${from}`);
}

/** One step by itself: what {@link stepBlocks} says of it, with nothing set in. */
export function oneStepBlocks(telling: Telling, told: ToldStep): Block[] {
  return [
    ...line(headWords(telling.moment, told.entry.step)),
    ...toldBlocks({ ...telling, verbose: true }, told, 0),
  ];
}

function toldBlocks({ moment, base, run = REPORTED }: Telling, told: ToldStep, depth: number) {
  const { agreement } = moment;
  const { entry, standing } = told;
  const { step, isCertain } = entry;
  const assumed = standing?.event.assumed ?? null;
  const duties = standing === null ? [] : dutiesOn(standing);
  return [
    ...line(isCertain ? '' : [phrase(perhapsText(moment.day, step), 'unsure')], depth),
    ...line(step.narrative ?? '', depth),
    ...line(reportedWords(agreement, step), depth),
    ...authorTexts(step).flatMap((said) => line(said, depth)),
    ...line(voidWords(moment, step), depth),
    ...line(deniedWords(moment, step), depth),
    ...(step.action.kind === 'note' ? [] : judgedBlocks(moment, told, base, depth)),
    ...(step.action.kind === 'note' ? [] : line(movesWords(agreement, told, run), depth)),
    ...duties.flatMap((duty) => line(dutyLine(agreement, duty), depth)),
    ...line(assumed === null ? '' : `Assumed by the model itself: ${assumed}`, depth),
    ...line(step.inference === null ? '' : `Inferred: ${step.inference}`, depth),
    ...(step.bearing.length === 0
      ? []
      : line([phrase('Bears on it: '), citedPhrase(agreement, step.bearing), phrase('.')], depth)),
  ];
}

function perhapsText(day: Moment['day'], { action }: StoryStep): string {
  const when = day === null ? 'then' : dayText(day);
  const so = action.kind === 'note' ? '' : ', so where it leads is not known';
  return `It may or may not have happened by ${when}${so}.`;
}

/** What the step does, who does it, and what reports it; first of all that it is only expected, if that is so. */
function reportedWords(agreement: Agreement, step: StoryStep): Phrase[] {
  const status = STEP_STATUS_WORDS[step.status];
  const isSaid = status === '' || step.action.kind === 'assume' || step.action.kind === 'unknown';
  // Whose waiver or grant it is has been said.
  const own =
    'reading' in step.action ? agreement.readings.get(step.action.reading)?.party : undefined;
  const others = step.by.filter((id) => id !== own);
  const by =
    others.length === 0 ? '' : `, by ${listed(others.map((id) => partyTitle(agreement, id)))}`;
  const [first, ...more]: readonly Phrase[] =
    step.action.kind === 'note'
      ? [phrase(`a note${by}: it moves nothing`)]
      : [...actionWords(agreement, step.action), phrase(by)];
  const said = `${isSaid ? '' : `${status}: `}${first?.text ?? ''}`;
  return [
    phrase(capital(said)),
    ...more,
    restsOnPhrase(agreement, step.claims, step.basis),
    phrase('.'),
  ];
}

function voidWords(moment: Judged, step: StoryStep): Phrase[] {
  if (step.void === null) return [];
  const claims = published(moment, [...step.void.claims]);
  return [
    phrase('Attempted, void: it came to nothing', 'bad'),
    restsOnPhrase(moment.agreement, claims.length > 0 ? claims : step.claims, step.basis),
    phrase('.'),
  ];
}

function deniedWords(moment: Judged, { disputedBy, ...step }: StoryStep): Phrase[] {
  const { agreement } = moment;
  if (disputedBy.length === 0) return [];
  return [
    phrase(step.void === null ? 'Denied by ' : 'Held to have happened by '),
    ...disputedBy.flatMap(({ reading, claims }, index) => [
      phrase(index === 0 ? '' : index === disputedBy.length - 1 ? ' and ' : ', '),
      phrase(readingTitle(agreement, reading)),
      restsOnPhrase(agreement, published(moment, claims)),
    ]),
    phrase('.'),
  ];
}

/**
 * What the readings make of a step, those that make the same of it together; where all do, in one line. Terms as
 * reported are no party's, and stand apart. What is taken for granted, and what a party waives of its own, is for no
 * reading to judge.
 */
function judgedBlocks(
  moment: Telling['moment'],
  { entry, standing }: ToldStep,
  base: Play | null,
  depth: number,
): Block[] {
  const { agreement } = moment;
  const asked = Object.entries(entry.outcomes)
    .filter(([, { status }]) => status !== null)
    .map(([reading, outcome]) => outcomeRow(moment, entry.step, reading, outcome));
  const isTerms = ({ reading }: OutcomeRow) => agreement.readings.get(reading)?.kind === 'terms';
  const alike = (rows: readonly OutcomeRow[]) => grouped(rows, ({ words }) => plainWords(words));
  const there = base?.steps.find(
    ({ step }) => step.id === entry.step.id && step.scenario === entry.step.scenario,
  );
  const replayed =
    entry.step.replayed && there !== undefined
      ? line(phrased`${replayedWords(moment, entry, there, base)}.`, depth)
      : [];
  const [all, ...others] = alike(asked);
  if (all === undefined) return replayed;
  if (others.length === 0 && all.length > 1)
    return [outcomeLine(all[0], ' under every reading, derived', depth), ...replayed];
  const contested = standing?.verdict === 'contested';
  const linesOf = (rows: readonly OutcomeRow[], more: string) =>
    alike(rows).map((same) =>
      outcomeLine(same[0], `: ${listed(same.map(({ title }) => title))}${more}`, depth + 1),
    );
  return [
    ...line(
      [
        phrase('What each reading makes of it', 'strong'),
        phrase(' (derived)', 'quiet'),
        phrase(contested ? ': ' : ''),
        phrase(contested ? verdictWord('contested') : '', VERDICT_TONES.contested),
      ],
      depth,
    ),
    ...linesOf(
      asked.filter((row) => !isTerms(row)),
      '',
    ),
    ...linesOf(asked.filter(isTerms), " (terms as reported, no party's)"),
    ...replayed,
  ];
}

/** `✗ refused: Northquay (unmet: wreck: raised)`. */
function outcomeLine({ mark, words }: OutcomeRow, whose: string, depth: number): Block {
  const [word, ...reason] = words;
  const tone = MARK_TONES[mark];
  const said = [
    phrase(word.text, tone === 'quiet' ? 'plain' : tone),
    phrase(whose, 'strong'),
    ...reason.map((each) => ({ ...each, tone: 'quiet' as const })),
  ];
  return statusLine(mark, said, { depth });
}

function homeOf(agreement: Agreement, { action }: StoryStep): string | null {
  return 'event' in action ? (agreement.events.get(action.event)?.home ?? null) : null;
}

/** Of a replayed step: which readings make something else of it than on its own past. */
function replayedWords(
  moment: Telling['moment'],
  entry: PlayedStep,
  there: PlayedStep,
  base: Play | null,
): Phrase[] {
  const { agreement } = moment;
  // Which step is why is said of what was played there.
  const past = { ...moment, played: base ?? moment.played };
  const region = homeOf(agreement, entry.step);
  const said = (at: Judged, outcome: Outcome | undefined) =>
    outcome === undefined ? '' : plainWords(outcomeWords(at, outcome, region));
  const changed = Object.entries(there.outcomes).filter(
    ([id, outcome]) => said(past, outcome) !== said(moment, entry.outcomes[id]),
  );
  const where = scenarioNamed(moment.story, entry.step.scenario);
  return changed.length === 0
    ? [phrase(`Derived: the same as in ${where}`)]
    : phrased`Derived: in ${where} itself, ${outcomesWords(past, changed, region)}`;
}

/** What a step moved in a run. */
function movesWords(agreement: Agreement, { entry, before }: ToldStep, run: string): Phrase[] {
  const whose = run === REPORTED ? '' : `${capital(inRuns(agreement, [run]))}, `;
  const moves = agreement.statechart.regions.flatMap(({ id, title }) => {
    const [from, to] = [before, entry.states].map((states) => states[run]?.facts[id]);
    if (from === undefined || to === undefined || from === to) return [];
    const [was, is] = [from, to].map((fact) => stageText(agreement, id, fact));
    return was === is || is === undefined ? [] : [{ title, was, is }];
  });
  return moves.length === 0
    ? [phrase(`${capital(`${whose}it moves nothing`)}.`, 'quiet')]
    : [
        phrase(capital(`${whose}moves `)),
        ...moves.flatMap(({ title, was, is }, index) => [
          phrase(`${index === 0 ? '' : '; '}${title}: ${was} -> `),
          phrase(is, 'changed'),
        ]),
        phrase('.'),
      ];
}
