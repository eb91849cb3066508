import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import { dayIn, daysBetween } from '../model/calendar.ts';
import { BEGINNING, type Day, dayAfter, type DayRange } from '../model/days.ts';
import type { Duty } from '../model/duty.ts';
import { firstHappening, type Happening, type OpenRange } from '../model/first-happening.ts';
import type { Truth } from '../model/kleene.ts';
import { type Moment, published } from '../model/moment.ts';
import { hasBegun, type Span, spanOf } from '../model/position.ts';
import { REPORTED } from '../model/terms.ts';
import { partyReadings } from '../model/agreement.ts';
import { type Bound, boundBy } from './bound-by.ts';
import { relatedParties } from './related-parties.ts';

/** How a duty stands in a run, the gravest first. What is not certain has several of them. */
export const DUTY_STATUSES = ['overdue', 'pending', 'metLate', 'met', 'notRunning'] as const;
export type DutyStatus = (typeof DUTY_STATUSES)[number];

/** A number of days that is not known but for its bounds; null where nothing bounds it. */
export interface DayCount {
  readonly least: number | null;
  readonly most: number | null;
}

/** A duty by the facts of one run: a reading's own, or those reported. */
export interface DutyInRun {
  /** A reading's id, or `reported`. */
  readonly run: string;
  /** `unknown` where it may stand in several ways. */
  readonly status: DutyStatus | 'unknown';
  /** The ways in which it may stand, in the order of {@link DUTY_STATUSES}. */
  readonly possible: readonly DutyStatus[];
  /** The last day on which it is met in time, or the days between which that lies; null while no time runs. */
  readonly due: OpenRange | null;
  /** When the event that the time counts from happened; null where it has not, and where there is a day. */
  readonly start: Happening | null;
  /** When the event itself happened for the first time; null where it has not. */
  readonly met: Happening | null;
  /** While it is pending: how many days are left, 0 on the last one. */
  readonly left: DayCount | null;
  /** By how many days it is overdue, or was met too late. */
  readonly late: DayCount | null;
  /** The first day on which it is overdue. */
  readonly overdueSince: OpenRange | null;
}

/** A duty and how it stands at a moment, run by run. */
export interface DutyStanding {
  readonly duty: Duty;
  readonly event: AgreementEvent;
  /** Those of its claims that had been published. */
  readonly claims: readonly string[];
  /** From when it binds. */
  readonly span: Span;
  /** Whether it binds by then: not known where no claim says from when. */
  readonly binds: Truth;
  /** Whom it binds over the days on which it runs. */
  readonly bound: Bound;
  readonly runs: readonly DutyInRun[];
}

/** Which duties are asked about, and in which runs. */
export interface DutiesAsked {
  /** Those that bind this party, by itself, in a group, or by a role that it holds while they run; or those that bind this role. */
  readonly party?: string | null;
  /** Those to bring this event about. */
  readonly event?: string | null;
  /** Readings, or `reported`; what is reported and every party's own where none is named. */
  readonly runs?: readonly string[];
}

/**
 * What parties are bound to bring about, and how that stands at a moment by the facts of each run: what has not happened
 * in a party's run has not happened by its account, so what one takes for met another may take for overdue.
 *
 * A duty is met by its event's happening for the first time, whoever brought it about, and stays met whatever undoes it
 * later; the time counts from the first time that the event before it happened. Where a step's days straddle the moment
 * or the last day, or it may or may not have happened, every way in which the duty may stand is given. A duty none of
 * whose claims had been published by the day that the question allows is left out.
 */
export function dutiesAt(
  moment: Moment,
  { party = null, event = null, runs = [] }: DutiesAsked = {},
): DutyStanding[] {
  const { agreement } = moment;
  const accounts = [REPORTED, ...partyReadings(agreement).map(({ id }) => id)];
  const asked = runs.length > 0 ? runs : accounts;
  return [...agreement.events.values()]
    .filter(({ id }) => event === null || id === event)
    .flatMap((bound) => bound.duties.map((duty) => ({ duty, bound })))
    .flatMap(({ duty, bound }) => {
      const span = spanOf(agreement, { ...duty, until: null }, moment.viewpoint.knownBy);
      if (span === null) return [];
      const binds = hasBegun(span, moment.day);
      const inRun = (run: string) => dutyInRun(moment, duty, binds, run);
      const days = daysOf(moment, duty, span, accounts.map(inRun));
      const whom = boundBy(agreement, duty, days, moment.viewpoint.knownBy);
      if (party !== null && !bindsParty(agreement, duty, whom, party)) return [];
      return [
        {
          duty,
          event: bound,
          claims: published(moment, duty.claims),
          span,
          binds,
          bound: whom,
          runs: asked.map(inRun),
        },
      ];
    });
}

/** Whether something asked about is overdue in a run asked about, or may be. */
export function isAnyOverdue(standings: readonly DutyStanding[]): boolean {
  return standings.some(({ runs }) => runs.some(({ possible }) => possible.includes('overdue')));
}

/** Whether a duty binds a party, by itself or in a group, or a role. */
function bindsParty(agreement: Agreement, duty: Duty, bound: Bound, party: string): boolean {
  if (duty.binds?.includes(party) === true) return true;
  const { own, groups } = relatedParties(agreement, party);
  return (bound.parties ?? []).some((id) => own.has(id) || groups.has(id));
}

/**
 * The days over which a duty runs by any account: from when it binds, or the event that its time counts from, to its last
 * day, or to the day on which it is met where that comes first. Of days that are not certain the widest range counts;
 * while no time runs, the day itself.
 */
function daysOf(moment: Moment, duty: Duty, span: Span, runs: readonly DutyInRun[]): DayRange {
  const today = moment.day ?? moment.agreement.recordEnds ?? BEGINNING;
  const ranges = runs.flatMap(({ due: own, start, met }): DayRange[] => {
    const due = own ?? duty.by;
    if (due === null && met === null) return [];
    const metBy = met?.isCertain === true ? met.days.to : null;
    const last = [due?.to ?? null, metBy].flatMap((day) => day ?? []).toSorted()[0] ?? today;
    const first = [span.possibleFrom ?? span.certainFrom, start?.days.from ?? null]
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1);
    const from = due === null ? last : (first ?? last);
    // What is met before its time runs binds whoever met it.
    return [{ from: from < last ? from : earlier(met?.days.from ?? last, last), to: last }];
  });
  return {
    from: ranges.map(({ from }) => from).toSorted()[0] ?? today,
    to:
      ranges
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? today,
  };
}

function earlier(left: Day, right: Day): Day {
  return left < right ? left : right;
}

function dutyInRun(moment: Moment, duty: Duty, binds: Truth, run: string): DutyInRun {
  const { by, within } = duty;
  const { day } = moment;
  const start = within === null ? null : firstHappening(moment, run, within.of);
  const met = firstHappening(moment, run, duty.event);
  const due =
    within === null
      ? by
      : start === null
        ? null
        : {
            from: start.days.from === null ? null : dayIn(start.days.from, within),
            to: start.days.to === null ? null : dayIn(start.days.to, within),
          };
  const timeRuns = within === null ? true : start === null ? false : start.isCertain || null;
  const found = possibleStatuses({ binds, timeRuns, due, met, day });
  const possible = DUTY_STATUSES.filter((status) => found.has(status));
  const [only = 'notRunning', ...others] = possible;
  const status = others.length > 0 ? 'unknown' : only;
  const may = (each: DutyStatus) => found.has(each) && due !== null;
  return {
    run,
    status,
    possible,
    due: binds === false ? null : due,
    start,
    met,
    left: may('pending') ? countOf(moment.day, moment.day, due, 0) : null,
    late: may('metLate')
      ? countOf(due?.from ?? null, due?.to ?? null, met?.days ?? null, 1)
      : may('overdue')
        ? countOf(due?.from ?? null, due?.to ?? null, { from: day, to: day }, 1)
        : null,
    overdueSince: may('overdue')
      ? { from: nextDay(due?.from ?? null), to: nextDay(due?.to ?? null) }
      : null,
  };
}

/** What decides how a duty stands. */
interface Facts {
  readonly binds: Truth;
  /** Whether the event that the time counts from has happened. */
  readonly timeRuns: Truth;
  readonly due: OpenRange | null;
  readonly met: Happening | null;
  readonly day: Day | null;
}

/** Every way in which a duty may stand, each range taken at any of its days by itself. */
function possibleStatuses({ binds, timeRuns, due, met, day }: Facts): Set<DutyStatus> {
  const found = new Set<DutyStatus>();
  if (binds !== true) found.add('notRunning');
  if (binds === false) return found;
  if (timeRuns !== true) {
    // What is done before its time runs is done in time.
    if (met !== null) found.add('met');
    if (met?.isCertain !== true) found.add('notRunning');
  }
  if (timeRuns === false || due === null) return found;
  if (met !== null) {
    if (isPerhapsOnOrBefore(met.days.from, due.to)) found.add('met');
    if (!isCertainlyOnOrBefore(met.days.to, due.from)) found.add('metLate');
  }
  if (met?.isCertain !== true) {
    if (isPerhapsOnOrBefore(day, due.to)) found.add('pending');
    if (!isCertainlyOnOrBefore(day, due.from)) found.add('overdue');
  }
  return found;
}

/** Whether the earliest of some days may lie on or before the latest of others; null is no bound. */
function isPerhapsOnOrBefore(earliest: Day | null, latest: Day | null): boolean {
  return earliest === null || latest === null || earliest <= latest;
}

/** Whether the latest of some days certainly lies on or before the earliest of others; null is no bound. */
function isCertainlyOnOrBefore(latest: Day | null, earliest: Day | null): boolean {
  return latest !== null && earliest !== null && latest <= earliest;
}

/** How many days lie between a day of one range and a day of another, of those cases in which it is some number or more. */
function countOf(
  from: Day | null,
  to: Day | null,
  until: OpenRange | null,
  fewest: number,
): DayCount {
  const least =
    to === null || until === null || until.from === null
      ? null
      : Math.max(fewest, daysBetween(to, until.from));
  const most =
    from === null || until === null || until.to === null ? null : daysBetween(from, until.to);
  return { least, most };
}

function nextDay(day: Day | null): Day | null {
  return day === null ? null : dayAfter(day);
}
