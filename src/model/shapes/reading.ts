import * as z from 'zod';
import { conditionFile } from './condition.ts';
import { day } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

const reported = {
  /** The claims that report it; none where it is the author's own assumption. */
  claims: z.array(refersTo('claim')).default([]),
  /** How it follows from the claims, where they do not say it outright. */
  inference: prose.optional(),
  /** The day from which it is held, where the claims' own dates do not tell. */
  from: day.optional(),
  /** The last day on which it is held. */
  until: day.optional(),
  /** Whether it stands beside what the party held before; otherwise it takes its place. */
  beside: z.literal(true).optional(),
};

const asks = z.strictObject({ asks: conditionFile, ...reported });
/** The id names the objection, so that it can be waived. */
const objects = z.strictObject({ objects: idOf('objection'), ...reported });
const backs = z.strictObject({ backs: z.literal(true), ...reported });
/** What a party no longer holds: all of it, or some conditions and objections by their ids. */
const drops = z.strictObject({
  drops: z
    .union([z.literal(true), z.array(refersTo('condition', 'objection')).min(1)])
    .describe(
      'true: the party no longer holds anything that stands before this on the event, and nothing is stated of it from then on. Or the ids of the conditions and objections that it no longer holds.',
    ),
  claims: reported.claims,
  inference: reported.inference,
  from: day
    .optional()
    .describe("The day from which it does not, where the claims' own dates do not tell."),
});
/** Claims of or about the party that bear on the event and are no position. */
const says = z.strictObject({ says: z.array(refersTo('claim')).min(1) });

/** One thing that a party is reported to hold on an event, to hold no longer, or to say of it. */
export const positionFile = z.union([asks, objects, backs, drops, says]);

const positions = z.record(refersTo('event'), z.array(positionFile).min(1)).default({});

/** `readings/*.yaml`: what one party holds, event by event; or the terms as reported, which are no party's. */
export const readingFile = z.discriminatedUnion('kind', [
  z.strictObject({
    id: idOf('reading'),
    title: prose,
    kind: z.literal('party'),
    party: refersTo('party'),
    positions,
  }),
  z.strictObject({ id: idOf('reading'), title: prose, kind: z.literal('terms'), positions }),
]);

export type PositionFile = z.output<typeof positionFile>;
export type ReadingFile = z.output<typeof readingFile>;
