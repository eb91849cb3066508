/** One measurement in a process of its own, so that it is cold: `node search.mjs WHAT [WITH]` prints one JSON line. */
import { type Agreement, partyReadings } from '../../src/model/agreement.ts';
import { tell } from '../../src/model/story.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { searchExplicitly } from '../../src/search/explicit.ts';
import { explore } from '../../src/search/exploration.ts';
import { exportSystem } from '../../src/search/export/formats.ts';
import { eventGoal, type Goal } from '../../src/search/goal.ts';
import type { Standpoint } from '../../src/search/compile.ts';
import { plan } from '../../src/search/plan.ts';
import { reachableFrom } from '../../src/search/reachability.ts';
import { readProperties } from '../../src/search/read-properties.ts';
import { Space } from '../../src/search/space.ts';
import { unblock } from '../../src/search/unblock.ts';
import { verify } from '../../src/search/verify.ts';
import { waits } from '../../src/search/waits.ts';
import { finish } from '../../src/search/work.ts';
import { loadShipped } from '../shipped.ts';
import { family } from './family.ts';

const [what = '', ...words] = process.argv.slice(2);

function timed<Result>(work: () => Result): { result: Result; elapsedMs: number } {
  const start = performance.now();
  const result = work();
  return { result, elapsedMs: performance.now() - start };
}

function standpoints(agreement: Agreement) {
  return partyReadings(agreement).map(({ id }) => ({
    terms: { reading: id, day: agreement.recordEnds, knownBy: null, waived: [] },
  }));
}

/** Where the runs stand at the end of a scenario, each at its own place. */
function standpointsAt(moment: Moment, goal: Goal): readonly Standpoint[] {
  const found = standpointsOf(
    moment,
    partyReadings(moment.agreement).map(({ id }) => id),
    [goal],
  );
  if (!found.ok) throw new Error('Too much is not known at the end of the scenario.');
  return found.standpoints;
}

function measure(): Record<string, unknown> {
  switch (what) {
    case 'reading': {
      const { agreement, properties } = loadShipped();
      const reading = words[0] ?? REPORTED;
      const wanted =
        properties === null
          ? []
          : readProperties(properties).filter(
              (each) => each.readings === null || each.readings.includes(reading),
            );
      const { result, elapsedMs } = timed(() => {
        const exploration = finish(
          explore(agreement, {
            terms: { reading, day: agreement.recordEnds, knownBy: null, waived: [] },
          }),
        );
        const verdicts = wanted.map(
          (property) => finish(verify(exploration, property.formula)).verdict,
        );
        return {
          states: String(exploration.states),
          properties: verdicts.length,
          failing: verdicts.filter((verdict) => verdict !== 'holds').length,
        };
      });
      return { ...result, elapsedMs };
    }
    case 'question': {
      const { agreement, scenarios, opens } = loadShipped();
      const goal = eventGoal('phase.settled');
      const scenario = scenarios.get(opens ?? '');
      if (scenario === undefined) throw new Error(`No scenario ${opens}.`);
      const moment = momentAt(agreement, tell(scenario, scenarios), NOW);
      const asked = words[1] === 'end' ? standpointsAt(moment, goal) : standpoints(agreement);
      const questions: Record<string, () => unknown> = {
        plan: () => finish(plan(agreement, { standpoints: asked, goal })),
        unblock: () => finish(unblock(agreement, 'phase.settled', asked)),
        coalitions: () => finish(coalitions(agreement, { standpoints: asked, goal })),
        waits: () => waits(moment, { alsoLater: true }),
      };
      const question = questions[words[0] ?? ''];
      if (question === undefined) throw new Error(`No question ${words[0] ?? ''}.`);
      return { elapsedMs: timed(question).elapsedMs };
    }
    case 'family': {
      const system = family(Number(words[0]));
      const { result, elapsedMs } = timed(() => {
        const space = new Space(system);
        const found = finish(reachableFrom(space, space.start));
        return {
          states: String(space.members.count(found.set)),
          nodes: space.members.nodeCount(found.set),
        };
      });
      return { ...result, elapsedMs };
    }
    case 'explicit': {
      const system = family(Number(words[0]));
      const { result, elapsedMs } = timed(() => searchExplicitly(system, 50_000_000));
      return { states: String(result.codes.length), complete: result.complete, elapsedMs };
    }
    case 'model':
      return {
        text: exportSystem(family(Number(words[0])), words[1] === 'murphi' ? 'murphi' : 'promela'),
      };
    default:
      throw new Error(`No measurement ${what}.`);
  }
}

const measured = measure();
const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ ...measured, memoryMb })}\n`);
