import { readingTitle } from '../model/agreement.ts';
import { type Exercise, score } from '../answer/exercise.ts';
import { type MarkedTask, tasksOf } from '../answer/task.ts';
import { withCitations } from './citations-json.ts';
import { envelope } from './envelope.ts';
import { choiceText } from './choice-text.ts';
import type { MarkedQuestion } from './marked-text.ts';
import type { ExerciseOutput } from './shapes/exercise.ts';
import { markedTaskJson, taskJson } from './task-json.ts';

/** The questions and tasks, the answers marked and what was tried, as one object. What is right is in it only once it was answered. */
export function exerciseJson(
  { agreement, story, questions }: Pick<Exercise, 'agreement' | 'story' | 'questions'>,
  marked: readonly MarkedQuestion[],
  tried: MarkedTask | null = null,
): ExerciseOutput {
  return withCitations(agreement, {
    ...envelope(agreement),
    scenario: story.scenario.id,
    scenarioTitle: story.scenario.title,
    questions: questions.map((asked) => {
      const { question, position, choices, takesSeveral } = asked;
      const { id, kind, prompt, after, reading = null } = question;
      const found = marked.find((each) => each.asked.question.id === id);
      return {
        id,
        kind,
        prompt,
        after,
        position,
        gate: 'gate' in question ? question.gate : null,
        reading,
        readingTitle: reading === null ? null : readingTitle(agreement, reading),
        choices: choices.map((choice) => ({
          id: choice,
          title: choiceText(agreement, asked, choice) || choice,
        })),
        takesSeveral,
        answer:
          found === undefined
            ? null
            : {
                given: found.given,
                isRight: found.mark.isRight,
                right: found.solution.right,
                enough: found.solution.enough,
                claims: found.solution.claims,
              },
      };
    }),
    score: score(marked.map(({ mark }) => mark)),
    tasks: tasksOf(agreement, story).map((task) => taskJson(agreement, task)),
    tried: tried === null ? null : markedTaskJson(tried),
  });
}
