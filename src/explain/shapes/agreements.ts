import * as z from 'zod';
import type { Output } from './output.ts';

/** `list agreements --json`: every agreement at hand, right or wrong. */
export const agreementsOutput = z.strictObject({
  schemaVersion: z.literal(2),
  agreements: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().nullable().describe('null: it cannot be read.'),
      folder: z
        .string()
        .describe('As files are named: from the package for one that ships, else from here.'),
      ships: z.boolean().describe('Whether it is one that comes with the program.'),
      extends: z
        .string()
        .nullable()
        .describe('The agreement that it lays its content over; null where it stands by itself.'),
      default: z
        .boolean()
        .describe('Whether it is the one that a command line like this looks at.'),
      counts: z
        .strictObject({
          regions: z.int(),
          events: z.int(),
          readings: z.int(),
          scenarios: z.int(),
        })
        .nullable()
        .describe('null: it has problems.'),
      problems: z.int().describe('How many a start finds; `validate` may find more.'),
    }),
  ),
});

export type AgreementsOutput = Output<typeof agreementsOutput>;
