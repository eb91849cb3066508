// node exercise.mjs FOLDER QUESTION=CHOICE,CHOICE: the questions of the record, or an answer marked, as `phasegate
// exercise` says it.
import { asText, exerciseOf, explain, mark, solve } from 'phasegate';
import { atHand } from './at-hand.mjs';

const [folder, answer] = process.argv.slice(2);
const { agreement, moment } = atHand(folder);
const exercise = exerciseOf(agreement, moment.story);
if (exercise === null) throw new Error(`${moment.story.scenario.id} has no questions.`);

if (answer === undefined)
  console.log(asText(explain.exercise(agreement, moment.story, exercise), 100).join('\n'));
else {
  const [id, choices = ''] = answer.split('=');
  const asked = exercise.questions.find(({ question }) => question.id === id);
  if (asked === undefined) throw new Error(`There is no question ${id}.`);
  const given = choices === 'none' ? [] : choices.split(',');
  const solution = solve(exercise, asked);
  const marked = [{ asked, given, mark: mark(solution, given), solution }];
  console.log(asText(explain.marked(exercise, marked), 100).join('\n'));
}
