import * as z from 'zod';
import { verdict } from './judged.ts';
import type { Output } from './output.ts';
import { askedCondition, basis, claims, controllers, sets } from './parts.ts';
import { casesOf, goal, searchOutput } from './search.ts';

const ids = z.array(z.string());
const reason = z
  .enum(['positions', 'requirements', 'events'])
  .describe('`events`: a limit of the model, and no finding about the world.');
const unstated = z
  .enum(['nobody', 'free'])
  .describe('Whether events of which no document says who controls them may happen.');
const set = {
  parties: ids,
  assumed: ids.describe('Events that it takes and that the model assumes.'),
};

const coalitionsFrom = {
  isReached: z.boolean().describe('Nothing to do: it has happened, or is so, in every run.'),
  parties: ids.describe('Those that could matter.'),
  minimal: z.array(z.strictObject(set)),
  reason: z
    .strictObject({
      kind: z.enum(['positions', 'requirements', 'events', 'nobodys']),
      events: ids,
    })
    .nullable()
    .describe(
      'Why no set suffices on what the documents say: no way at all, for one of three reasons; or `nobodys`: it takes these events, of which no document says that anybody can bring them about.',
    ),
  unstated,
  unstatedEvents: ids,
  helped: z
    .array(z.strictObject({ ...set, events: z.array(ids) }))
    .nullable()
    .describe('What would suffice if events of unstated controllers came about by themselves.'),
  complete: z.boolean(),
};

const BY_CASE =
  'Where it depends on what is not known, the answer in each case; empty where it is the same in all.';

const coalitionsParts = {
  ...goal,
  ...coalitionsFrom,
  cases: casesOf(z.strictObject(coalitionsFrom)).describe(
    `${BY_CASE} What is said besides is then what suffices in every case.`,
  ),
};

/** `coalitions GOAL --json`. */
export const coalitionsOutput = searchOutput(coalitionsParts);
const coalitionsFound = z.strictObject(coalitionsParts);
export type CoalitionsFound = Output<typeof coalitionsFound>;

const vetoFrom = {
  isReached: z.boolean(),
  reachable: z.boolean().nullable().describe('null: not known.'),
  vetoes: z.array(
    z.strictObject({
      party: z.string(),
      partyTitle: z.string(),
      byWithholding: z.boolean(),
      bySpoiling: z.strictObject({ events: ids, reason: reason.nullable() }).nullable(),
    }),
  ),
  undoneByAssumed: z
    .array(z.strictObject({ party: z.string(), partyTitle: z.string(), events: ids }))
    .describe('After these events of theirs only events that the model assumes lead there.'),
  unstated,
  complete: z.boolean(),
};

const vetoParts = {
  ...goal,
  ...vetoFrom,
  cases: casesOf(z.strictObject(vetoFrom)).describe(
    `${BY_CASE} What is said besides is then what is so in every case.`,
  ),
};

/** `veto GOAL --json`. */
export const vetoOutput = searchOutput(vetoParts);
const vetoFound = z.strictObject(vetoParts);
export type VetoFound = Output<typeof vetoFound>;

const waiting = {
  from: z.string(),
  fromTitle: z.string(),
  event: z.string(),
  eventTitle: z.string(),
  gate: z.string().nullable(),
  condition: askedCondition,
  isCertain: z.boolean(),
  claims,
  basis,
};
const wait = z
  .strictObject({
    ...waiting,
    to: z.string(),
    toTitle: z.string(),
    together: z.array(ids).describe('With whom the other would have to act: alternatives.'),
  })
  .meta({ id: 'Wait' });

const waitsParts = {
  waits: z.array(wait),
  cycles: z.array(z.strictObject({ parties: ids, waits: z.array(wait) })),
  forNobody: z
    .array(z.strictObject({ ...waiting, takingPart: claims }))
    .describe('Waits that no stated party could end.'),
  ownHands: z
    .array(z.strictObject(waiting))
    .describe('What parties ask for and can bring about by themselves: no wait.'),
  heldBack: z
    .array(
      z.strictObject({
        event: z.string(),
        eventTitle: z.string(),
        gate: z.string().nullable(),
        unmet: sets,
        conditions: z.array(askedCondition).describe('The conditions that these sets name.'),
      }),
    )
    .describe("Held back by the model's own requirements, no party's position."),
};

/** `waits --json`. */
export const waitsOutput = searchOutput(waitsParts);
const waitsFound = z.strictObject(waitsParts);
export type WaitsFound = Output<typeof waitsFound>;

const under = { reading: z.string(), readingTitle: z.string() };

const pivotsParts = {
  pivots: z.array(
    z.strictObject({
      ...under,
      pivots: z.array(
        z.strictObject({
          dropped: z.strictObject({
            kind: z.enum(['condition', 'objection', 'claim']),
            id: z.string(),
          }),
          verdicts: z.array(
            z.strictObject({
              event: z.string(),
              eventTitle: z.string(),
              gate: z.string().nullable(),
              before: verdict,
              after: verdict,
            }),
          ),
          goals: z.array(z.strictObject({ ...goal, reachableAfter: z.boolean() })),
        }),
      ),
      tried: z.int(),
      complete: z.boolean(),
    }),
  ),
};

/** `pivots [GATE] --json`. */
export const pivotsOutput = searchOutput(pivotsParts);
const pivotsFound = z.strictObject(pivotsParts);
export type PivotsFound = Output<typeof pivotsFound>;

const count = z.string().describe('A count, exactly, in decimal digits.');
const point = z
  .strictObject({
    event: z.string(),
    eventTitle: z.string(),
    gate: z.string().nullable(),
    controllers,
    claims,
    assumed: z.string().nullable(),
    states: count,
    events: ids.nullable().describe('The fewest events after which it is lost, that event last.'),
    reasons: z.array(reason).describe('What it rests on that there is no path back.'),
  })
  .meta({ id: 'PointOfNoReturn' });

const lostFrom = {
  isReached: z.boolean(),
  points: z.array(point),
  undoneByAssumed: z
    .array(point)
    .describe('After these only events that the model assumes lead back.'),
  possible: count.nullable(),
  lost: count.nullable(),
  complete: z.boolean(),
};

const noReturnParts = {
  ...goal,
  points: z.array(
    z.strictObject({
      ...under,
      ...lostFrom,
      cases: casesOf(z.strictObject(lostFrom)).describe(
        `${BY_CASE} Then nothing is counted but in the cases.`,
      ),
      inEach: ids.describe('Then the events that lose it in every case.'),
    }),
  ),
};

/** `points-of-no-return GOAL --json`. */
export const noReturnOutput = searchOutput(noReturnParts);
const noReturnFound = z.strictObject(noReturnParts);
export type NoReturnFound = Output<typeof noReturnFound>;
