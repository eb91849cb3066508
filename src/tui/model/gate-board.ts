import { partyTitle, type Reading, stageTitle } from '../../model/agreement.ts';
import { type Condition, type Leaf, leavesOf } from '../../model/condition.ts';
import type { DayRange } from '../../model/days.ts';
import type { Fact } from '../../model/run.ts';
import type { Verdict } from '../../model/shapes/scenario.ts';
import { inForce } from '../../model/terms.ts';
import {
  eventHeldBy,
  type GateUnderReading,
  isAtSecondHand,
  judgeGate,
  type LeafStatus,
  overallVerdict,
  refusalsReported,
} from '../../model/verdict.ts';
import { type Moment, runState, type Session } from '../session.ts';
import { controllersText, leafText, listed, regionTitle } from './wording.ts';

export const CELL_MARKS = [
  'met',
  'unmet',
  'unknown',
  'waived',
  'notAsked',
  'unstated',
  'later',
] as const;
export type CellMark = (typeof CELL_MARKS)[number];

/** A line of the board: a heading within it, or a leaf with a mark for each reading. */
export type BoardRow =
  | { readonly kind: 'heading'; readonly indent: number; readonly text: string }
  | {
      readonly kind: 'leaf';
      readonly indent: number;
      readonly leaf: Leaf;
      /** Whether all claims behind it are hearsay. */
      readonly isAtSecondHand: boolean;
      readonly text: string;
      readonly cells: readonly CellMark[];
    };

/** A leaf that holds a gate up under a reading, with what there is to say of it. */
export interface Obstacle {
  readonly leaf: string;
  /** Whether it says never: then only a waiver helps. */
  readonly isNever: boolean;
  readonly text: string;
  readonly status: LeafStatus['status'];
  /** Where it stands now; null for a leaf that says never. */
  readonly now: {
    readonly stage: string;
    readonly since: DayRange | null;
    readonly basis: Fact['basis'];
  } | null;
  readonly controllers: string;
  /** The events on the way there, where there is more than one. */
  readonly path: readonly string[];
  readonly disputedBy: readonly string[];
  readonly basis: Leaf['basis'];
  readonly claims: readonly string[];
  /** Whether all these claims are hearsay. */
  readonly isAtSecondHand: boolean;
}

/** A reading's column, and what stands below it. */
export interface ReadingColumn {
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly position: 'stated' | 'unstated';
  /** When the reading states a position that is not in force yet; null where it never does, or does already. */
  readonly statedFrom: DayRange | null;
  /** Smallest sets of leaves, each of which would open the gate. */
  readonly blocking: readonly (readonly string[])[];
  readonly obstacles: readonly Obstacle[];
  /** Titles of the regions whose unknown stage decides. */
  readonly deciding: readonly string[];
  /** Why the event itself cannot happen now, where it cannot; null where it can, or has happened. */
  readonly held: string | null;
  readonly claims: readonly string[];
  readonly remarks: readonly string[];
  /** Whether these report a refusal of the reading's own party. */
  readonly isRefusalReported: boolean;
}

export interface GateBoard {
  readonly gate: string;
  readonly title: string;
  readonly event: string;
  readonly overall: Verdict | 'contested';
  /** Why the event itself cannot happen, where it is the same under every reading: then no column says so. */
  readonly held: string | null;
  readonly columns: readonly ReadingColumn[];
  readonly rows: readonly BoardRow[];
}

/** A gate under every reading, each on its own run, as of the step that was played last. */
export function gateBoard(session: Session, moment: Moment, gateId: string): GateBoard {
  const { agreement } = session;
  const gate = agreement.gates.get(gateId);
  const readings = [...agreement.readings.values()];
  const judged = readings.map((reading) => judge(session, moment, gateId, reading.id));
  const held = [...new Set(judged.map((entry) => heldText(session, moment, entry)))];
  const heldByAll = held.length === 1 ? (held[0] ?? null) : null;
  const columns = judged.map((entry, index) =>
    columnOf(session, moment, entry, readings[index] as Reading),
  );
  return {
    gate: gateId,
    title: gate?.title ?? gateId,
    event: gate?.event ?? '',
    overall: overallVerdict(judged.filter((_, index) => readings[index]?.kind === 'party')),
    held: heldByAll,
    columns: heldByAll === null ? columns : columns.map((column) => ({ ...column, held: null })),
    rows: [
      ...baseRows(session, gateId, judged),
      ...readings.flatMap((reading, index) =>
        readingRows(session, moment, gateId, reading, index, judged),
      ),
    ],
  };
}

const judgements = new WeakMap<Moment['states'], Map<string, GateUnderReading>>();

/** A gate's verdict under one reading at a moment. Several views ask for the same one, so it is kept. */
export function judge(
  session: Session,
  moment: Moment,
  gateId: string,
  reading: string,
): GateUnderReading {
  let known = judgements.get(moment.states);
  if (known === undefined) judgements.set(moment.states, (known = new Map()));
  const key = `${gateId} ${reading}`;
  let judged = known.get(key);
  if (judged === undefined) known.set(key, (judged = judgedAnew(session, moment, gateId, reading)));
  return judged;
}

function judgedAnew(
  session: Session,
  moment: Moment,
  gateId: string,
  reading: string,
): GateUnderReading {
  const state = runState(moment, reading);
  const terms = { reading, day: moment.day, waived: state.waived };
  return judgeGate(session.agreement, gateId, terms, state);
}

function columnOf(
  session: Session,
  moment: Moment,
  judged: GateUnderReading,
  reading: Reading,
): ReadingColumn {
  const { agreement } = session;
  const since = reading.gates.get(judged.gate)?.stated?.since ?? null;
  const inTheWay = new Set(judged.blocking.flat());
  return {
    reading,
    verdict: judged.verdict,
    position: judged.position,
    statedFrom: since !== null && !inForce(since, moment.day) ? since : null,
    blocking: judged.blocking,
    obstacles: judged.leaves
      .filter(({ leaf }) => inTheWay.has(leaf.id))
      .map((status) => obstacle(session, status)),
    deciding: judged.unknownFacts.deciding.map((id) => regionTitle(agreement, id)),
    held: heldText(session, moment, judged),
    claims: judged.claims,
    remarks: judged.remarks,
    isRefusalReported: refusalsReported(agreement, judged).length > 0,
  };
}

/** Why a gate's event cannot happen from where its region stands under the reading; null where it can, or has. */
export function heldText(
  { agreement }: Session,
  moment: Moment,
  judged: GateUnderReading,
): string | null {
  const held = eventHeldBy(agreement, judged, runState(moment, judged.reading));
  if (held === null) return null;
  const { region, stage } = held;
  return `the event itself cannot happen while ${regionTitle(agreement, region)} is ${stageTitle(agreement, region, stage)}`;
}

function obstacle(
  session: Session,
  { leaf, status, controllers, takingPart, path, fact, disputedBy }: LeafStatus,
): Obstacle {
  const { agreement } = session;
  return {
    leaf: leaf.id,
    isNever: leaf.region === null,
    text: leafText(agreement, leaf),
    status,
    now:
      fact === null || leaf.region === null
        ? null
        : {
            stage: stageTitle(agreement, leaf.region, fact.stage),
            since: fact.since,
            basis: fact.basis,
          },
    controllers: controllersText(agreement, controllers, takingPart),
    path: path.length < 2 ? [] : path.map(({ event }) => moveText(session, event)),
    disputedBy: disputedBy.map((party) => partyTitle(agreement, party)),
    basis: leaf.basis,
    claims: leaf.claims,
    isAtSecondHand: isAtSecondHand(agreement, leaf.claims),
  };
}

/** A move on the way to a leaf; with a word on who can bring it about where no document says so. */
function moveText({ agreement }: Session, id: string): string {
  const event = agreement.events.get(id);
  if (event === undefined) return id;
  return event.controllers === null
    ? `${event.title}: ${controllersText(agreement, null, event.claims)}`
    : event.title;
}

function baseRows(
  session: Session,
  gateId: string,
  judged: readonly GateUnderReading[],
): BoardRow[] {
  const condition = session.agreement.base.get(gateId);
  if (condition === undefined || leavesOf(condition).length === 0) return [];
  const cells = (leaf: Leaf) => judged.map((entry) => statusOf(entry, leaf) ?? 'notAsked');
  return [
    { kind: 'heading', indent: 0, text: `Held under every reading${asks(condition)}` },
    ...conditionRows(session, condition, 1, cells),
  ];
}

function readingRows(
  session: Session,
  moment: Moment,
  gateId: string,
  reading: Reading,
  index: number,
  judged: readonly GateUnderReading[],
): BoardRow[] {
  const stated = reading.gates.get(gateId)?.stated ?? null;
  if (stated === null) return [];
  if (leavesOf(stated.condition).length === 0) {
    const said = inForce(stated.since, moment.day)
      ? `${reading.title} has a position; no condition of its own is reported`
      : `A position of ${reading.title} is reported later, with no condition of its own`;
    const how = isAtSecondHand(session.agreement, stated.claims) ? ' (at second hand)' : '';
    return [{ kind: 'heading', indent: 0, text: `${said}${how}` }];
  }
  const cells = (leaf: Leaf) =>
    judged.map((entry, at): CellMark => {
      if (at === index) return statusOf(entry, leaf) ?? 'later';
      return entry.position === 'stated' ? 'notAsked' : 'unstated';
    });
  return [
    { kind: 'heading', indent: 0, text: `${reading.title} asks${asks(stated.condition)}` },
    ...conditionRows(session, stated.condition, 1, cells),
  ];
}

function statusOf(judged: GateUnderReading, leaf: Leaf): LeafStatus['status'] | undefined {
  return judged.leaves.find((entry) => entry.leaf.id === leaf.id)?.status;
}

function asks(condition: Condition): string {
  if (condition.kind === 'leaf' || condition.of.length < 2) return '';
  return condition.kind === 'all' ? ', all of' : ', any one of';
}

function conditionRows(
  session: Session,
  condition: Condition,
  indent: number,
  cells: (leaf: Leaf) => readonly CellMark[],
): BoardRow[] {
  if (condition.kind === 'leaf') {
    const { leaf } = condition;
    const row = {
      kind: 'leaf',
      indent,
      leaf,
      isAtSecondHand: isAtSecondHand(session.agreement, leaf.claims),
      text: leafText(session.agreement, leaf),
      cells: cells(leaf),
    } as const;
    return [row];
  }
  return condition.of.flatMap((part): BoardRow[] => {
    if (part.kind === 'leaf' || part.of.length < 2)
      return conditionRows(session, part, indent, cells);
    const heading = part.kind === 'all' ? 'all of' : 'any one of';
    return [
      { kind: 'heading', indent, text: heading },
      ...conditionRows(session, part, indent + 1, cells),
    ];
  });
}

/** The smallest sets as a sentence: what would open the gate. */
export function blockingText(column: ReadingColumn): string {
  const textOf = (id: string) => column.obstacles.find(({ leaf }) => leaf === id)?.text ?? id;
  return column.blocking.map((set) => listed(set.map(textOf))).join('; or ');
}
