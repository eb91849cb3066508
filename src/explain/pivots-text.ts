import { type Agreement, conditionTitle } from '../model/agreement.ts';
import type { Dropped, Pivot, PivotsAnswer } from '../search/pivots.ts';
import { type Block, heading, line, type Phrase, phrase, phrased } from './document.ts';
import { completeness, goalText, type Searched } from './search-text.ts';
import {
  capital,
  citedPhrase,
  counted,
  eventTitle,
  underReadings,
  VERDICT_WORDS,
} from './words.ts';

/** What verdicts and goals turn on under one reading. */
export interface PivotsUnder {
  readonly reading: string;
  readonly answer: PivotsAnswer;
}

/** Which single condition, objection or claim a verdict or a goal turns on, reading by reading. */
export function pivotsText(
  { moment }: Pick<Searched, 'moment'>,
  found: readonly PivotsUnder[],
): Block[] {
  const { agreement } = moment;
  return found.flatMap(({ reading, answer }) => [
    heading(`${capital(underReadings(agreement, [reading]))}:`),
    ...line(triedText(answer), 1),
    ...answer.pivots.flatMap((pivot) =>
      line(phrased`${droppedWords(agreement, pivot.dropped)}: ${changesText(agreement, pivot)}`, 1),
    ),
    ...(answer.complete ? [] : line(completeness(false), 1)),
  ]);
}

function triedText({ tried, pivots }: PivotsAnswer): string {
  const what = `${counted(tried, 'condition, objection or claim', 'conditions, objections and claims')} behind the positions and requirements`;
  return pivots.length === 0
    ? `Dropping any one of the ${what} changes nothing (where two ask for the same, one of them is left).`
    : `Of the ${what}, dropped one at a time, ${counted(pivots.length, 'changes', 'change')} something:`;
}

/** What is imagined away, in words. */
function droppedWords(agreement: Agreement, { kind, id }: Dropped): Phrase[] {
  switch (kind) {
    case 'claim':
      return phrased`without the claim ${citedPhrase(agreement, [id])}`;
    case 'condition': {
      const condition = agreement.conditions.get(id);
      const said = condition === undefined ? '' : ` "${conditionTitle(agreement, condition)}"`;
      return [phrase(`without the condition${said} (${id})`)];
    }
    case 'objection': {
      const objection = agreement.objections.get(id);
      const event = objection?.event ?? '';
      return [phrase(`without the objection to "${eventTitle(agreement, event)}" (${id})`)];
    }
  }
}

function changesText(agreement: Agreement, { verdicts, goals }: Pivot): string {
  return [
    ...verdicts.map(({ event, before, after }) => {
      return `"${eventTitle(agreement, event)}" goes from ${VERDICT_WORDS[before].word} to ${VERDICT_WORDS[after].word}`;
    }),
    ...goals.map(
      ({ goal, reachableAfter }) =>
        `${goalText(agreement, goal)} ${reachableAfter ? 'can be reached' : 'can no longer be reached'}`,
    ),
  ].join('; ');
}
