// node points-of-no-return.mjs FOLDER GOAL: what puts a goal out of reach, as `phasegate points-of-no-return` says it.
import {
  asText,
  explain,
  partyReadings,
  pointsOfNoReturn,
  readGoal,
  run,
  standpointsOf,
} from 'phasegate';
import { atHand } from './at-hand.mjs';

const [folder, text = ''] = process.argv.slice(2);
const { agreement, moment } = atHand(folder);
const goal = readGoal(agreement, text);
if (!goal.ok) throw new Error(goal.problem);

const found = [];
for (const { id: reading } of partyReadings(agreement)) {
  const from = standpointsOf(moment, [reading], [goal.goal]);
  if (!from.ok) throw new Error('It is not known where everything stands.');
  const request = { standpoints: from.standpoints, goal: goal.goal };
  found.push({ reading, answer: await run(pointsOfNoReturn(agreement, request)) });
}
const asked = { moment, goal: text, readings: found.map(({ reading }) => reading) };
console.log(asText(explain.pointsOfNoReturn(asked, found), 100).join('\n'));
