import * as z from 'zod';
import type { Output } from './output.ts';
import { claims } from './parts.ts';
import { searchOutput } from './search.ts';

const ids = z.array(z.string());

/** A statement about one state. */
type PredicateShape =
  | { kind: 'in'; region: string; stages: string[] }
  | { kind: 'all'; of: PredicateShape[] }
  | { kind: 'any'; of: PredicateShape[] }
  | { kind: 'not'; of: PredicateShape }
  | { kind: 'possible'; event: string }
  | { kind: 'deadEnd' };

const predicate: z.ZodType<PredicateShape> = z
  .lazy(() =>
    z.union([
      z.strictObject({ kind: z.literal('in'), region: z.string(), stages: ids }),
      z.strictObject({ kind: z.literal('all'), of: z.array(predicate) }),
      z.strictObject({ kind: z.literal('any'), of: z.array(predicate) }),
      z.strictObject({ kind: z.literal('not'), of: predicate }),
      z.strictObject({ kind: z.literal('possible'), event: z.string() }),
      z.strictObject({ kind: z.literal('deadEnd') }),
    ]),
  )
  .meta({ id: 'Predicate' });

const formula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always'), holds: predicate }),
  z.strictObject({ kind: z.literal('never'), holds: predicate }),
  z.strictObject({ kind: z.literal('sometimes'), holds: predicate }),
  z.strictObject({
    kind: z.literal('eventuallyPossible'),
    goal: predicate,
    from: predicate.optional(),
  }),
  z.strictObject({ kind: z.literal('leadsTo'), from: predicate, to: predicate }),
  z.strictObject({ kind: z.literal('precedes'), first: predicate, later: predicate }),
]);

/** A way that shows something. */
const shown = z
  .strictObject({
    events: ids,
    forEver: ids.nullable().describe('What can go on for ever afterwards.'),
    isShortest: z.boolean(),
  })
  .meta({ id: 'Shown' })
  .nullable();

const found = {
  from: z
    .enum(['start', 'moment'])
    .describe('From the very beginning, by the positions of the moment; or from the moment.'),
  explored: z.array(
    z.strictObject({
      reading: z.string(),
      readingTitle: z.string(),
      states: z
        .string()
        .nullable()
        .describe('How many can be reached, exactly; null: it depends on what is not known.'),
      nodes: z.int(),
      complete: z.boolean(),
      unknown: ids.describe('The regions whose stage is not known where it begins.'),
    }),
  ),
  properties: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      why: z.string(),
      basis: z.enum(['model', 'claims']).describe('What it follows from.'),
      claims,
      formula,
      answers: z.array(
        z.strictObject({
          reading: z.string(),
          readingTitle: z.string(),
          verdict: z
            .enum(['holds', 'vacuous', 'fails', 'unknown', 'unfinished'])
            .describe('`vacuous`: it holds, but nothing that it speaks of can happen.'),
          witness: shown,
          counterexample: shown,
          runs: ids,
          unknown: ids.describe('The regions that it depends on.'),
        }),
      ),
    }),
  ),
  saves: ids.describe('The files that counterexamples are saved in.'),
};

/** `verify [PROPERTY] --json`. */
export const verifyOutput = searchOutput(found);
const verifyFound = z.strictObject(found);
export type VerifyFound = Output<typeof verifyFound>;
