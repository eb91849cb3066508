import { type Agreement, partyTitle } from '../model/agreement.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import type { Day } from '../model/days.ts';
import type { Duty } from '../model/duty.ts';
import type { Happening, OpenRange } from '../model/first-happening.ts';
import type { Moment } from '../model/moment.ts';
import type { Bound } from '../answer/bound-by.ts';
import {
  type DayCount,
  DUTY_STATUSES,
  type DutyInRun,
  type DutyStanding,
  type DutyStatus,
} from '../answer/duties.ts';
import { claimStatements } from './claims-text.ts';
import { type Block, GAP, heading, line, type Phrase, phrased, rows } from './document.ts';
import { grouped } from './grouped.ts';
import { countedTo, momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import { tenureText } from './tenure-text.ts';
import type { TextOptions } from './text-options.ts';
import {
  capital,
  counted,
  eventName,
  eventTitle,
  listed,
  NOT_KNOWN,
  restsOnPhrase,
  runTitle,
  STEP_STATUS_WORDS,
  type Word,
} from './words.ts';

/** How a duty stands, in words. */
export const DUTY_WORDS: Readonly<Record<DutyInRun['status'], Word>> = {
  overdue: { word: 'overdue', meaning: 'its last day has passed, and it has not been met' },
  unknown: { word: 'not determined', meaning: NOT_KNOWN },
  pending: { word: 'pending', meaning: 'its time runs, and it has not been met' },
  metLate: { word: 'met late', meaning: 'it was met after its last day' },
  met: { word: 'met', meaning: 'it was met in time' },
  notRunning: { word: 'not running', meaning: 'its time does not run' },
};

/** The gravest first. */
const ORDER: readonly DutyInRun['status'][] = ['overdue', 'unknown', ...DUTY_STATUSES.slice(1)];

/** What parties are bound to bring about, by how it stands in the runs asked about, the gravest of them first. */
export function dutiesText(
  moment: Moment,
  standings: readonly DutyStanding[],
  options: TextOptions,
): Block[] {
  const nothing = nothingPublishedText(moment);
  if (nothing !== '') return [...momentHead(moment), GAP, ...line(nothing), ...momentFoot(moment)];
  return [
    ...momentHead(moment),
    ...line(standings.length === 0 ? '' : countedDuties(moment)),
    ...boundBlocks(moment, standings),
    ...(options.verbose
      ? claimStatements(
          moment.agreement,
          standings.flatMap(({ claims }) => claims),
        )
      : []),
    ...momentFoot(moment),
  ];
}

/** The duties themselves, without what an answer begins and ends with. */
export function boundBlocks(moment: Moment, standings: readonly DutyStanding[]): Block[] {
  if (standings.length === 0) return line(noDutyText(moment.agreement));
  const gravest = ({ runs }: DutyStanding) =>
    ORDER.find((status) => runs.some((each) => each.status === status)) ?? 'notRunning';
  return ORDER.flatMap((status) => {
    const alike = standings.filter((each) => gravest(each) === status);
    const { word, meaning } = DUTY_WORDS[status];
    return alike.length === 0
      ? []
      : [
          heading(`${capital(word)}${isOfOneRun(alike) ? '' : ' by some account'}: ${meaning}`),
          ...alike.flatMap((each) => dutyBlocks(moment, each)),
        ];
  });
}

function isOfOneRun(standings: readonly DutyStanding[]): boolean {
  return standings.every(({ runs }) => new Set(runs.map(({ status }) => status)).size === 1);
}

/** The day that duties are counted to; without one nothing can be. */
function countedDuties(moment: Moment): string {
  return moment.day === null
    ? 'The steps have no days, so nothing can be said to be overdue or in time.'
    : countedTo(moment);
}

/** That there is no duty to tell of: what no document gives a deadline for is no duty. */
function noDutyText(agreement: Agreement): string {
  const has = [...agreement.events.values()].some(({ duties }) => duties.length > 0);
  return has
    ? 'No duty fits.'
    : 'Nobody is bound by a deadline here: the agreement has no duty with a day or a time.';
}

function dutyBlocks(moment: Moment, standing: DutyStanding): Block[] {
  const { agreement } = moment;
  const { duty, event, runs, binds } = standing;
  return [
    ...line(`${event.title} (${eventName(event)}), ${deadlineText(agreement, duty)}`, 1),
    ...line(
      phrased`${capital(boundText(agreement, standing.bound))}${dutyBasis(agreement, standing)}`,
      2,
    ),
    ...line(binds === null ? 'It is not certain that it binds by then: no day is given.' : '', 2),
    ...rows(
      grouped(runs, (each) => dutyStatusText(agreement, duty, each)).map((alike) => [
        capital(listed(alike.map(({ run }) => runTitle(agreement, run)))),
        dutyStatusText(agreement, duty, alike[0]),
      ]),
      { depth: 2 },
    ),
  ];
}

/**
 * Whom a duty binds: `binds A and B (as the warden)`, `binds A (as the warden until 4 Mar 2031)`, `binds the warden, a role
 * that nobody is known to hold then`, or that no document says.
 */
export function boundText(agreement: Agreement, { parties, roles }: Bound): string {
  const bound = (parties ?? []).map((id) => {
    const held = roles.filter(({ party }) => party === id);
    const terms = held.map((each) => `${partyTitle(agreement, each.role)}${tenureText(each)}`);
    return `${partyTitle(agreement, id)}${held.length === 0 ? '' : ` (as ${listed(terms)})`}`;
  });
  const vacant = roles.filter(({ party }) => party === null);
  if (bound.length + vacant.length === 0) return 'no document says whom it binds';
  const nobody = vacant.map((each) => {
    const when = tenureText(each) || ' then';
    return `${partyTitle(agreement, each.role)}, a role that nobody is known to hold${when}`;
  });
  return `binds ${[bound.length === 0 ? [] : listed(bound), ...nobody].flat().join(', and ')}`;
}

/** What a duty rests on. */
export function dutyBasis(agreement: Agreement, { duty, claims, bound }: DutyStanding): Phrase {
  const held = claims.length === 0 ? [] : bound.roles.flatMap((each) => each.claims);
  return restsOnPhrase(agreement, [...new Set([...claims, ...held])], duty.basis);
}

/** By when: `by 4 Feb 2031`, `within 30 days of "Phase one begins" (phase.oneBegan)`. */
export function deadlineText(agreement: Agreement, { by, within }: Duty): string {
  if (by !== null)
    return by.from === by.to ? `by ${dayText(by.to)}` : `by a day ${openRangeText(by)}`;
  if (within === null) return '';
  const { count, unit, of } = within;
  return `within ${counted(count, unit.slice(0, -1))} of "${eventTitle(agreement, of)}" (${of})`;
}

/** How a duty stands in a run, in one line: `overdue since 5 Feb 2031, by 26 days; was due by 4 Feb 2031`. */
export function dutyStatusText(agreement: Agreement, duty: Duty, inRun: DutyInRun): string {
  const { status, due, start, met, left, late, overdueSince } = inRun;
  const asserted = [met?.status, start?.status].find(
    (each) => STEP_STATUS_WORDS[each ?? 'happened'] !== '',
  );
  const said = asserted === undefined ? '' : `${STEP_STATUS_WORDS[asserted]}: `;
  const undone = met?.isUndone === true ? '; undone since' : '';
  const by = due === null ? '' : `due ${dueText(due)}`;
  switch (status) {
    case 'notRunning':
      return duty.within !== null && start === null
        ? `not running: "${eventTitle(agreement, duty.within.of)}" (${duty.within.of}) has not happened`
        : 'not running: it does not bind yet';
    case 'pending':
      return `${said}pending: ${by}, ${leftText(left)}`;
    case 'overdue':
      return `${said}overdue since ${openRangeText(overdueSince)}, by ${daysText(late)}; was ${by}`;
    case 'met':
      return `${said}met ${happenedText(met)}${by === '' ? ', before its time ran' : `; was ${by}`}${undone}`;
    case 'metLate':
      return `${said}met late, by ${daysText(late)}, ${happenedText(met)}; was ${by}${undone}`;
    case 'unknown':
      return `${said}${unknownText(inRun)}`;
  }
}

const PERHAPS: Readonly<Record<string, string>> = {
  'metLate met': 'met, perhaps late',
  'overdue pending': 'not met, perhaps overdue',
};

/** Which ways are open, and what leaves them open. */
function unknownText({ possible, due, start, met }: DutyInRun): string {
  const words = possible.map((status: DutyStatus) => DUTY_WORDS[status].word);
  const what = PERHAPS[possible.join(' ')] ?? `not determined: ${listed(words, 'or')}`;
  const why = [
    ...(met === null
      ? []
      : [`${met.isCertain ? 'it happened' : 'it may have happened'} ${happenedText(met)}`]),
    ...(due === null ? [] : [`due ${dueText(due)}`]),
    ...(start === null || start.isCertain
      ? []
      : [`what its time counts from may have happened ${happenedText(start)}`]),
  ];
  return why.length === 0 ? what : `${what}; ${why.join('; ')}`;
}

/** `on 3 Feb 2031 (wreck-located)`. */
function happenedText(happening: Happening | null): string {
  if (happening === null) return '';
  const { days, step } = happening;
  const when =
    days.from !== null && days.from === days.to ? `on ${dayText(days.from)}` : openRangeText(days);
  return `${when} (${step})`;
}

function dueText(due: OpenRange): string {
  return due.from !== null && due.from === due.to ? `by ${dayText(due.from)}` : openRangeText(due);
}

function openRangeText(range: OpenRange | null): string {
  if (range === null || (range.from === null && range.to === null))
    return 'on a day that nothing gives';
  const { from, to } = range;
  if (from === null) return `by ${dayText(to as Day)} at the latest`;
  if (to === null) return `from ${dayText(from)} on at the earliest`;
  return from === to ? dayText(from) : `between ${rangeText({ from, to }, 'and')}`;
}

function leftText(left: DayCount | null): string {
  if (left?.most === 0) return 'its last day';
  return `${daysText(left)} left`;
}

/** `3 days`, `3 to 5 days`, `up to 5 days`. */
function daysText(count: DayCount | null): string {
  const { least = null, most = null } = count ?? {};
  if (least === null && most === null) return 'a number of days that is not known';
  if (most === null) return `${counted(least ?? 0, 'day')} or more`;
  if (least === null) return `up to ${counted(most, 'day')}`;
  return least === most ? counted(most, 'day') : `${least} to ${counted(most, 'day')}`;
}
