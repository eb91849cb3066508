import * as z from 'zod';
import { CLAIM_KINDS } from '../claim-kinds.ts';
import { day, dayOrRange } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

/** One statement from one source. `speaker` says it; `attributedTo` are those whose stance it reports. */
export const claim = z.strictObject({
  id: idOf('claim'),
  /** Number of the paragraph in the document: the n-th line that is not blank, from 1. */
  paragraph: z.int().min(1),
  speaker: refersTo('party', 'speaker'),
  attributedTo: z.array(refersTo('party', 'speaker')).default([]),
  /**
   * Whether the document gives what somebody says or wants without naming who said it when (sources, media reports,
   * the page's own paraphrase), rather than a statement by a named speaker or a joint text. What the publication tells
   * in its own voice is none.
   */
  hearsay: z.boolean(),
  kind: z.enum(CLAIM_KINDS),
  /** The days that it speaks of, where known. */
  date: dayOrRange.optional(),
  regions: z.array(refersTo('region')),
  statement: prose,
  disputes: z.array(refersTo('claim')).default([]),
});

/** The record of one document: what is known of it, and its claims in our own words. */
export const source = z.strictObject({
  id: idOf('source'),
  agreement: refersTo('agreement'),
  title: prose,
  /** The document itself, which is kept elsewhere; left out where there is none to hold the claims against. */
  document: z
    .strictObject({
      file: z.string().regex(/^[\w.-]+$/, { error: 'must be a plain file name' }),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be 64 hexadecimal digits' }),
    })
    .optional(),
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
      params: { code: 'wrong-order' },
    }),
  perspective: prose,
  claims: z.array(claim).default([]),
});

export type Claim = z.output<typeof claim>;
export type ClaimKind = Claim['kind'];
export type Source = z.output<typeof source>;
