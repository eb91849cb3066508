import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import { agreementOn } from '../model/agreement-on.ts';
import { dayIn, daysBetween } from '../model/calendar.ts';
import { type Day, dayAfter } from '../model/days.ts';
import type { Duty } from '../model/duty.ts';
import { firstHappening, type Happening, type OpenRange } from '../model/first-happening.ts';
import { type LaterHolder, laterHolders } from '../model/holder.ts';
import type { Truth } from '../model/kleene.ts';
import { type Moment, published } from '../model/moment.ts';
import { hasBegun, type Span, spanOf } from '../model/position.ts';
import { REPORTED } from '../model/terms.ts';
import { partyReadings } from '../model/agreement.ts';
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
  /** How it changes later who holds the roles that it binds. */
  readonly laterHolders: readonly LaterHolder[];
  readonly runs: readonly DutyInRun[];
}

/** Which duties are asked about, and in which runs. */
export interface DutiesAsked {
  /**
   * Those that bind this party, by itself, in a group, or by a role that it holds on the day asked about or on the day by
   * which they are to be met; or those that bind this role.
   */
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
  const asked =
    runs.length > 0 ? runs : [REPORTED, ...partyReadings(agreement).map(({ id }) => id)];
  return [...agreement.events.values()]
    .filter(({ id }) => event === null || id === event)
    .flatMap((bound) => bound.duties.map((duty) => ({ duty, bound })))
    .flatMap(({ duty, bound }) => {
      const span = spanOf(agreement, { ...duty, until: null }, moment.viewpoint.knownBy);
      if (span === null) return [];
      const binds = hasBegun(span, moment.day);
      const inRuns = asked.map((run) => dutyInRun(moment, duty, binds, run));
      if (party !== null && !bindsParty(moment, duty, inRuns, party)) return [];
      return [
        {
          duty,
          event: bound,
          claims: published(moment, duty.claims),
          span,
          binds,
          laterHolders: duty.roles.flatMap(({ role }) =>
            laterHolders(agreement, role, moment.day, moment.viewpoint.knownBy),
          ),
          runs: inRuns,
        },
      ];
    });
}

/** Whether something asked about is overdue in a run asked about, or may be. */
export function isAnyOverdue(standings: readonly DutyStanding[]): boolean {
  return standings.some(({ runs }) => runs.some(({ possible }) => possible.includes('overdue')));
}

function bindsParty(
  { agreement, viewpoint }: Moment,
  duty: Duty,
  runs: readonly DutyInRun[],
  party: string,
): boolean {
  if (duty.roles.some(({ role }) => role === party)) return true;
  const { own, groups } = relatedParties(agreement, party);
  const isBound = ({ binds }: Duty) => (binds ?? []).some((id) => own.has(id) || groups.has(id));
  if (isBound(duty)) return true;
  return (
    duty.roles.length > 0 &&
    runs.some(({ due }) =>
      daysOfChange(agreement, due).some((day) =>
        agreementOn(agreement, day, viewpoint.knownBy)
          .events.get(duty.event)
          ?.duties.some((then) => then.id === duty.id && isBound(then)),
      ),
    )
  );
}

/** The first day of a range, and each in it on which something changes hands. */
function daysOfChange({ hands }: Agreement, range: OpenRange | null): Day[] {
  if (range === null) return [];
  const { from, to } = range;
  const first = from ?? to;
  if (first === null) return [];
  return [first, ...hands.days.filter((day) => day > first && (to === null || day <= to))];
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
