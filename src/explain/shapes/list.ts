import * as z from 'zod';
import { day, dayRange } from '../../model/shapes/days.ts';
import { DIRECTIONS } from '../../model/shapes/events-file.ts';
import { LEVELS } from '../../model/shapes/regions-file.ts';
import { SCENARIO_KINDS } from '../../model/shapes/scenario.ts';
import { REGION_KINDS } from '../../model/region-kinds.ts';
import type { Output } from './output.ts';
import { addedBy, citations, claims, controllers, envelope } from './parts.ts';

const ids = z.array(z.string());
const named = { id: z.string(), title: z.string() };

/** A party for some time; null where no day bounds it. */
const held = { party: z.string(), from: day.nullable(), until: day.nullable(), claims: ids };

/** `list [WHAT] --json`: all lists, or the one asked for. */
export const listOutput = z.strictObject({
  ...envelope,
  question: z.string().nullable(),
  summary: z.string().nullable(),
  scenarios: z
    .array(
      z.strictObject({
        ...named,
        kind: z.enum(SCENARIO_KINDS),
        summary: z.string().nullable(),
        branchesFrom: z.strictObject({ scenario: z.string(), step: z.string() }).nullable(),
        ownSteps: z.int(),
        questions: z.int(),
      }),
    )
    .optional(),
  gates: z
    .array(z.strictObject({ ...named, event: z.string() }))
    .optional()
    .describe('Events on which a requirement or a position exists.'),
  regions: z
    .array(
      z.strictObject({
        ...named,
        kind: z.enum(REGION_KINDS),
        initial: z.string(),
        claims,
        stages: z.array(z.strictObject({ ...named, level: z.literal(LEVELS).nullable() })),
      }),
    )
    .optional(),
  readings: z
    .array(
      z.strictObject({
        ...named,
        kind: z.enum(['party', 'terms']),
        party: z.string().nullable(),
        asks: ids.describe('The events on which it asks something, at any time.'),
        objects: ids,
        backs: ids,
      }),
    )
    .optional(),
  events: z
    .array(
      z.strictObject({
        ...named,
        home: z.string(),
        gate: z.string().nullable(),
        direction: z.enum(DIRECTIONS),
        again: z.boolean().describe('Whether it may happen any number of times.'),
        controllers,
        changes: z
          .array(z.strictObject({ from: day.nullable(), controllers, claims }))
          .describe(
            'Who can bring it about from which day on, where that changes; `from` null: from the first.',
          ),
        claims,
        takingPart: claims,
        inference: z.string().nullable(),
        assumed: z.string().nullable(),
        moves: z.record(z.string(), z.record(z.string(), z.string())),
      }),
    )
    .optional(),
  sources: z
    .array(
      z.strictObject({
        ...named,
        name: z.string().nullable(),
        publisher: z.string().nullable(),
        published: dayRange,
        perspective: z.string(),
        claims: z.int().describe('How many it has.'),
        addedBy,
      }),
    )
    .optional(),
  parties: z
    .array(
      z.strictObject({
        ...named,
        kind: z.enum(['party', 'speaker', 'role']),
        members: ids.describe('Empty unless it is a group.'),
        actsFor: z
          .strictObject(held)
          .nullable()
          .describe(
            'The party for which it acts where the record ends, so that the two are one actor.',
          ),
        heldBy: z
          .array(z.strictObject(held))
          .describe('Of a role: who holds it, one after another.'),
      }),
    )
    .optional(),
  citations,
});

export type ListOutput = Output<typeof listOutput>;
