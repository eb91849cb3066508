import * as z from 'zod';
import { idOf, prose, refersTo } from './identifier.ts';

/** A statement about one state, as written in a file. */
export type PredicateFile =
  | { region: string; stages: string[] }
  | { all: PredicateFile[] }
  | { any: PredicateFile[] }
  | { not: PredicateFile }
  | { possible: string }
  | { deadEnd: true };

/** Made once: each `describe` copies what is lazy, and a copy that made its own would go on for ever. */
let forms: z.ZodType<PredicateFile> | undefined;

export const predicateFile: z.ZodType<PredicateFile> = z.lazy(() => {
  forms ??= z.union([
    z.strictObject({
      region: refersTo('region').describe('The region.'),
      stages: z.array(refersTo('stage')).min(1).describe('It is in one of these stages.'),
    }),
    z.strictObject({ all: z.array(predicateFile).min(1).describe('All of these are so.') }),
    z.strictObject({ any: z.array(predicateFile).min(1).describe('At least one of these is so.') }),
    z.strictObject({ not: predicateFile.describe('This is not so.') }),
    z.strictObject({ possible: refersTo('event').describe('This event can happen.') }),
    z.strictObject({ deadEnd: z.literal(true).describe('true: nothing more can happen.') }),
  ]);
  return forms;
});

export const FORMULAS = [
  'always',
  'never',
  'sometimes',
  'eventuallyPossible',
  'leadsTo',
  'precedes',
] as const;

/** One property: why it matters, whether it follows from claims, under which readings it is to hold, and what it says. */
const property = z
  .strictObject({
    id: idOf('property').describe('The id of the property.'),
    title: prose.describe('What the property is called in what is printed.'),
    why: prose.describe('Why it matters.'),
    claims: z
      .array(refersTo('claim'))
      .default([])
      .describe("The claims that it follows from. By default none: then it is the model's own."),
    readings: z
      .array(refersTo('reading'))
      .min(1)
      .optional()
      .describe('The readings under which it is to hold. By default all.'),
    always: predicateFile.optional().describe('What is so in every state that can be reached.'),
    never: predicateFile.optional().describe('What is so in no state that can be reached.'),
    sometimes: predicateFile.optional().describe('What is so in some state that can be reached.'),
    eventuallyPossible: z
      .strictObject({
        goal: predicateFile.describe('What can be brought about.'),
        from: predicateFile.optional().describe('From which states. By default from every one.'),
      })
      .optional()
      .describe('What can always still be brought about.'),
    leadsTo: z
      .strictObject({
        from: predicateFile.describe('Once this is so.'),
        to: predicateFile.describe('This comes to be so.'),
      })
      .optional()
      .describe('What sooner or later follows from what.'),
    precedes: z
      .strictObject({
        first: predicateFile.describe('What is so before.'),
        later: predicateFile.describe('What is never so without it.'),
      })
      .optional()
      .describe('What is never so before something else has been.'),
  })
  .refine((written) => FORMULAS.filter((formula) => written[formula] !== undefined).length === 1, {
    error: `must say one thing: one of ${FORMULAS.join(', ')}`,
  });

/** `properties.yaml`: what is to hold in everything that can be reached. */
export const propertiesFile = z.strictObject({
  properties: z
    .array(property)
    .min(1)
    .describe('What is to hold in everything that can be reached.'),
});

export type PropertiesFile = z.output<typeof propertiesFile>;
export type PropertyFile = PropertiesFile['properties'][number];
