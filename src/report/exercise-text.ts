import { type Agreement, readingTitle } from '../model/agreement.ts';
import { leavesById } from '../answer/grouped-options.ts';
import {
  type AskedQuestion,
  type Exercise,
  lesserSets,
  type Mark,
  type Solution,
} from '../answer/exercise.ts';
import { statements } from './claims-text.ts';
import { wrap } from './table.ts';
import { cited, listed, recordLine, spoken, spokenLeaf } from './words.ts';

/** A question with what was answered to it and how that was marked. */
export interface MarkedQuestion {
  readonly asked: AskedQuestion;
  readonly given: readonly string[];
  readonly mark: Mark;
  readonly solution: Solution;
}

/** What a choice says, after its id; empty where the id says it all. */
export function choiceText(agreement: Agreement, asked: AskedQuestion, choice: string): string {
  switch (asked.chosenFrom) {
    case 'reading':
      return readingTitle(agreement, choice);
    case 'leaf': {
      const leaf = leavesById(agreement).get(choice);
      return leaf === undefined ? '' : spokenLeaf(agreement, leaf);
    }
    case 'outcome':
      return choice === 'unstated' ? 'no position on the gate; the event is taken' : '';
    case 'verdict':
      return choice !== 'unstated'
        ? ''
        : asked.isRefusalReported
          ? 'no condition reported'
          : 'no position stated on the gate';
  }
}

/** The questions of an exercise with their choices, none of them answered. */
export function exerciseText(exercise: Exercise, width: number): string[] {
  const { agreement, story } = exercise;
  return [
    agreement.title,
    `Questions on ${story.scenario.title} (scenario ${story.scenario.id})`,
    ...exercise.questions.flatMap((asked, index) => questionText(exercise, asked, index, width)),
    '',
    ...wrap(
      'Answer with --answer QUESTION=CHOICE, or QUESTION=CHOICE,CHOICE where several may be right and QUESTION=none where ' +
        'none is. Nothing is sent anywhere.',
      width,
    ),
    recordLine(agreement),
  ];
}

function questionText(
  { agreement, story }: Exercise,
  asked: AskedQuestion,
  index: number,
  width: number,
): string[] {
  const step = story.steps[asked.position];
  const when =
    step === undefined ? '' : `after step ${asked.position + 1}, ${step.id} (${spoken(step.date)})`;
  return [
    '',
    `${index + 1}. ${asked.question.id}, ${when}`,
    ...wrap(asked.question.prompt, width, '   '),
    ...asked.choices.flatMap((choice) => {
      const text = choiceText(agreement, asked, choice);
      return wrap(`- ${choice}${text === '' || text === choice ? '' : `: ${text}`}`, width, '   ');
    }),
    ...(asked.takesSeveral ? ['   - none'] : []),
  ];
}

/** What was or would have been answered; of a verdict or an outcome with what it means. */
function answerText(
  agreement: Agreement,
  asked: AskedQuestion,
  choices: readonly string[],
): string {
  if (choices.length === 0) return 'none';
  if (asked.chosenFrom === 'leaf' || asked.chosenFrom === 'reading') return listed(choices);
  const meaning = (choice: string) => {
    const text = choiceText(agreement, asked, choice);
    return text === '' ? choice : `${choice} (${text})`;
  };
  return listed(choices.map(meaning));
}

/** `; b alone would be enough`: where less than all that is right will do; empty where not. */
function enoughText(solution: Solution): string {
  const sets = lesserSets(solution).map((set) => listed(set));
  return sets.length === 0 ? '' : `; ${sets.join(', or ')} alone would be enough`;
}

/** The answers marked, each with what is right and the claims behind it, and the score. */
export function markedText(
  { agreement }: Exercise,
  marked: readonly MarkedQuestion[],
  width: number,
): string[] {
  const lines = marked.flatMap(({ asked, given, mark, solution }) => [
    '',
    ...wrap(asked.question.prompt, width),
    ...wrap(
      `${mark.isRight ? '✓ right' : '✗ not right'}: you said ${answerText(agreement, asked, given)}, the model says ${answerText(agreement, asked, solution.right)}${enoughText(solution)}`,
      width,
      '  ',
    ),
    ...wrap(
      cited(agreement, solution.claims, solution.claims.length === 0 ? 'derived' : 'sourced'),
      width,
      '  ',
    ),
    ...statements(agreement, solution.claims, width, '    '),
  ]);
  const right = marked.filter(({ mark }) => mark.isRight).length;
  return [
    agreement.title,
    ...lines,
    '',
    `${right} of ${marked.length} right`,
    recordLine(agreement),
  ];
}
