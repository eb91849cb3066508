import type { Agreement } from '../model/agreement.ts';
import type { AskedQuestion, Exercise } from '../answer/exercise.ts';
import { rangeText } from '../model/day-words.ts';
import type { Story } from '../model/story.ts';
import { tasksOf } from '../answer/task.ts';
import { choiceText } from './choice-text.ts';
import { type Block, GAP, heading, line, title } from './document.ts';
import { scenarioText } from './moment-text.ts';
import { placeText } from './place-text.ts';
import { quoted } from './step-title.ts';
import { tasksText } from './task-text.ts';
import { recordLine } from './words.ts';

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
          ...line(`Questions on scenario ${scenarioText(story)}`),
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
      : `, ${placeText(asked.position, story.steps.length)}, ${quoted(step.title)} (${rangeText(step.date)})`;
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
