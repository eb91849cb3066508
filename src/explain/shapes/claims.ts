import * as z from 'zod';
import { CLAIM_KINDS } from '../../model/claim-kinds.ts';
import { STATED } from '../../model/statement.ts';
import { dayRange } from '../../model/shapes/days.ts';
import type { Output } from './output.ts';
import { addedBy, date, envelope } from './parts.ts';

const claim = {
  id: z.string(),
  citation: z.string().describe('As it is cited: publisher and day first, id second.'),
  source: z.string(),
  addedBy,
  published: dayRange,
  paragraph: z.int().nullable().describe('Null where the source has no paragraphs to count.'),
  speaker: z.string(),
  speakerTitle: z.string(),
  attributedTo: z.array(z.string()).describe('Those whose stance it reports.'),
  attributedToTitles: z.array(z.string()),
  hearsay: z.boolean(),
  kind: z.enum(CLAIM_KINDS),
  date: date.describe('The days that it speaks of.'),
  regions: z.array(z.string()),
  regionTitles: z.array(z.string()),
  statement: z.string(),
  disputedBy: z.array(z.string()).describe('Claims that dispute it.'),
};

/** `claims --json`. */
export const claimsOutput = z.strictObject({
  ...envelope,
  claims: z.array(z.strictObject(claim)),
});

const event = { event: z.string() };
const step = { scenario: z.string(), step: z.string(), title: z.string() };

/** One thing that a claim is cited for. */
const use = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), region: z.string() }),
  z.strictObject({ kind: z.literal('controllers'), ...event }),
  z.strictObject({ kind: z.literal('role'), role: z.string(), party: z.string() }),
  z.strictObject({ kind: z.literal('actsFor'), party: z.string(), for: z.string() }),
  z.strictObject({ kind: z.literal('takingPart'), ...event }),
  z.strictObject({ kind: z.literal('inTheWay'), ...event }),
  z.strictObject({ kind: z.literal('duty'), ...event, duty: z.string() }),
  z.strictObject({
    kind: z.literal('condition'),
    ...event,
    reading: z.string().nullable(),
    condition: z.string(),
  }),
  z.strictObject({
    kind: z.literal('position'),
    ...event,
    reading: z.string(),
    stance: z.enum(STATED),
  }),
  z.strictObject({ kind: z.literal('says'), ...event, reading: z.string() }),
  z.strictObject({ kind: z.literal('step'), ...step }),
  z.strictObject({ kind: z.literal('bearing'), ...step }),
  z.strictObject({ kind: z.literal('void'), ...step }),
  z.strictObject({ kind: z.literal('denial'), ...step, reading: z.string() }),
  z.strictObject({ kind: z.literal('property'), property: z.string(), title: z.string() }),
]);

/** `claim ID... --json`: each in full, with its source, what disputes it, and what it is cited for. */
export const claimOutput = z.strictObject({
  ...envelope,
  claims: z.array(
    z.strictObject({
      ...claim,
      publication: z.strictObject({
        id: z.string(),
        title: z.string(),
        name: z.string().nullable(),
        publisher: z.string().nullable(),
        publisherNote: z.string(),
        published: z.strictObject({
          from: z.string(),
          to: z.string(),
          precision: z.string(),
          inference: z.string().describe('How its days are known.'),
        }),
        perspective: z.string(),
      }),
      disputes: z.array(z.strictObject(claim)).describe('The claims that dispute it.'),
      citedFor: z.array(use),
    }),
  ),
});

export type ClaimsOutput = Output<typeof claimsOutput>;
export type ClaimOutput = Output<typeof claimOutput>;
