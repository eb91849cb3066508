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

export const predicateFile: z.ZodType<PredicateFile> = z.lazy(() =>
  z.union([
    z.strictObject({ region: refersTo('region'), stages: z.array(refersTo('stage')).min(1) }),
    z.strictObject({ all: z.array(predicateFile).min(1) }),
    z.strictObject({ any: z.array(predicateFile).min(1) }),
    z.strictObject({ not: predicateFile }),
    z.strictObject({ possible: refersTo('event') }),
    z.strictObject({ deadEnd: z.literal(true) }),
  ]),
);

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
    id: idOf('property'),
    title: prose,
    why: prose,
    /** The claims that it follows from; none where it is the model's own. */
    claims: z.array(refersTo('claim')).default([]),
    /** The readings under which it is to hold; all where none are named. */
    readings: z.array(refersTo('reading')).min(1).optional(),
    always: predicateFile.optional(),
    never: predicateFile.optional(),
    sometimes: predicateFile.optional(),
    eventuallyPossible: z
      .strictObject({ goal: predicateFile, from: predicateFile.optional() })
      .optional(),
    leadsTo: z.strictObject({ from: predicateFile, to: predicateFile }).optional(),
    precedes: z.strictObject({ first: predicateFile, later: predicateFile }).optional(),
  })
  .refine((written) => FORMULAS.filter((formula) => written[formula] !== undefined).length === 1, {
    error: `must say one thing: one of ${FORMULAS.join(', ')}`,
  });

/** `properties.yaml`: what is to hold in everything that can be reached. */
export const propertiesFile = z.strictObject({ properties: z.array(property).min(1) });

export type PropertiesFile = z.output<typeof propertiesFile>;
export type PropertyFile = PropertiesFile['properties'][number];
