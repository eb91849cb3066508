// node pivots.mjs FOLDER GATE: which single condition or claim a gate's verdict turns on, as `phasegate pivots` says it.
import {
  asText,
  eventNamed,
  explain,
  partyReadings,
  pivots,
  readGoal,
  run,
  standpointsOf,
} from 'phasegate';
import { atHand } from './at-hand.mjs';

const [folder, gate = ''] = process.argv.slice(2);
const { agreement, moment } = atHand(folder);
const event = eventNamed(agreement, gate);
const goal = readGoal(agreement, gate);
if (event === null || !goal.ok) throw new Error(`There is no gate or event ${gate}.`);

const found = [];
for (const { id: reading } of partyReadings(agreement)) {
  const from = standpointsOf(moment, [reading], [goal.goal]);
  if (!from.ok) throw new Error('It is not known where everything stands.');
  const goals = [{ id: event.id, goal: goal.goal }];
  const request = { reading, standpoints: from.standpoints, goals, events: [event.id] };
  found.push({ reading, answer: await run(pivots(moment, request)) });
}
const readings = found.map(({ reading }) => reading);
console.log(asText(explain.pivots({ moment, goal: gate, readings }, found), 100).join('\n'));
