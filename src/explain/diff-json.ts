import { type Agreement, type Gate, readingTitle, regionTitle } from '../model/agreement.ts';
import { type Difference, holdsOf, type Standings, standsDifferently } from '../answer/diff.ts';
import type { Moment } from '../model/moment.ts';
import type { PlayedStep } from '../model/run.ts';
import type { PartyStanding } from '../model/standing.ts';
import { withCitations } from './citations-json.ts';
import { factJson, setsJson } from './condition-json.ts';
import { envelope } from './envelope.ts';
import { momentJson, stepNameJson } from './moment-json.ts';
import { objectionJson, outcomeJson } from './outcome-json.ts';
import type { DiffOutput } from './shapes/diff.ts';
import { homeOf, writtenStepJson } from './step-json.ts';
import { runTitle } from './words.ts';

/** `diff` as one object: the steps of one side only, and what differs where the two moments stand. */
export function diffJson(difference: Difference): DiffOutput {
  const { left, right, steps, judged, later } = difference;
  const { agreement } = left;
  const only = (ahead: readonly PlayedStep[]) => (played: PlayedStep) => ({
    ...writtenStepJson(agreement, played.step),
    isCertain: played.isCertain,
    isLater: ahead.includes(played),
  });
  return withCitations(agreement, {
    ...envelope(agreement),
    left: momentJson(left),
    right: momentJson(right),
    differs: standsDifferently(difference),
    sharedSteps: steps.shared,
    onlyLeft: steps.onlyLeft.map(only(later.left)),
    onlyRight: steps.onlyRight.map(only(later.right)),
    moved: steps.both
      .filter(({ isMoved }) => isMoved)
      .map((both) => ({
        left: stepNameJson(both.left.step),
        right: stepNameJson(both.right.step),
      })),
    judged: judged.map((both) => {
      const home = homeOf(agreement, both.left.step);
      return {
        left: stepNameJson(both.left.step),
        right: stepNameJson(both.right.step),
        reading: both.reading,
        readingTitle: readingTitle(agreement, both.reading),
        outcomes: {
          left: outcomeJson(left, both.outcomes.left, home),
          right: outcomeJson(right, both.outcomes.right, home),
        },
      };
    }),
    ...differingJson(difference),
  });
}

/** What differs where two moments stand, however they were come to, and what of it is by the day alone. */
export function differingJson(difference: Difference) {
  const { left, right, stages, byDay } = difference;
  return {
    stages: stages.map(({ run, region, ...facts }) => ({
      ...runJson(left.agreement, run),
      region,
      regionTitle: regionTitle(left.agreement, region),
      left: factJson(left, region, facts.left),
      right: factJson(right, region, facts.right),
    })),
    ...standingsJson(difference),
    byDay:
      byDay === null
        ? null
        : {
            side: byDay.side,
            from: byDay.on.left.day,
            to: byDay.on.right.day,
            ...standingsJson(byDay),
          },
  };
}

function standingsJson({ on, verdicts, gates, events }: Standings) {
  const { agreement } = on.left;
  const gateJson = ({ id, title, event }: Gate) => ({ gate: id, gateTitle: title, event });
  return {
    verdicts: verdicts.map(({ gate, ...both }) => ({ ...gateJson(gate), ...both })),
    gates: gates.map(({ gate, reading, ...both }) => ({
      ...gateJson(gate),
      reading,
      readingTitle: readingTitle(agreement, reading),
      left: sideJson(on.left, both.left),
      right: sideJson(on.right, both.right),
    })),
    events: events.map(({ event, run, ...both }) => ({
      event: event.id,
      eventTitle: event.title,
      ...runJson(agreement, run),
      left: outcomeJson(on.left, both.left, event.home),
      right: outcomeJson(on.right, both.right, event.home),
    })),
  };
}

function runJson(agreement: Agreement, run: string) {
  return { run, runTitle: runTitle(agreement, run) };
}

/** How a gate stands under a reading on one of the sides. */
function sideJson(moment: Moment, party: PartyStanding) {
  const { verdict, stance, unmet, objections } = party;
  return {
    verdict,
    stance,
    unmet: setsJson(unmet),
    objections: objections.map((statement) => objectionJson(moment, statement)),
    holds: holdsOf(party).map((held) => ({
      ...held,
      conditions: held.conditions.map(({ id }) => id),
    })),
  };
}
