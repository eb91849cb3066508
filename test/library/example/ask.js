import {
  asMarkdown,
  asText,
  eventNamed,
  explain,
  formatProblem,
  json,
  momentOf,
  partyReadings,
  plan,
  readAgreement,
  readGoal,
  run,
  standing,
  standpointsOf,
} from 'phasegate';

/**
 * How a gate of an agreement stands, and the shortest way there.
 *
 * @param {Readonly<Record<string, string>>} files the texts of the agreement's files, by path
 * @param {string} gate a gate or an event, by name
 * @param {AbortSignal} [signal] stops the search for the way
 */
export async function ask(files, gate, signal) {
  const read = readAgreement(files, { validate: true });
  if (!read.ok) return { problems: read.problems.map(formatProblem).join('\n') };
  const { agreement } = read;
  const moment = momentOf(read);
  const event = eventNamed(agreement, gate);
  const goal = readGoal(agreement, gate);
  if (!moment.ok || event === null || !goal.ok) return { problems: `There is no ${gate} here.` };

  const found = standing(moment.value, event.id);
  const readings = partyReadings(agreement).map(({ id }) => id);
  const asked = { moment: moment.value, goal: gate, readings };
  const from = standpointsOf(moment.value, readings, [goal.goal]);
  const way = from.ok
    ? explain.plan(
        asked,
        await run(plan(agreement, { standpoints: from.standpoints, goal: goal.goal }), {
          signal,
        }),
      )
    : explain.unanswered({ ...asked, unknown: from.unknown });
  return {
    check: asText(explain.check(found), 80).join('\n'),
    verdict: json.check(found).verdict,
    plan: asMarkdown(way).join('\n'),
  };
}
