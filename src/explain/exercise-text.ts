import { type Agreement, conditionTitle, readingTitle } from '../model/agreement.ts';
import {
  type AskedQuestion,
  type Exercise,
  lesserSets,
  type Mark,
  score,
  type Solution,
} from '../answer/exercise.ts';
import { rangeText } from '../model/day-words.ts';
import type { Story } from '../model/story.ts';
import { tasksOf } from '../answer/task.ts';
import { claimStatements } from './claims-text.ts';
import {
  type Block,
  GAP,
  heading,
  line,
  phrase,
  type Phrase,
  rows,
  statusLine,
  title,
  type Tone,
} from './document.ts';
import { placeText } from './place-text.ts';
import { tasksText } from './task-text.ts';
import { listed, OUTCOME_WORDS, recordLine, restsOn, VERDICT_WORDS } from './words.ts';

/** A question with what was answered to it and how that was marked. */
export interface MarkedQuestion {
  readonly asked: AskedQuestion;
  readonly given: readonly string[];
  readonly mark: Mark;
  readonly solution: Solution;
}

/** What a choice says, after its id; empty where the id says it all. */
export function choiceText(
  agreement: Agreement,
  { chosenFrom }: Pick<AskedQuestion, 'chosenFrom'>,
  choice: string,
): string {
  switch (chosenFrom) {
    case 'reading':
      return readingTitle(agreement, choice);
    case 'condition':
      return conditionText(agreement, choice);
    case 'outcome':
      return wordMeaning(OUTCOME_WORDS, choice);
    case 'verdict':
      return wordMeaning(VERDICT_WORDS, choice);
  }
}

function wordMeaning(
  words: Readonly<Record<string, { readonly meaning: string }>>,
  choice: string,
): string {
  return words[choice]?.meaning ?? '';
}

function conditionText(agreement: Agreement, choice: string): string {
  const condition = agreement.conditions.get(choice);
  if (condition !== undefined) return conditionTitle(agreement, condition);
  const objection = agreement.objections.get(choice);
  return objection === undefined
    ? ''
    : `objection by ${readingTitle(agreement, objection.reading)}, no condition reported`;
}

/** The questions that a scenario carries with their choices, none of them answered, and the tasks that it sets. */
export function exerciseText(
  agreement: Agreement,
  story: Story,
  exercise: Exercise | null,
): Block[] {
  const { questions } = exercise ?? { questions: [] };
  const tasks = tasksOf(agreement, story);
  return [
    title(agreement.title),
    ...(questions.length === 0
      ? []
      : [
          ...line(`Questions on ${story.scenario.title} (scenario ${story.scenario.id})`),
          ...questions.flatMap((asked, index) => questionBlocks(agreement, story, asked, index)),
          GAP,
          ...line(
            'Answer with --answer QUESTION=CHOICE, or QUESTION=CHOICE,CHOICE where several may be right and QUESTION=none where none is. Nothing is sent anywhere.',
          ),
        ]),
    ...(tasks.length === 0
      ? []
      : [
          ...tasksText(agreement, story, tasks),
          GAP,
          ...line(
            'Mark what you tried with --task TASK --try BRANCH: the token or the file that what-if gives, or a scenario by its id.',
          ),
        ]),
    ...line(recordLine(agreement)),
  ];
}

function questionBlocks(
  agreement: Agreement,
  story: Story,
  asked: AskedQuestion,
  index: number,
): Block[] {
  const step = story.steps[asked.position];
  const when =
    step === undefined
      ? ''
      : `, ${placeText(asked.position)}, ${step.id} (${rangeText(step.date)})`;
  return [
    heading(`${index + 1}. ${asked.question.id}${when}`),
    ...line(asked.question.prompt, 1),
    ...asked.choices.flatMap((choice) => {
      const text = choiceText(agreement, asked, choice);
      return line(`- ${choice}${text === '' || text === choice ? '' : `: ${text}`}`, 1);
    }),
    ...(asked.takesSeveral ? line('- none', 1) : []),
  ];
}

/** A choice as it is read: a word that answers use comes with what it means. */
export function choiceWords(
  agreement: Agreement,
  asked: Pick<AskedQuestion, 'chosenFrom'>,
  choice: string,
): string {
  const said = choiceText(agreement, asked, choice);
  const words: Readonly<Record<string, { readonly word: string }>> =
    asked.chosenFrom === 'outcome'
      ? OUTCOME_WORDS
      : asked.chosenFrom === 'verdict'
        ? VERDICT_WORDS
        : {};
  const word = words[choice]?.word;
  return word === undefined ? said : `${word}: ${said}`;
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
export function markedText(
  { agreement }: Pick<Exercise, 'agreement'>,
  marked: readonly MarkedQuestion[],
): Block[] {
  return [title(agreement.title), ...answerBlocks(agreement, marked)];
}

/** When an exercise was gone through, and by whom. */
export interface Taken {
  /** Null where no name was given. */
  readonly who: string | null;
  /** The day and the hour, as they are to be read. */
  readonly when: string;
}

/** An exercise that was gone through, to be kept or handed in: who, when, on what, how it came out, and what it rests on. */
export function resultText(
  { agreement, story, questions }: Exercise,
  marked: readonly MarkedQuestion[],
  { who, when }: Taken,
): Block[] {
  const { right } = score(marked.map(({ mark }) => mark));
  return [
    title(`Exercise: ${story.scenario.title}`),
    ...rows([
      ['Who', who ?? 'no name given'],
      ['When', when],
      ['Agreement', `${agreement.title} (${agreement.id})`],
      ['Scenario', story.scenario.id],
      ['Questions', `${questions.length}, of them answered ${marked.length}, right ${right}`],
      ['Marked by', 'the model, on the computer on which it was answered; nothing was sent'],
    ]),
    ...answerBlocks(agreement, marked),
  ];
}

/** What the right answer rests on. */
function restText(agreement: Agreement, { claims }: Solution): string {
  return claims.length === 0
    ? 'Derived from the model alone.'
    : `Rests on ${restsOn(agreement, claims)}.`;
}

function answerBlocks(agreement: Agreement, marked: readonly MarkedQuestion[]): Block[] {
  const { right, of } = score(marked.map(({ mark }) => mark));
  return [
    ...marked.flatMap((each) => [
      heading(each.asked.question.prompt),
      ...markBlocks(agreement, each, 1),
      ...line(restText(agreement, each.solution), 1),
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
