import type { Agreement } from '../model/agreement.ts';
import { leavesOf } from '../model/condition.ts';
import { type Day, endsBy } from '../model/days.ts';
import { Runner } from '../model/runner.ts';
import type { Verdict } from '../model/shapes/scenario.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { checkGate } from './check.ts';
import { standAt } from './standing.ts';

/** A day on which a verdict or what blocks it changed, and what brought the change about. */
export interface TimelineEntry {
  /** Null for steps that nothing dates, which come in their order. */
  readonly day: Day | null;
  readonly verdict: Verdict | 'contested';
  readonly readings: readonly {
    readonly reading: string;
    readonly verdict: Verdict;
    readonly blocking: readonly (readonly string[])[];
    readonly changed: boolean;
  }[];
  /** Ids of the steps on the gate's regions that were certain to have happened by this day and not by the one before. */
  readonly steps: readonly string[];
  /** Positions and leaves that came into force. */
  readonly statements: readonly {
    readonly reading: string;
    readonly leaf: string | null;
    readonly claims: readonly string[];
  }[];
}

/**
 * When a gate's verdict changed, reading by reading, and by which step or statement.
 *
 * Looks at every day on which a step has certainly happened or a statement on the gate has certainly been published,
 * and keeps those on which something changed for some reading; the first is where the story begins.
 */
export function timelineOf(
  agreement: Agreement,
  story: Story,
  gateId: string,
  asked: readonly string[] = [],
): TimelineEntry[] {
  const runner = new Runner(agreement);
  const days = new Set<Day>();
  for (const step of story.steps) if (step.date !== null) days.add(step.date.to);
  for (const statement of statementsOn(agreement, gateId))
    if (statement.day !== null) days.add(statement.day);
  const moments: (Day | null)[] = [...days].toSorted();
  if (story.steps.some((step) => step.date === null)) moments.push(null);

  const regions = regionsOf(agreement, gateId);
  const entries: TimelineEntry[] = [];
  let before: string[] = [];
  let dayBefore: Day | null = null;
  let counted = new Set<string>();
  for (const day of moments) {
    const standing = standAt(agreement, story, { asOf: day, knownBy: null, assume: [] }, runner);
    const check = checkGate(standing, gateId, asked);
    const now = check.readings.map((entry) => JSON.stringify([entry.verdict, entry.blocking]));
    const steps = standing.played.steps
      .filter(({ step }) => concerns(agreement, step, regions))
      .map(({ step }) => step.id);
    const since = dayBefore;
    if (now.some((text, index) => text !== before[index])) {
      entries.push({
        day,
        verdict: check.verdict,
        readings: check.readings.map((entry, index) => ({
          reading: entry.reading,
          verdict: entry.verdict,
          blocking: entry.blocking,
          changed: now[index] !== before[index],
        })),
        steps: steps.filter((id) => !counted.has(id)),
        statements: statementsOn(agreement, gateId)
          .filter(
            (entry) =>
              entry.day !== null &&
              (day === null || entry.day <= day) &&
              (since === null || entry.day > since),
          )
          .map(({ reading, leaf, claims }) => ({
            reading,
            leaf,
            claims: claims.filter((claim) => isOut(agreement, claim, day)),
          })),
      });
    }
    before = now;
    counted = new Set(steps);
    dayBefore = day;
  }
  return entries;
}

/** The regions that decide the gate: its event's home, and those that any reading's condition asks about. */
function regionsOf(agreement: Agreement, gateId: string): Set<string> {
  const gate = agreement.gates.get(gateId);
  const home = gate === undefined ? undefined : agreement.events.get(gate.event)?.home;
  const conditions = [
    agreement.base.get(gateId),
    ...[...agreement.readings.values()].map(
      (reading) => reading.gates.get(gateId)?.stated?.condition,
    ),
  ];
  const leaves = conditions.flatMap((condition) =>
    condition === undefined ? [] : leavesOf(condition),
  );
  return new Set(
    [home, ...leaves.map((leaf) => leaf.region)].filter((region) => typeof region === 'string'),
  );
}

function concerns(agreement: Agreement, step: StoryStep, regions: ReadonlySet<string>): boolean {
  const { action } = step;
  switch (action.kind) {
    case 'event':
      return Object.keys(agreement.events.get(action.event)?.moves ?? {}).some((region) =>
        regions.has(region),
      );
    case 'assume':
    case 'unknown':
      return regions.has(action.region);
    case 'waive':
    case 'restore':
      return true;
    case 'note':
      return false;
  }
}

function isOut(agreement: Agreement, claim: string, day: Day | null): boolean {
  const published = agreement.claims.get(claim)?.source.published;
  return published !== undefined && (day === null || endsBy(published, day));
}

function statementsOn(agreement: Agreement, gateId: string) {
  return [...agreement.readings.values()].flatMap((reading) => {
    const stated = reading.gates.get(gateId)?.stated;
    if (!stated) return [];
    const leaves = leavesOf(stated.condition).map((leaf) => ({
      reading: reading.id,
      leaf: leaf.id as string | null,
      claims: leaf.claims,
      day: leaf.since?.to ?? null,
    }));
    return leaves.length > 0
      ? leaves
      : [{ reading: reading.id, leaf: null, claims: stated.claims, day: stated.since?.to ?? null }];
  });
}
