import * as z from 'zod';

/** An exercise as a browser keeps it: what was answered to which question, and what is ticked for the next. */
const texts = z.array(z.string()).readonly();
const keptExercise = z.object({
  scenario: z.string(),
  answers: z.array(z.object({ question: z.string(), chosen: texts })).readonly(),
  isMarked: z.boolean(),
  /** Null where nothing is ticked yet. */
  picked: texts.nullable(),
});

export type KeptExercises = readonly z.infer<typeof keptExercise>[];

/** Exercises that were kept; null of what is none. */
export function readKeptExercises(value: unknown): KeptExercises | null {
  return z.array(keptExercise).safeParse(value).data ?? null;
}
