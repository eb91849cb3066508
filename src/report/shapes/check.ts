import * as z from 'zod';
import { standing } from './judged.ts';
import type { Output } from './output.ts';
import { citations, envelope, moment } from './parts.ts';

const about = { ...envelope, ...moment };

/** `check GATE --json`. */
export const gateOutput = z.strictObject({ ...about, ...standing, citations });

/** `check --json`: every gate. */
export const gatesOutput = z.strictObject({
  ...about,
  gates: z.array(z.strictObject(standing)),
  citations,
});

export const checkOutput = z.union([gateOutput, gatesOutput]);

export type GateOutput = Output<typeof gateOutput>;
export type GatesOutput = Output<typeof gatesOutput>;
