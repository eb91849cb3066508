import type { AgreementFiles } from '../model/assemble.ts';
import { PERIOD_UNITS } from '../model/calendar.ts';
import type { Day } from '../model/days.ts';
import type { EventRecord } from '../model/shapes/events-file.ts';
import type { DutyFile } from '../model/shapes/duty.ts';
import type { ConditionFile, StagesAskedFile } from '../model/shapes/condition.ts';
import type { PositionFile, ReadingFile } from '../model/shapes/reading.ts';
import { inventedSources, STATED_DAYS } from './invented-sources.ts';

/**
 * An agreement in numbers, as it is drawn. Every number stands for the one of its kind that it comes to counted round
 * and round, so a draft stays one whatever is taken away from it.
 */
export interface AgreementDraft {
  readonly regions: readonly { readonly stages: number; readonly start: number }[];
  readonly events: readonly EventDraft[];
  /** Who holds the one role, and for whom the last of the parties acts, one after another. */
  readonly holders: readonly ChangeDraft[];
  readonly principals: readonly ChangeDraft[];
  /** By reading, in the order of {@link READINGS}. */
  readonly positions: readonly (readonly StatementDraft[])[];
}

export type MovesDraft = readonly (readonly [from: number, to: number])[];

export interface EventDraft {
  readonly home: number;
  readonly moves: MovesDraft;
  readonly also: readonly { readonly region: number; readonly moves: MovesDraft }[];
  readonly isForward: boolean;
  /** Whether it may happen again, and its home region may stay where it is. */
  readonly isAgain: boolean;
  readonly isAliased: boolean;
  readonly isAssumed: boolean;
  /** Null where no document says; an empty list where nobody can. */
  readonly controllers: readonly (readonly number[])[] | null;
  /** The days on which others take over, if any. */
  readonly changes: readonly ChangeDraft[];
  readonly requirement: TreeDraft | null;
  readonly duties: readonly DutyDraft[];
}

/** That something comes into others' hands on a day; with the last day of it, nobody's follow. */
export interface ChangeDraft {
  readonly to: number;
  readonly from: Day;
  readonly until: Day | null;
  readonly claims: number;
}

/** A day by which, or within what time of which event; counted round to another event than the one that it is for. */
export interface DutyDraft {
  readonly binds: readonly number[] | null;
  readonly by: Day | null;
  readonly unit: number;
  readonly count: number;
  readonly of: number;
  readonly from: Day | null;
  readonly claims: number;
}

export interface StatementDraft {
  readonly event: number;
  readonly kind: 'asks' | 'objects' | 'backs' | 'drops' | 'says';
  readonly asked: TreeDraft;
  readonly claims: number;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly isBeside: boolean;
  readonly isInferred: boolean;
}

export type TreeDraft =
  /** Of a party's conditions some have days of their own. */
  | { readonly region: number; readonly stages: number; readonly days: number }
  | { readonly all: readonly TreeDraft[] }
  | { readonly any: readonly TreeDraft[] };

/** Parties of every invented agreement; the last is a group. */
export const PARTIES = ['north', 'south', 'east', 'both'] as const;

/** Whoever can control an event there: the parties, and now and then the role that one of them may hold. */
const ACTORS = [...PARTIES, ...PARTIES, ...PARTIES, 'keeper'] as const;

/** Readings of every invented agreement: of three parties, and terms that are nobody's. */
export const READINGS = ['north', 'south', 'east', 'charter'] as const;

/** What a statement can rest on: nothing, a claim with or without a day, or two of them. */
const CLAIMS: readonly (readonly string[])[] = [
  ['early.c1'],
  ['early.c2'],
  ['ranged.c1'],
  ['ranged.c2'],
  ['late.c1'],
  ['late.c2'],
  ['late.c1', 'early.c1'],
  ['ranged.c1', 'late.c2'],
  [],
];

/** The files that a draft comes to: what somebody could have written. */
export function inventedFiles(draft: AgreementDraft): AgreementFiles {
  const { events } = draft;
  return {
    agreement: {
      id: 'invented',
      title: 'Invented',
      summary: 'Nobody wrote it.',
      question: 'What becomes of it?',
      scenarios: 'scenarios',
      sources: 'sources',
    },
    parties: {
      parties: PARTIES.map((id) =>
        id === 'both'
          ? { id, title: id, members: ['north', 'south'] }
          : id === 'east' && draft.principals.length > 0
            ? { id, title: id, actsFor: held(draft.principals, PARTIES.slice(0, 2)) }
            : { id, title: id },
      ),
      speakers: [{ id: 'paper', title: 'the paper itself' }],
      roles: [{ id: 'keeper', title: 'keeper', heldBy: held(draft.holders, PARTIES) }],
    },
    regions: {
      regions: draft.regions.map(({ stages, start }, region) => ({
        id: regionId(region),
        title: `region ${region}`,
        kind: region === 0 ? ('phase' as const) : ('provision' as const),
        starts: stageId(start % stages),
        claims: region % 2 === 0 ? ['early.c1'] : [],
        stages: [...Array(stages).keys()].map((stage) => ({
          id: stageId(stage),
          title: `stage ${stage}`,
          level: 0 as const,
        })),
      })),
    },
    events: { events: events.map((event, index) => eventRecord(draft, event, index)) },
    readings: READINGS.map((id, index) => readingFile(draft, id, draft.positions[index] ?? [])),
    sources: inventedSources(draft.regions.map((_, region) => regionId(region))),
  };
}

function regionId(region: number): string {
  return `region${region}`;
}

function stageId(stage: number): string {
  return `stage${stage}`;
}

function eventId({ regions, events }: AgreementDraft, index: number): string {
  return `${regionId((events[index]?.home ?? 0) % regions.length)}.event${index}`;
}

function eventRecord(draft: AgreementDraft, event: EventDraft, index: number): EventRecord {
  const { regions } = draft;
  const home = event.home % regions.length;
  const also = event.also.filter(({ region }) => region % regions.length !== home);
  const controllers =
    event.controllers?.map((set) => [
      ...new Set(set.map((party) => ACTORS[party % ACTORS.length] ?? 'north')),
    ]) ?? null;
  const changes = inOrder(event.changes);
  return {
    id: eventId(draft, index),
    ...(event.isAliased ? { alias: `alias${index}` } : {}),
    title: `event ${index}`,
    moves: moves(draft, home, event.moves, event.isAgain),
    ...(event.isAgain ? { again: true as const } : {}),
    also: Object.fromEntries(
      also.map(({ region, moves: heard }) => {
        const other = region % regions.length;
        return [regionId(other), moves(draft, other, heard)];
      }),
    ),
    direction: event.isForward ? 'forward' : 'backward',
    controllers:
      changes.length === 0
        ? controllers
        : [
            { of: controllers, claims: [] },
            ...changes.map(({ to, claims, ...days }) => ({
              of: to % 7 === 0 ? null : [[ACTORS[to % ACTORS.length] ?? 'north']],
              claims: [...(CLAIMS[claims % CLAIMS.length] ?? [])],
              ...days,
            })),
          ],
    claims: controllers === null ? [] : ['early.c1'],
    takingPart: controllers === null && changes.length === 0 ? ['ranged.c1'] : [],
    ...(event.isAssumed ? { assumed: 'No paper speaks of it.' } : {}),
    ...(event.requirement === null
      ? {}
      : { requirement: conditionFile(draft, event.requirement, `model${index}`) }),
    inTheWay: index % 3 === 0 ? ['late.c1'] : [],
    ...(event.duties.length === 0
      ? {}
      : { duty: event.duties.map((duty) => dutyFile(draft, duty, index)) }),
  };
}

/** Changes in the order of their days, none on the day of another and none while another lasts. */
function inOrder(drafts: readonly ChangeDraft[]) {
  const sorted = drafts
    .filter(({ from }, place) => drafts.findIndex((other) => other.from === from) === place)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.map(({ to, claims, from, until }, place) => {
    const next = sorted[place + 1]?.from;
    const fits = until !== null && until >= from && (next === undefined || until < next);
    return { to, claims, from, ...(fits ? { until } : {}) };
  });
}

/** Parties one after another. */
function held(drafts: readonly ChangeDraft[], parties: readonly string[]) {
  return inOrder(drafts).map(({ to, claims, ...days }) => ({
    party: parties[to % parties.length] ?? 'north',
    claims: [...(CLAIMS[claims % CLAIMS.length] ?? [])],
    ...days,
  }));
}

function dutyFile(draft: AgreementDraft, duty: DutyDraft, index: number): DutyFile {
  const { events } = draft;
  const { binds, by, unit, count, of, from, claims } = duty;
  const other = (index + 1 + (of % Math.max(1, events.length - 1))) % events.length;
  const limit =
    by === null && other !== index
      ? {
          within: {
            [PERIOD_UNITS[unit % PERIOD_UNITS.length] ?? 'days']: 1 + (count % 40),
            of: eventId(draft, other),
          },
        }
      : { by: { from: by ?? '2031-06-01', to: by ?? '2031-06-01' } };
  return {
    binds:
      binds === null
        ? null
        : [...new Set(binds.map((party) => ACTORS[party % ACTORS.length] ?? 'north'))],
    ...limit,
    // What binds only after its day is refused in content.
    ...(from === null || ('by' in limit && from > limit.by.to) ? {} : { from }),
    claims: [...(CLAIMS[claims % CLAIMS.length] ?? [])],
  };
}

function moves(
  { regions }: AgreementDraft,
  region: number,
  drafts: MovesDraft,
  canStay = false,
): Record<string, string> {
  const count = regions[region]?.stages ?? 1;
  return Object.fromEntries(
    drafts.map(([first, second]) => {
      const from = first % count;
      const to = second % count;
      // A move to its own stage moves nothing, and is refused in content but of what may happen again.
      return [stageId(from), stageId(from === to && !canStay ? (to + 1) % count : to)];
    }),
  );
}

function readingFile(
  draft: AgreementDraft,
  id: (typeof READINGS)[number],
  statements: readonly StatementDraft[],
): ReadingFile {
  const positions: Record<string, PositionFile[]> = {};
  for (const [index, statement] of statements.entries()) {
    const event = eventId(draft, statement.event % draft.events.length);
    const before = (positions[event] ??= []);
    before.push(positionFile(draft, statement, `${id}${index}`, before));
  }
  return id === 'charter'
    ? { id, title: id, kind: 'terms', positions }
    : { id, title: id, kind: 'party', party: id, positions };
}

function positionFile(
  draft: AgreementDraft,
  statement: StatementDraft,
  prefix: string,
  before: readonly PositionFile[],
): PositionFile {
  const claims = [...(CLAIMS[statement.claims % CLAIMS.length] ?? [])];
  const ids = before.flatMap(namesIn);
  // Where nothing was held there is nothing to drop.
  if (statement.kind === 'says' || (statement.kind === 'drops' && ids.length === 0))
    return { says: claims.length > 0 ? claims : ['late.c1'] };
  const said = {
    claims,
    ...(statement.isInferred ? { inference: 'It follows.' } : {}),
    ...(statement.from === null ? {} : { from: statement.from }),
  };
  const reported = {
    ...said,
    ...(statement.until === null ? {} : { until: statement.until }),
    ...(statement.isBeside ? { beside: true as const } : {}),
  };
  switch (statement.kind) {
    case 'drops': {
      const some = ids.filter((_id, place) => (place + statement.event) % 2 === 0);
      return { drops: statement.isBeside && some.length > 0 ? some : true, ...said };
    }
    case 'objects':
      return { objects: `${prefix}Objection`, ...reported };
    case 'backs':
      return { backs: true, ...reported };
    case 'asks':
      return { asks: conditionFile(draft, statement.asked, prefix, true), ...reported };
  }
}

/** The conditions and objections of a position, by id. */
function namesIn(position: PositionFile): string[] {
  const conditions = (asked: ConditionFile): string[] =>
    'all' in asked
      ? asked.all.flatMap(conditions)
      : 'any' in asked
        ? asked.any.flatMap(conditions)
        : [asked.id];
  if ('objects' in position) return [position.objects];
  return 'asks' in position ? conditions(position.asks) : [];
}

/** The days of a condition: most have none, some begin or end on a day or between two. */
function conditionDays(days: number): Pick<StagesAskedFile, 'from' | 'until'> {
  const at = (place: number) => STATED_DAYS[place % STATED_DAYS.length] ?? '2031-01-01';
  const first = { from: at(days), to: at(days + (days % 2)) };
  const from = first.from <= first.to ? first : { from: first.to, to: first.from };
  const later = at(days >> 2);
  const until = { from: later, to: later };
  const kind = days % 7;
  return {
    ...(kind === 4 || kind === 6 ? { from } : {}),
    ...(kind === 5 || (kind === 6 && from.from <= later) ? { until } : {}),
  };
}

/** The tree with its conditions named, one after the other. */
function conditionFile(
  draft: AgreementDraft,
  tree: TreeDraft,
  prefix: string,
  isDated = false,
): ConditionFile {
  let count = 0;
  const written = (part: TreeDraft): ConditionFile => {
    if ('all' in part) return { all: part.all.map(written) };
    if ('any' in part) return { any: part.any.map(written) };
    count += 1;
    const region = part.region % draft.regions.length;
    const stages = draft.regions[region]?.stages ?? 1;
    // Some of the stages, and never all of them, which would ask for nothing.
    const chosen = 1 + (part.stages % Math.max(1, 2 ** stages - 2));
    return {
      id: `${prefix}Condition${count}`,
      region: regionId(region),
      stages: [...Array(stages).keys()].filter((stage) => chosen & (1 << stage)).map(stageId),
      ...(isDated ? conditionDays(part.days) : {}),
    };
  };
  return written(tree);
}
