import type { Agreement } from '../model/agreement.ts';
import { handedIn, type Taken } from './handed-in.ts';
import { dayText } from '../model/day-words.ts';
import {
  type AskedQuestion,
  type Exercise,
  lesserSets,
  type Mark,
  score,
  type Solution,
} from '../answer/exercise.ts';
import { choiceText, choiceWords } from './choice-text.ts';
import { claimStatements } from './claims-text.ts';
import {
  type Block,
  GAP,
  heading,
  line,
  phrase,
  type Phrase,
  phrased,
  statusLine,
  title,
  type Tone,
  type Words,
} from './document.ts';
import { whyBlocks } from './exercise-why.ts';
import { basisPhrase, listed, recordLine } from './words.ts';

/** A question with what was answered to it and how that was marked. */
export interface MarkedQuestion {
  readonly asked: AskedQuestion;
  readonly given: readonly string[];
  readonly mark: Mark;
  readonly solution: Solution;
}

/** What was or would have been answered, by the ids that commands take; where room is short, in words alone. */
function answerPhrase(
  agreement: Agreement,
  asked: AskedQuestion,
  choices: readonly string[],
  tone: Tone = 'plain',
): Phrase {
  const full = choices.map((choice) => {
    const text = choiceText(agreement, asked, choice);
    return text === '' || text === choice ? choice : `${choice} (${text})`;
  });
  // Where there are several, it must be seen where one ends.
  const quoted = choices
    .map((choice) => choiceWords(agreement, asked, choice))
    .map((said) => (choices.length > 1 ? `"${said}"` : said));
  return choices.length === 0
    ? phrase('none', tone, { brief: 'none of them' })
    : phrase(listed(full), tone, { brief: listed(quoted) });
}

/** `; b alone would be enough`: where less than all that is right will do; empty where not. */
function enoughPhrase(agreement: Agreement, asked: AskedQuestion, solution: Solution): Phrase {
  const sets = lesserSets(solution);
  if (sets.length === 0) return phrase('');
  const said = (wordsOf: (choice: string) => string) =>
    `; ${sets.map((set) => listed(set.map(wordsOf))).join(', or ')} alone would be enough`;
  const brief = said((choice) => `"${choiceWords(agreement, asked, choice)}"`);
  return phrase(
    said((choice) => choice),
    'plain',
    { brief },
  );
}

/** Whether an answer is right, what it was, and what the model says. */
export function markBlocks(
  agreement: Agreement,
  { asked, given, mark, solution }: MarkedQuestion,
  depth = 0,
): Block[] {
  const { isRight } = mark;
  const word = phrase(isRight ? 'Right.' : 'Not right.', isRight ? 'good' : 'bad');
  return [
    statusLine(isRight ? 'met' : 'unmet', [word], { depth }),
    ...saidBlocks(agreement, { asked, given, solution }, depth + 1),
  ];
}

/** What was answered, and what the model says. */
export function saidBlocks(
  agreement: Agreement,
  { asked, given, solution }: Omit<MarkedQuestion, 'mark'>,
  depth = 0,
): Block[] {
  return [
    ...line([phrase('You said: ', 'quiet'), answerPhrase(agreement, asked, given)], depth),
    ...line(
      [
        phrase('The model says: ', 'quiet'),
        answerPhrase(agreement, asked, solution.right, 'strong'),
        enoughPhrase(agreement, asked, solution),
        phrase(' (derived)', 'quiet'),
      ],
      depth,
    ),
  ];
}

/** The answers marked, each with what is right and the claims behind it, and the score. */
export function markedText(exercise: Exercise, marked: readonly MarkedQuestion[]): Block[] {
  return [title(exercise.agreement.title), ...answerBlocks(exercise, marked)];
}

/** A day and an hour by the clock of who reads it: `26 Nov 2026, 21:40`. */
export function hourText(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${dayText(day)}, ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** An exercise that was gone through, to be kept or handed in: who, when, on what, how it came out, and what it rests on. */
export function resultText(
  exercise: Exercise,
  marked: readonly MarkedQuestion[],
  taken: Taken,
): Block[] {
  const { agreement, story, questions } = exercise;
  const { right } = score(marked.map(({ mark }) => mark));
  return [
    title(`Exercise: ${story.scenario.title}`),
    ...handedIn(agreement, taken, [
      ['Scenario', story.scenario.id],
      ['Questions', `${questions.length}, of them answered ${marked.length}, right ${right}`],
    ]),
    ...answerBlocks(exercise, marked),
  ];
}

/** What the right answer rests on. */
function restWords(agreement: Agreement, { claims }: Solution): Words {
  return claims.length === 0
    ? 'Derived from the model alone.'
    : phrased`Rests on ${basisPhrase(agreement, claims)}.`;
}

function answerBlocks(exercise: Exercise, marked: readonly MarkedQuestion[]): Block[] {
  const { agreement } = exercise;
  const { right, of } = score(marked.map(({ mark }) => mark));
  return [
    ...marked.flatMap((each) => [
      heading(each.asked.question.prompt),
      ...markBlocks(agreement, each, 1),
      ...line('Why (derived):', 1),
      ...whyBlocks({ exercise, asked: each.asked }, { depth: 2 }),
      ...line(restWords(agreement, each.solution), 1),
    ]),
    ...claimStatements(
      agreement,
      marked.flatMap(({ solution }) => solution.claims),
    ),
    GAP,
    ...line(`${right} of ${of} right.`),
    ...line(recordLine(agreement)),
  ];
}
