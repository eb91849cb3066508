import * as z from 'zod';
import { CLAIM_KINDS } from '../claim-kinds.ts';
import { day, dayOrRange } from './days.ts';
import { idOf, prose, refersTo } from './identifier.ts';

/** One statement from one source. `speaker` says it; `attributedTo` are those whose stance it reports. */
export const claim = z.strictObject({
  id: idOf('claim').describe('c and a number, such as c4; others refer to it as source.c4.'),
  paragraph: z
    .int()
    .min(1)
    .optional()
    .describe(
      'The number of the paragraph in the document: the n-th line that is not blank, from 1. Left out where there is no document, and of all claims where it has no paragraphs to count.',
    ),
  speaker: refersTo('party', 'speaker').describe('Who says it: a party or a speaker.'),
  attributedTo: z
    .array(refersTo('party', 'speaker'))
    .default([])
    .describe('Those whose stance it reports, where that is not the speaker. By default nobody.'),
  hearsay: z
    .boolean()
    .default(false)
    .describe(
      "Whether the document gives what somebody says or wants without naming who said it and when (sources, media reports, the page's own paraphrase), rather than a statement by a named speaker or a joint text. What the publication tells in its own voice is none. By default false.",
    ),
  kind: z.enum(CLAIM_KINDS).describe('What kind of statement it is.'),
  date: dayOrRange
    .optional()
    .describe(
      'The day that it speaks of, or the first and the last where the day is not certain. By default not known.',
    ),
  regions: z
    .array(refersTo('region'))
    .default([])
    .describe('The regions that it is about. By default none.'),
  statement: prose.describe('What it says, in our own words.'),
  disputes: z
    .array(refersTo('claim'))
    .default([])
    .describe('The claims that it disputes. By default none.'),
});

const PRECISIONS = ['day', 'week', 'fortnight', 'month'] as const;

const NOT_SAID = 'it is not said how that is known';

const published = z.union([
  day.transform((only) => ({
    from: only,
    to: only,
    precision: PRECISIONS[0] as (typeof PRECISIONS)[number],
    inference: NOT_SAID,
  })),
  z
    .strictObject({
      from: day.describe('The first day on which it can have been published.'),
      to: day.describe('The last day on which it can have been published.'),
      precision: z
        .enum(PRECISIONS)
        .optional()
        .describe('How exact that is. By default as exact as the days are.'),
      inference: prose
        .default(NOT_SAID)
        .describe('How the days are known. By default that is not said.'),
    })
    .refine((range) => range.from <= range.to, {
      error: '`from` must not come after `to`',
      path: ['to'],
      params: { code: 'wrong-order' },
    })
    .transform((range) => ({ ...range, precision: range.precision ?? precisionOf(range) })),
]);

/** The precision that a first and a last day come to. */
function precisionOf({ from, to }: { from: string; to: string }): (typeof PRECISIONS)[number] {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days <= 1) return 'day';
  if (days <= 7) return 'week';
  return days <= 14 ? 'fortnight' : 'month';
}

/** The record of one document: what is known of it, and its claims in our own words. */
export const source = z.strictObject({
  id: idOf('source').describe('The id of the source, which is the name of its file.'),
  agreement: refersTo('agreement').describe('The agreement that it is about.'),
  title: prose.describe('The title of the document.'),
  document: z
    .strictObject({
      file: z
        .string()
        .regex(/^[\w.-]+$/, { error: 'must be a plain file name' })
        .describe('The name of its file.'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { error: 'must be 64 hexadecimal digits' })
        .describe(
          'The SHA-256 of its bytes, in 64 hexadecimal digits: by it is known whether it is the one that was read.',
        ),
    })
    .optional()
    .describe(
      'The document itself, which is kept elsewhere. Left out where there is none to compare the claims with.',
    ),
  name: prose
    .optional()
    .describe(
      'What readers are to know it by where no publisher is shown, or where another name says more.',
    ),
  publisher: prose
    .nullable()
    .default(null)
    .describe('Who published it; null, which is the default, where none is shown.'),
  publisherNote: prose
    .default('How that is known is not said.')
    .describe('How it is known who published it, or why it is not. By default that is not said.'),
  published: published.describe(
    'When it was published: a day, or the first and the last on which that can have been.',
  ),
  perspective: prose
    .default('not said')
    .describe('From where it looks at what it tells. By default that is not said.'),
  claims: z.array(claim).default([]).describe('What it says, claim by claim.'),
});

export type Claim = z.output<typeof claim>;
export type ClaimKind = Claim['kind'];
/** A source, and what added it where that is not the agreement itself but something laid over it. */
export type Source = z.output<typeof source> & { readonly addedBy?: string };
