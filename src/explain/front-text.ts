import type { Front } from '../answer/front.ts';
import { conditionTitle, readingTitle } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import type { Moment } from '../model/moment.ts';
import type { PartyStanding, Standing, StatementStanding } from '../model/standing.ts';
import { type Block, GAP, heading, line, phrase, type Phrase, title } from './document.ts';
import { nothingPublishedText } from './moment-text.ts';
import { heldWord, isReported, unstatedWord } from './position-text.ts';
import { VERDICT_TONES } from './tones.ts';
import {
  capital,
  readingTitles,
  restsOnPhrase,
  verdictPhrase,
  STANCE_WORDS,
  VERDICT_WORDS,
} from './words.ts';

/** As many conditions of a party are named; more are counted. */
const MOST_NAMED = 2;

/** What is in question, and each party's answer in a line: for someone who knows nothing yet. */
export function frontText(front: Front): Block[] {
  const { agreement } = front.moment;
  return [title(agreement.question ?? agreement.title), GAP, ...answersText(front)];
}

/** The same without the question. */
export function answersText({ inQuestion }: Front): Block[] {
  return inQuestion === null ? [] : answersBlocks(inQuestion);
}

/** How a gate stands over the parties, in a word, and then each party's answer with what it rests on. */
function answersBlocks({ moment, event, verdict, parties }: Standing): Block[] {
  const { meaning } = VERDICT_WORDS[verdict];
  const nothing = nothingPublishedText(moment);
  if (nothing !== '') return [heading(event.title), ...line(nothing)];
  const silent = parties.filter((party) => !isReported(party)).map(({ reading }) => reading);
  return [
    heading([phrase(event.title, 'strong'), phrase(': ', 'strong'), verdictPhrase(verdict)], {
      basis: 'derived',
    }),
    ...line(verdict === 'contested' ? [phrase(`${capital(meaning)}.`, 'quiet')] : ''),
    ...parties.filter(isReported).flatMap((party) => line(answerWords(moment, party))),
    ...line(
      silent.length === 0
        ? ''
        : [phrase(`${capital(STANCE_WORDS.unstated)}: `), ...named(moment, silent)],
    ),
  ];
}

function named({ agreement }: Moment, readings: readonly string[]): Phrase[] {
  return [phrase(readingTitles(agreement, readings), 'strong'), phrase('.')];
}

/** `Northquay: closed. Asks wreck: raised [The Lock Gazette, 2 Mar 2031].` */
function answerWords(moment: Moment, party: PartyStanding): Phrase[] {
  const { verdict } = party;
  const word = verdict === 'unstated' ? unstatedWord(party) : VERDICT_WORDS[verdict].word;
  return [
    phrase(capital(readingTitle(moment.agreement, party.reading)), 'strong'),
    phrase(': '),
    phrase(word, VERDICT_TONES[verdict]),
    phrase('.'),
    ...party.statements.flatMap((held) => heldPhrases(moment, party, held)),
  ];
}

/** What a party holds by one statement: of what it asks only what is not met. */
function heldPhrases(moment: Moment, party: PartyStanding, held: StatementStanding): Phrase[] {
  const { agreement } = moment;
  const { statement, claims, isWaived } = held;
  const own = conditionsOf(statement.asked);
  const open = party.conditions.filter(
    ({ condition, status }) => own.includes(condition) && status !== 'met' && status !== 'waived',
  );
  const titles = open.map(({ condition }) => conditionTitle(agreement, condition));
  const more = titles.length - MOST_NAMED;
  const said =
    own.length === 0
      ? ''
      : titles.length === 0
        ? ' what is met or waived'
        : ` ${titles.slice(0, MOST_NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return [
    phrase(` ${isWaived ? 'Waived: ' : ''}${heldWord(moment, held)}${said}`),
    restsOnPhrase(agreement, claims, statement.basis),
    phrase('.'),
  ];
}
