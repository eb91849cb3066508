import type { Agreement } from '../model/agreement.ts';
import { type Condition, conditionsOf, NOTHING_ASKED } from '../model/condition.ts';
import { conditionForce, heldPart } from '../model/held-part.ts';
import { type Day, dayBefore, dayNumber } from '../model/days.ts';
import { type Moment, momentAt, NOW, published } from '../model/moment.ts';
import { hasBegun, hasEnded, type Span, spanOf } from '../model/position.ts';
import type { Statement } from '../model/statement.ts';
import { Runner } from '../model/runner.ts';
import { type PartyStanding, type Standing, standing } from '../model/standing.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { factDays, statementDays } from './change-days.ts';

/** What became of a statement since the day before: in force for certain, or perhaps, or no longer held. */
export interface StatementChange {
  readonly statement: Statement;
  /** The condition of it that changed by its own days; null where the statement as a whole did. */
  readonly condition: Condition | null;
  readonly change: 'certain' | 'perhaps' | 'over';
  readonly span: Span;
  /** Whether its author inferred it, so that nobody is reported to ask, object to or back it in so many words. */
  readonly isInferred: boolean;
  /** Those of its claims that had been published. */
  readonly claims: readonly string[];
}

/** A day on which something about an event changed, and what brought the change about. */
export interface TimelineEntry {
  /** Null for steps that nothing dates, which come in their order. */
  readonly day: Day | null;
  readonly standing: Standing;
  /** The readings under which its verdict, what is unmet or what is objected to is no longer what it was. */
  readonly changed: readonly string[];
  /** Whether it changed that the event can happen, has happened, or has what the model requires. */
  readonly changedAsReported: boolean;
  /** The steps on the event's regions that were certain to have happened by this day and not by the one before. */
  readonly certain: readonly StoryStep[];
  /** Those that may have happened by this day, and could not have by the one before. */
  readonly possible: readonly StoryStep[];
  /** What a party came to hold, may have come to hold, or no longer held. */
  readonly statements: readonly StatementChange[];
}

/** What a timeline is asked of: readings (all where none is named), and the two clocks. */
export interface TimelineAsked {
  readonly readings?: readonly string[];
  /** Looks no further than this day; by itself it ends where the scenario does. */
  readonly asOf?: Day | null;
  /** By what had certainly been published by this day. */
  readonly knownBy?: Day | null;
}

/**
 * When an event's verdict changed, reading by reading, and by which step or statement.
 *
 * Looks at every day on which anything can change: those on which a fact may, the days from which a statement may be and
 * is in force, and the day after its last one. It keeps those on which something changed;
 * the first is where the story begins, on the day before any step.
 */
export function timelineOf(
  agreement: Agreement,
  story: Story,
  eventId: string,
  { readings = [], asOf = null, knownBy = null }: TimelineAsked = {},
): TimelineEntry[] {
  const runner = new Runner(agreement);
  const at = (day: Day | null) =>
    momentAt(agreement, story, { ...NOW, asOf: day, knownBy }, runner);
  const about = aboutEvent(agreement, eventId);
  const asked = readings.length === 0 ? [...agreement.readings.keys()] : readings;
  const statements = asked.flatMap(
    (reading) => agreement.readings.get(reading)?.positions.get(eventId) ?? [],
  );

  const entries: TimelineEntry[] = [];
  let before: Looked | null = null;
  for (const day of daysOf(agreement, story, statements, { asOf, knownBy }, at(asOf))) {
    const moment = at(day);
    const now = look(moment, eventId, readings, about);
    const changed = [...now.said].flatMap(([reading, said]) =>
      before?.said.get(reading) === said ? [] : [reading],
    );
    const changedAsReported = before?.reported !== now.reported;
    if (changed.length > 0 || changedAsReported)
      entries.push({
        day,
        standing: now.standing,
        changed,
        changedAsReported,
        certain: now.certain.filter((step) => before?.certain.includes(step) !== true),
        possible: now.possible.filter((step) => before?.possible.includes(step) !== true),
        statements: statements.flatMap((each) => changeOf(each, moment, before?.moment ?? null)),
      });
    before = now;
  }
  return entries;
}

/** What is to be seen of an event at a moment. */
interface Looked {
  readonly moment: Moment;
  readonly standing: Standing;
  /** What each reading says, to be compared with what it said. */
  readonly said: ReadonlyMap<string, string>;
  readonly reported: string;
  readonly certain: readonly StoryStep[];
  readonly possible: readonly StoryStep[];
}

function look(
  moment: Moment,
  eventId: string,
  readings: readonly string[],
  about: (step: StoryStep) => boolean,
): Looked {
  const found = standing(moment, eventId, readings);
  // The story's own objects, since what is known of a step by a day may be less than the whole.
  const steps = new Map(moment.story.steps.map((step) => [step.id, step]));
  const counted = moment.played.steps.flatMap(({ step: { id }, isCertain }) => {
    const step = steps.get(id);
    return step !== undefined && about(step) ? [{ step, isCertain }] : [];
  });
  return {
    moment,
    standing: found,
    said: new Map([...found.parties, ...found.terms].map((each) => [each.reading, saidBy(each)])),
    reported: JSON.stringify([
      found.possible.answer,
      found.taken,
      found.happened,
      found.requirement?.truth ?? null,
      found.requirement?.unmet.map((set) => set.map(({ id }) => id)) ?? [],
    ]),
    certain: counted.filter(({ isCertain }) => isCertain).map(({ step }) => step),
    possible: counted.filter(({ isCertain }) => !isCertain).map(({ step }) => step),
  };
}

function saidBy({
  verdict,
  unmet,
  objections,
  statements,
  conditions,
  ended,
  possible,
  requirement,
}: PartyStanding): string {
  return JSON.stringify([
    verdict,
    // Whether what is open can happen in its own run bears on whether the event can succeed.
    verdict === 'open' ? [possible.answer, requirement] : [],
    unmet.map((set) => set.map(({ id }) => id)),
    objections.map(({ id }) => id),
    statements.map(({ statement, isCertain, isWaived }) => [statement.id, isCertain, isWaived]),
    conditions.map(({ condition, isCertain }) => [condition.id, isCertain]),
    ended.map(({ statement, condition, how, isCertain }) => [
      statement.id,
      condition?.id,
      how,
      isCertain,
    ]),
  ]);
}

/** The days on which anything can change, in order; null at the end where nothing dates some of the steps. */
function daysOf(
  agreement: Agreement,
  story: Story,
  statements: readonly Statement[],
  { asOf, knownBy }: { readonly asOf: Day | null; readonly knownBy: Day | null },
  end: Moment,
): (Day | null)[] {
  const days = new Set([
    ...factDays(agreement, story.steps, knownBy),
    ...statementDays(agreement, statements, knownBy),
    ...dayAhead(story),
  ]);
  // The day that the question itself is of, so that there is always an answer.
  const last = end.day;
  if (last !== null) days.add(last);
  const within = last === null ? [] : [...days].filter((day) => day <= last).toSorted();
  const isOpenEnded = asOf === null && knownBy === null;
  const hasUndated = story.steps.some((step) => step.date === null);
  return isOpenEnded && (hasUndated || within.length === 0) ? [...within, null] : within;
}

/** The day before any step can have happened, so that what stands before the first is told as well; none where no step is dated. */
function dayAhead({ steps }: Story): Day[] {
  const [first] = steps.flatMap(({ date }) => date?.from ?? []).toSorted();
  return first === undefined || dayNumber(first) <= 1 ? [] : [dayBefore(first)];
}

/** Whether a step can bear on an event: on its home, on what anybody asks about before it, or on a waiver of that. */
function aboutEvent(agreement: Agreement, eventId: string): (step: StoryStep) => boolean {
  const event = agreement.events.get(eventId);
  const statements = [...agreement.readings.values()].flatMap(
    ({ positions }) => positions.get(eventId) ?? [],
  );
  const trees = [event?.requirement ?? NOTHING_ASKED, ...statements.map(({ asked }) => asked)];
  const conditions = trees.flatMap(conditionsOf);
  const regions = new Set([event?.home, ...conditions.map(({ region }) => region)]);
  const waivable = new Set([...conditions, ...statements].map(({ id }) => id));
  return ({ action }) => {
    switch (action.kind) {
      case 'event':
      case 'acknowledge': {
        const { moves = {} } = agreement.events.get(action.event) ?? {};
        return Object.keys(moves).some((region) => regions.has(region));
      }
      case 'assume':
      case 'unknown':
        return regions.has(action.region);
      case 'waive':
      case 'restore':
        return waivable.has(action.condition);
      case 'note':
        return false;
    }
  };
}

function changeOf(statement: Statement, now: Moment, before: Moment | null): StatementChange[] {
  const span = spanOf(now.agreement, statement, now.viewpoint.knownBy);
  if (span === null) return [];
  const change = forceOf(span, now.day);
  const was = before === null ? 'notYet' : forceOf(span, before.day);
  const shared = {
    statement,
    span,
    isInferred: statement.inference !== null,
    claims: published(now, statement.claims),
  };
  // What is over before the story begins is no change.
  const isChange = change !== was && !(change === 'over' && before === null);
  if (isChange && change === 'over') return [{ ...shared, condition: null, change }];
  if (isChange && change !== 'notYet') {
    // Of what is asked by its own days, what is certainly asked by then comes with it, and the rest on its own day.
    const part = heldPart(statement, (each) => conditionForce(each, now.day) === true);
    const perhaps = conditionsOf(statement.asked).filter(
      (each) => conditionForce(each, now.day) === null,
    );
    return [
      ...(part === null ? [] : [{ ...shared, statement: part, condition: null, change }]),
      ...perhaps.map((condition) => ({ ...shared, condition, change: 'perhaps' as const })),
    ];
  }
  if (change === 'notYet' || change === 'over') return [];
  return conditionsOf(statement.asked).flatMap((condition): StatementChange[] => {
    const [is, wasThen] = [now.day, before?.day ?? null].map((day) =>
      conditionForce(condition, day),
    );
    if (is === wasThen || is === undefined || before === null) return [];
    const became = is === true ? 'certain' : is === null ? 'perhaps' : 'over';
    return [{ ...shared, condition, change: became }];
  });
}

function forceOf(span: Span, day: Day | null): StatementChange['change'] | 'notYet' {
  if (hasEnded(span, day)) return 'over';
  const begun = hasBegun(span, day);
  return begun === null ? 'perhaps' : begun ? 'certain' : 'notYet';
}
