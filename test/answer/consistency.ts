import { expect } from 'vitest';
import { EMPTY_STEP } from '../../src/model/assumed-step.ts';
import { type Moment, momentUpTo, playedOn } from '../../src/model/moment.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Runner } from '../../src/model/runner.ts';
import type { OutcomeStatus, ScenarioFile, Verdict } from '../../src/model/shapes/scenario.ts';
import {
  hasSucceeded,
  overallOf,
  type PartyStanding,
  type Standing,
  standing,
} from '../../src/model/standing.ts';
import { compareMoments, standsDifferently } from '../../src/answer/diff.ts';
import { optionsGrouped } from '../../src/answer/grouped-options.ts';
import { outlookOf } from '../../src/answer/outlook.ts';
import type { TimelineEntry } from '../../src/answer/timeline.ts';
import { playWhatIf } from '../../src/answer/what-if.ts';
import { unmetIn } from '../../src/answer/unmet.ts';
import { whyRegion } from '../../src/answer/why.ts';
import { stepOf } from './options-from.ts';

/** How a gate stands at a moment, said so that a failure tells where. */
export function placeOf(moment: Moment, more: string): string {
  const { asOf, knownBy } = moment.viewpoint;
  return `${moment.story.scenario.id}, as of ${asOf}, known by ${knownBy}: ${more}`;
}

/** Everything about a gate that two answers can differ in. */
export function saidOf({ verdict, success, taken, possible, requirement, ...of }: Standing) {
  const readings = [...of.parties, ...of.terms];
  return {
    verdict,
    success,
    taken,
    possible: possible.answer,
    requirement: requirement === null ? null : [requirement.truth, idsOf(requirement.unmet)],
    readings: readings.map((each) => [
      each.reading,
      each.verdict,
      idsOf(each.unmet),
      namesOf(each),
    ]),
  };
}

function namesOf({ objections }: PartyStanding): string[] {
  return objections.map(({ id }) => id);
}

function idsOf(sets: readonly (readonly { readonly id: string }[])[]): string[][] {
  return sets.map((set) => set.map(({ id }) => id));
}

const all = ({ parties, terms }: Standing) => [...parties, ...terms];

/** Everything in an event's way is what `check` shows as unmet or not known of those that hold it back, and their objections. */
export function unmetAgrees(found: Standing): string[] {
  const rows = unmetIn([found]);
  return all(found).flatMap(({ reading, verdict, conditions, objections, unmet }) => {
    const own = rows.filter(({ party }) => party?.reading === reading);
    const listed = own.flatMap(({ condition }) => condition?.condition.id ?? []);
    const isHeldBack =
      found.verdict !== 'passed' && (verdict === 'closed' || verdict === 'unknown');
    const shown = conditions.flatMap(({ condition, status }) =>
      isHeldBack && (status === 'unmet' || status === 'unknown') ? [condition.id] : [],
    );
    const place = placeOf(found.moment, `${found.event.id}, ${reading}`);
    expect([place, listed]).toEqual([place, shown]);
    expect([place, own.length - listed.length]).toEqual([
      place,
      isHeldBack ? objections.length : 0,
    ]);
    const enough = new Set(isHeldBack ? unmet.flat().map(({ id }) => id) : []);
    expect([place, listed]).toEqual([place, expect.arrayContaining([...enough])]);
    return listed.length > enough.size ? ['more in the way than would do'] : [];
  });
}

/** What a run can make of an event, by how the event stands under its reading. */
const FITTING: Readonly<Record<Verdict, readonly OutcomeStatus[]>> = {
  open: ['recognised', 'held', 'already', 'impossible', 'unknown'],
  closed: ['refused', 'already', 'impossible', 'unknown'],
  unstated: ['unopposed', 'held', 'already', 'impossible', 'unknown'],
  unknown: ['unknown', 'already', 'impossible', 'recognised', 'unopposed', 'held', 'refused'],
  passed: ['recognised', 'refused', 'held', 'already', 'impossible', 'unknown'],
};

/** Holds the parts of one judgement to each other. */
export function judgesAlike(found: Standing): void {
  const { moment, event, parties, verdict, success } = found;
  const place = placeOf(moment, event.id);
  const counted = parties.length > 0 ? parties : found.terms;
  expect([place, verdict]).toEqual([place, overallOf(counted.map((each) => each.verdict))]);
  if (success) expect([place, verdict]).toEqual([place, verdict === 'passed' ? verdict : 'open']);
  for (const party of all(found)) {
    const { reading, outcome } = party;
    expect([place, reading, FITTING[party.verdict]]).toEqual([
      place,
      reading,
      expect.arrayContaining([outcome.status]),
    ]);
    // What refuses is what closes, condition by condition.
    if (outcome.status === 'refused' && party.verdict === 'closed') {
      expect([place, reading, idsOf(outcome.unmet)]).toEqual([place, reading, idsOf(party.unmet)]);
      expect(outcome.objections.map(({ id }) => id)).toEqual(namesOf(party));
    }
  }
}

/** Holds what a reading says alone to what it says beside the others. */
export function saysAlike(found: Standing, turn: number): void {
  const party = all(found)[turn % all(found).length];
  if (party === undefined) return;
  const { moment, event } = found;
  const alone = standing(moment, event.id, [party.reading]);
  expect([placeOf(moment, event.id), ...all(alone)]).toEqual([placeOf(moment, event.id), party]);
}

/** Holds the timeline's entry for the day to the moment. */
export function timelineAgrees(
  entries: readonly TimelineEntry[] | undefined,
  found: Standing,
): void {
  if (entries === undefined) return;
  const { asOf } = found.moment.viewpoint;
  const entry = entries.findLast(
    ({ day }) => day === asOf || (day !== null && day <= (asOf ?? '')),
  );
  const [first] = entries;
  // Before the story begins there is nothing to follow yet.
  if (entry === undefined && (first?.day ?? '') > (asOf ?? '')) return;
  const place = placeOf(found.moment, found.event.id);
  expect([place, entry && saidOf(entry.standing)]).toEqual([place, saidOf(found)]);
}

/** Holds what some regions hold up to what the gates wait for. */
export function whyAgrees(
  moment: Moment,
  gates: readonly Standing[],
  regions: readonly string[],
): void {
  const ofRegion = ({ region }: { readonly region: string }) => regions.includes(region);
  const held: string[] = [];
  const required: string[] = [];
  const asked: string[] = [];
  for (const region of regions) {
    const why = whyRegion(moment, region, null);
    for (const { event, reading, status, force, blocks } of why.heldUp) {
      expect(status.condition.region).toBe(region);
      if (blocks) held.push(`${event.id} ${reading} ${status.condition.id}`);
      if (force === 'certain' || force === 'perhaps')
        asked.push(`${event.id} ${reading} ${status.condition.id} ${status.status}`);
    }
    for (const { event, status, blocks } of why.required)
      if (blocks) required.push(`${event.id} ${status.condition.id}`);
    const stages = why.facts.map(({ fact }) => fact.possible);
    for (const [index, { runs }] of why.facts.entries())
      for (const run of runs)
        expect(moment.states[run]?.facts[region]?.possible).toEqual(stages[index]);
  }
  const place = placeOf(moment, 'why');
  const of = (lines: readonly string[]) => [...new Set(lines)].toSorted();
  expect([place, of(held)]).toEqual([
    place,
    of(
      gates.flatMap((found) =>
        all(found).flatMap(({ reading, unmet }) =>
          unmet
            .flat()
            .filter(ofRegion)
            .map(({ id }) => `${found.event.id} ${reading} ${id}`),
        ),
      ),
    ),
  ]);
  expect([place, of(required)]).toEqual([
    place,
    of(
      gates.flatMap((found) =>
        (found.requirement?.unmet ?? [])
          .flat()
          .filter(ofRegion)
          .map(({ id }) => `${found.event.id} ${id}`),
      ),
    ),
  ]);
  expect([place, of(asked)]).toEqual([
    place,
    of(
      gates.flatMap((found) =>
        all(found).flatMap(({ reading, conditions }) =>
          conditions
            .filter(({ condition }) => ofRegion(condition))
            .map(
              ({ condition, status }) => `${found.event.id} ${reading} ${condition.id} ${status}`,
            ),
        ),
      ),
    ),
  ]);
}

/** Holds what a gate's event would come to, by the list of events and played, to how the gate stands. */
export function stepAgrees(
  found: Standing,
  outcomes: Readonly<Record<string, Outcome>>,
  runner: Runner,
): void {
  const { moment, event } = found;
  const place = placeOf(moment, event.id);
  const judged = Object.fromEntries(all(found).map(({ reading, outcome }) => [reading, outcome]));
  expect([place, outcomes]).toEqual([place, judged]);
  const after = playedOn(moment, [stepOf(event.id)], runner);
  expect([place, after.played.steps.at(-1)?.outcomes]).toEqual([place, judged]);
  // What succeeds by check succeeds when it is tried; what is tried with success was let pass before.
  if (found.success) expect([place, hasSucceeded(after)]).toEqual([place, true]);
  if (hasSucceeded(after)) expect([place, 'open or passed']).toEqual([place, letPass(found)]);
}

function letPass({ verdict }: Standing): string {
  return verdict === 'open' || verdict === 'passed' ? 'open or passed' : verdict;
}

/** Holds a what-if of a gate's event to how the gate stands. */
export function whatIfAgrees(found: Standing, runner: Runner): void {
  const { moment, event } = found;
  const place = placeOf(moment, `what if ${event.id}`);
  const draft: ScenarioFile = {
    agreement: moment.agreement.id,
    id: 'consistent',
    kind: 'hypothetical',
    title: 'Consistent',
    summary: 'Consistent.',
    steps: [{ ...EMPTY_STEP, id: 'tried', title: event.title, event: event.id }],
  };
  const whatIf = playWhatIf(moment, draft, new Map());
  const [step] = whatIf.steps;
  const judged = all(found).map(({ reading, outcome }) => [reading, outcome]);
  expect([place, step?.played.outcomes]).toEqual([place, Object.fromEntries(judged)]);
  const after = playedOn(moment, [stepOf(event.id)], runner);
  expect([place, whatIf.isSuccess]).toEqual([place, hasSucceeded(after)]);
  expect(whatIf.isSuccess).toBe(step?.standing?.verdict === 'passed');
  // What it changes of the gate is what lies between the two answers about it.
  const then = standing(after, event.id);
  const changed = whatIf.difference.verdicts.some(({ gate }) => gate.event === event.id);
  expect([place, changed]).toEqual([place, found.gate !== null && then.verdict !== found.verdict]);
}

/** Holds the list of events and the comparison with itself to a moment. */
export function momentAgrees(moment: Moment, gates: readonly Standing[], run: string): void {
  const place = placeOf(moment, `the list of events under ${run}`);
  const listed = optionsGrouped(moment, run).flatMap(({ options }) => options);
  for (const found of gates) {
    const option = listed.find(({ event }) => event === found.event);
    const isContested = found.verdict === 'contested' && option?.outcome.status !== 'impossible';
    expect([place, found.event.id, option?.group === 'contested']).toEqual([
      place,
      found.event.id,
      isContested,
    ]);
    if (option?.group === 'possible') expect(found.verdict).not.toMatch(/closed|unknown|contested/);
  }
  expect(standsDifferently(compareMoments(moment, moment))).toBe(false);
}

/** Holds each step as it was played to how its event stood before it, on the day of the step. */
export function playAgrees(moment: Moment): void {
  for (const [index, { step, day, outcomes }] of moment.played.steps.entries()) {
    if (step.action.kind !== 'event') continue;
    const before = { ...momentUpTo(moment, index - 1), day };
    const place = placeOf(moment, step.id);
    for (const { reading, outcome } of all(standing(before, step.action.event))) {
      const differs = step.disputedBy.some((dispute) => dispute.reading === reading);
      const instead = step.void === null ? 'disputed' : 'void';
      const expected = differs === (step.void === null) ? instead : outcome.status;
      expect([place, reading, outcomes[reading]?.status]).toEqual([place, reading, expected]);
    }
  }
}

/** What each run would make of each event of a moment, as the list of events has it. */
export function outcomesAt(moment: Moment): ReadonlyMap<string, Readonly<Record<string, Outcome>>> {
  return new Map(outlookOf(moment).map(({ event, outcomes }) => [event, outcomes]));
}
