import * as z from 'zod';
import { day } from '../../model/shapes/days.ts';
import type { Output } from './output.ts';
import { envelope } from './parts.ts';

const problem = z.strictObject({
  file: z.string(),
  line: z.int().nullable(),
  column: z.int().nullable(),
  code: z.string().describe('What kind of thing is wrong, such as unknown-id.'),
  message: z.string(),
  hint: z.string().nullable(),
});

/** `validate --json`. The agreement is null where its content has problems. */
export const validateOutput = z.strictObject({
  schemaVersion: z.literal(2),
  agreement: z.string().nullable(),
  agreementTitle: z.string().nullable(),
  recordEnds: day.nullable(),
  valid: z.boolean(),
  looked: z
    .array(
      z.strictObject({
        name: z.string(),
        as: z.string().nullable(),
        agreement: z.string().nullable(),
        title: z.string().nullable(),
      }),
    )
    .describe('What was looked at and taken for what; null where that could not be told.'),
  counts: z.record(z.string(), z.int()),
  problems: z.array(problem),
  notices: z.array(problem).describe('Worth a look, and no errors.'),
  audit: z
    .array(
      z.strictObject({
        id: z.string(),
        paragraph: z.int(),
        document: z.string(),
        statement: z.string(),
      }),
    )
    .optional()
    .describe('Claims beside their paragraphs, where the documents were at hand.'),
});

/** `resume --list --json`. */
export const sessionsOutput = z.strictObject({
  ...envelope,
  sessions: z.array(
    z.strictObject({
      number: z.int(),
      savedAt: z.string(),
      agreement: z.string(),
      folder: z
        .string()
        .nullable()
        .describe('Where the agreement was read from; null where it is one that ships.'),
      branches: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      cursor: z.strictObject({
        scenario: z.string(),
        position: z.int(),
        run: z.string().nullable(),
      }),
      task: z
        .strictObject({ scenario: z.string(), task: z.string() })
        .nullable()
        .describe('The task that was taken up; null where none was.'),
      exercise: z
        .strictObject({ scenario: z.string(), answered: z.int() })
        .nullable()
        .describe('The exercise that is under way, and how many questions were answered.'),
    }),
  ),
});

/** `schemas --json`. */
export const schemasOutput = z.strictObject({
  schemaVersion: z.literal(2),
  agreement: z.string(),
  agreementTitle: z.string(),
  written: z.boolean().describe('Whether what is new or changed was written.'),
  files: z.array(
    z.strictObject({
      file: z.string(),
      role: z.string().describe('What kind of content file it is, or is the schema of.'),
      kind: z.enum(['schema', 'content']).describe('Of a content file the first line is meant.'),
      change: z
        .enum(['new', 'changed'])
        .nullable()
        .describe('What becomes of it; null: it is as it should be.'),
    }),
  ),
});

export type SchemasOutput = Output<typeof schemasOutput>;
export type ValidateOutput = Output<typeof validateOutput>;
export type SessionsOutput = Output<typeof sessionsOutput>;
