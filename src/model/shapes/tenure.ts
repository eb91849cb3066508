import * as z from 'zod';
import { day } from './days.ts';
import { refersTo } from './identifier.ts';

/** From when until when something is in somebody's hands, and what says so: keys of whatever changes hands. */
export const tenure = {
  from: day
    .optional()
    .describe('The first day of it; from the beginning on where this is left out.'),
  until: day
    .optional()
    .describe('The last day of it; where this is left out, until the next in the list begins.'),
  claims: z
    .array(refersTo('claim'))
    .default([])
    .describe('The claims that say so; none where it is assumed.'),
};
