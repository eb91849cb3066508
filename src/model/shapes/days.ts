import * as z from 'zod';

/** A calendar day, `YYYY-MM-DD`, checked to exist. Days compare as strings. */
export const day = z.iso.date({ error: 'must be a day that exists, as YYYY-MM-DD' });

/** First and last day that something can have happened, both counted. */
export const dayRange = z
  .strictObject({
    from: day.describe('The first day that it can have been, as YYYY-MM-DD.'),
    to: day.describe('The last day that it can have been, as YYYY-MM-DD.'),
  })
  .refine((range) => range.from <= range.to, {
    error: '`from` must not come after `to`',
    path: ['to'],
    params: { code: 'wrong-order' },
  });

/** In files a single day stands for the range of that one day. */
export const dayOrRange = z.union([day.transform((only) => ({ from: only, to: only })), dayRange]);

export type Day = z.infer<typeof day>;
export type DayRange = z.infer<typeof dayRange>;
