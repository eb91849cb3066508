import * as z from 'zod';
import { conditionFile } from './condition.ts';
import { day } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

const reported = {
  claims: z
    .array(refersTo('claim'))
    .default([])
    .describe(
      "The claims that report it. By default none: then it is the author's own assumption.",
    ),
  inference: prose
    .optional()
    .describe('How it follows from the claims, where they do not say it outright.'),
  from: day
    .optional()
    .describe("The day from which it is held, where the claims' own dates do not tell."),
  until: day
    .optional()
    .describe(
      'The last day on which it is held. By default it goes on until another takes its place.',
    ),
  beside: z
    .literal(true)
    .optional()
    .describe(
      'true: the party also goes on holding what it held before. By default this replaces it.',
    ),
};

const asks = z.strictObject({
  asks: conditionFile.describe('What the party asks for before the event: stages of regions.'),
  ...reported,
});
const objects = z.strictObject({
  objects: idOf('objection').describe(
    'An id for the objection, so that it can be waived: the party refuses or opposes the event, and no condition is reported.',
  ),
  ...reported,
});
const backs = z.strictObject({
  backs: z
    .literal(true)
    .describe(
      'true: the party proposes, offers, calls for or agrees to the event, or sees nothing in the way.',
    ),
  ...reported,
});
/** What a party no longer holds: all of it, or some conditions and objections by their ids. */
const drops = z.strictObject({
  drops: z
    .union([z.literal(true), z.array(refersTo('condition', 'objection')).min(1)])
    .describe(
      'true: the party no longer holds any of its earlier positions on the event, and its position is unstated from then on. Or the ids of the conditions and objections that it no longer holds.',
    ),
  claims: reported.claims,
  inference: reported.inference,
  from: day
    .optional()
    .describe("The day from which it does not, where the claims' own dates do not tell."),
});
/** Claims of or about the party that bear on the event and are no position. */
const says = z.strictObject({
  says: z
    .array(refersTo('claim'))
    .min(1)
    .describe('Claims of or about the party that bear on the event and are no position.'),
});

/** One thing that a party is reported to hold on an event, to hold no longer, or to say of it. */
export const positionFile = z.union([asks, objects, backs, drops, says]);

/** What is held on each event. */
export const positions = z
  .record(refersTo('event'), z.array(positionFile).min(1))
  .default({})
  .describe(
    'What is held on each event, in the order of the days. An event that is not named is unstated.',
  );

/** The keys of a reading, as they are written. */
const written = z.strictObject({
  id: idOf('reading').describe('The id of the reading, which is the name of its file.'),
  title: prose
    .optional()
    .describe(
      'What the reading is called in what is printed. By default as its party is called, or its id in words.',
    ),
  kind: z
    .enum(['party', 'terms'])
    .default('party')
    .describe(
      "party: what one party holds. terms: the terms as reported, which are no party's. By default party.",
    ),
  party: refersTo('party')
    .optional()
    .describe('Whose reading it is. By default that of the party that has the same id.'),
  positions,
});

/** `readings/*.yaml`: what one party holds, event by event; or the terms as reported, which are no party's. */
export const readingFile = written
  .refine(({ kind, party }) => kind === 'party' || party === undefined, {
    error: "the terms are no party's: leave `party` out, or give it kind: party",
    path: ['party'],
    params: { code: 'keys-at-odds' },
  })
  .transform(({ kind, party, ...reading }) =>
    kind === 'terms' ? { ...reading, kind } : { ...reading, kind, party: party ?? reading.id },
  );

export type PositionFile = z.output<typeof positionFile>;
export type ReadingFile = z.output<typeof readingFile>;
