// node check.mjs FOLDER GATE: how a gate stands at the end of the record, as `phasegate check` says it.
import { asText, eventNamed, explain, formatProblem, momentOf, standing } from 'phasegate';
import { openAgreement } from 'phasegate/node';

const [folder = '.', gate = ''] = process.argv.slice(2);
const read = openAgreement(folder);
if (read.ok) {
  const moment = momentOf(read);
  const event = eventNamed(read.agreement, gate);
  if (!moment.ok) throw new Error(moment.error.message);
  if (event === null) throw new Error(`There is no gate or event ${gate}.`);
  console.log(asText(explain.check(standing(moment.value, event.id)), 100).join('\n'));
} else {
  console.error(read.problems.map(formatProblem).join('\n'));
  process.exitCode = 2;
}
