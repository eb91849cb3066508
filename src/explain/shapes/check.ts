import * as z from 'zod';
import { duty } from './duties.ts';
import { objection, standing } from './judged.ts';
import type { Output } from './output.ts';
import { citations, condition, envelope, moment } from './parts.ts';

const about = { ...envelope, ...moment };

/** `check GATE --json`. */
export const gateOutput = z.strictObject({
  ...about,
  ...standing,
  duties: z.array(duty).describe('What parties are bound to: that it happens in time.'),
  citations,
});

/** `check --json`: every gate. */
export const gatesOutput = z.strictObject({
  ...about,
  gates: z.array(z.strictObject(standing)),
  citations,
});

/** `check --unmet --json`: everything in the way, one by one. */
export const unmetOutput = z.strictObject({
  ...about,
  unmet: z.array(
    z.strictObject({
      event: z.string(),
      eventTitle: z.string(),
      gate: z.string().nullable(),
      reading: z.string().nullable().describe('null: the model itself requires it.'),
      readingTitle: z.string().nullable(),
      kind: z.enum(['party', 'terms', 'model']),
      condition: condition.nullable().describe('null: it is an objection.'),
      objection: objection.nullable(),
    }),
  ),
  citations,
});

export const checkOutput = z.union([gateOutput, gatesOutput, unmetOutput]);

export type GateOutput = Output<typeof gateOutput>;
export type GatesOutput = Output<typeof gatesOutput>;
export type UnmetOutput = Output<typeof unmetOutput>;
