import { partyReadings } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PlayedStep } from '../model/run.ts';
import type { OutcomeStatus } from '../model/shapes/scenario.ts';
import { type Overall, standing, type Standing } from '../model/standing.ts';
import type { StoryStep } from '../model/story.ts';
import { REPORTED } from '../model/terms.ts';
import { setsInWords } from './condition-text.ts';
import { type Phrase, phrase } from './document.ts';
import type { Judged } from './judged.ts';
import type { Mark } from './mark.ts';
import { outcomeWords } from './outcome-text.ts';
import { overallText } from './overall-text.ts';
import { capital, listed, OUTCOME_WORDS, runTitle } from './words.ts';

/** What one reading makes of a step, or what becomes of it as reported. */
export interface OutcomeRow {
  readonly reading: string;
  readonly title: string;
  readonly mark: Mark;
  /** A word or a sentence first, and behind it, in brackets, the reason where there is one. */
  readonly words: readonly [Phrase, ...Phrase[]];
}

const OUTCOME_MARKS: Readonly<Record<OutcomeStatus, Mark>> = {
  recognised: 'met',
  unopposed: 'unstated',
  refused: 'unmet',
  held: 'unmet',
  disputed: 'unmet',
  void: 'unmet',
  already: 'notAsked',
  impossible: 'notAsked',
  unknown: 'unknown',
};

const VERDICT_MARKS: Readonly<Record<Overall, Mark>> = {
  open: 'met',
  passed: 'met',
  closed: 'unmet',
  unknown: 'unknown',
  unstated: 'unstated',
  contested: 'contested',
};

/** What a reading makes of a step. That nothing is reported of its party is said as such, whatever its run does. */
export function outcomeRow(
  judged: Judged,
  { action }: StoryStep,
  reading: string,
  outcome: Outcome,
): OutcomeRow {
  const { agreement } = judged;
  return {
    reading,
    title: runTitle(agreement, reading),
    mark: outcome.status === null ? 'notAsked' : OUTCOME_MARKS[outcome.status],
    words:
      'event' in action
        ? outcomeWords(judged, outcome, agreement.events.get(action.event)?.home ?? null)
        : [phrase(appliedText(outcome))],
  };
}

/** What becomes of a waiver or an assumption, which nobody is asked about. */
function appliedText({ status }: Outcome): string {
  return status === 'already' ? 'changes nothing' : 'applied';
}

/**
 * What becomes of a step as reported: how its event stands over the parties. That the report has it says nothing of who
 * recognises it; where nobody holds anything on it, nothing forbids it, and no more than that is said.
 *
 * @param before where it was played
 * @param standingAt how an event stands, for who keeps what has been judged
 */
export function reportedRow(
  { before, after }: { readonly before: Moment; readonly after: Moment },
  played: PlayedStep,
  standingAt: (moment: Moment, event: string) => Standing = standing,
): OutcomeRow {
  const { agreement } = after;
  const { step, reported, outcomes } = played;
  const { action } = step;
  if (reported.status === null && 'reading' in action) {
    const { reading } = action;
    return outcomeRow(after, step, reading, outcomes[reading] ?? reported);
  }
  const row = outcomeRow(after, step, REPORTED, reported);
  if (!('event' in action) || reported.status !== 'unopposed') return row;
  const { requirement } = standingAt(before, action.event);
  if (requirement?.truth === false) {
    const required = setsInWords(agreement, requirement.unmet);
    const why = phrase(` (the model requires: ${required})`);
    return { ...row, mark: 'unmet', words: [phrase(OUTCOME_WORDS.held.word), why] };
  }
  const found = standingAt(after, action.event);
  const denying = partyReadings(agreement).filter(({ id }) => outcomes[id]?.status === 'disputed');
  const denied =
    denying.length === 0 ? '' : `denied by ${listed(denying.map(({ title }) => title))}`;
  if (found.verdict !== 'unstated')
    return {
      ...row,
      mark: VERDICT_MARKS[found.verdict],
      words: [phrase(`${overallText(found)}${denied === '' ? '' : ` ${capital(denied)}.`}`)],
    };
  const said = step.replayed ? 'nothing here forbids it' : 'applied';
  return {
    ...row,
    mark: denied === '' ? 'unstated' : 'unmet',
    words: [phrase(`${said}${denied === '' ? '' : `; ${denied}`}`)],
  };
}

/**
 * What the run on show makes of a step, or what becomes of it as reported.
 *
 * @param moments where it was played, asked for only as reported, and where it led
 * @param standingAt how an event stands, for who keeps what has been judged
 */
export function stepRow(
  run: string,
  { before, after }: { readonly before: () => Moment; readonly after: Moment },
  played: PlayedStep,
  standingAt: (moment: Moment, event: string) => Standing = standing,
): OutcomeRow {
  return run === REPORTED
    ? reportedRow({ before: before(), after }, played, standingAt)
    : outcomeRow(after, played.step, run, played.outcomes[run] ?? played.reported);
}
