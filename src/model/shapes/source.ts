import * as z from 'zod';
import { CLAIM_KINDS } from '../claim-kinds.ts';
import { day, dayOrRange } from './days.ts';
import { camelId, claimReference, kebabId, prose } from './identifier.ts';

/** One statement from one source. `speaker` says it; `attributedTo` are those whose stance it reports. */
export const claim = z.strictObject({
  id: z.string().regex(/^c[0-9]+$/, { error: 'must be c and a number, such as c4' }),
  /** Number of the paragraph in the document: the n-th line that is not blank, from 1. */
  paragraph: z.int().min(1),
  speaker: kebabId,
  attributedTo: z.array(kebabId).default([]),
  /**
   * Whether the document gives what somebody says or wants without naming who said it when (sources, media reports,
   * the page's own paraphrase), rather than a statement by a named speaker or a joint text. What the publication tells
   * in its own voice is none.
   */
  hearsay: z.boolean(),
  kind: z.enum(CLAIM_KINDS),
  /** The days that it speaks of, where known. */
  date: dayOrRange.optional(),
  regions: z.array(camelId),
  statement: prose,
  disputes: z.array(claimReference).default([]),
});

/** The record of one document: what is known of it, and its claims in our own words. */
export const source = z.strictObject({
  id: kebabId,
  agreement: kebabId,
  title: prose,
  document: z.strictObject({
    file: z.string().regex(/^[\w.-]+$/, { error: 'must be a plain file name' }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be 64 hexadecimal digits' }),
  }),
  /** What readers are to know it by where no publisher is shown, or where another name says more. */
  name: prose.optional(),
  publisher: prose.nullable(),
  publisherNote: prose,
  published: z
    .strictObject({
      from: day,
      to: day,
      precision: z.enum(['day', 'week', 'fortnight', 'month']),
      inference: prose,
    })
    .refine((range) => range.from <= range.to, {
      error: '`from` must not come after `to`',
      path: ['to'],
    }),
  perspective: prose,
  claims: z.array(claim).min(1),
});

export type Claim = z.output<typeof claim>;
export type ClaimKind = Claim['kind'];
export type Source = z.output<typeof source>;
