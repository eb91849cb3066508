import * as z from 'zod';
import { camelId, claimReference, kebabId, prose } from './identifier.ts';

const stageLeaf = z.strictObject({
  leaf: camelId,
  region: camelId,
  stages: z.array(camelId).min(1),
  claims: z.array(claimReference).min(1),
  /** How the leaf follows from the claims, where they do not say it outright. */
  inference: prose.optional(),
});

const neverLeaf = z.strictObject({
  leaf: camelId,
  never: z.literal(true),
  claims: z.array(claimReference).min(1),
  inference: prose.optional(),
});

export type LeafFile = z.output<typeof stageLeaf> | z.output<typeof neverLeaf>;

/** A condition as written: a leaf, or `all`, `any` and `not` over conditions. */
export type ConditionFile =
  LeafFile | { all: ConditionFile[] } | { any: ConditionFile[] } | { not: ConditionFile };

export const conditionFile: z.ZodType<ConditionFile> = z.lazy(() =>
  z.union([
    stageLeaf,
    neverLeaf,
    z.strictObject({ all: z.array(conditionFile).min(1) }),
    z.strictObject({ any: z.array(conditionFile).min(1) }),
    z.strictObject({ not: conditionFile }),
  ]),
);

/** What a reading says of one gate. `remarks` are claims that touch on the gate and state no condition. */
export const cell = z.discriminatedUnion('position', [
  z
    .strictObject({
      position: z.literal('stated'),
      claims: z.array(claimReference).default([]),
      condition: conditionFile.optional(),
      remarks: z.array(claimReference).default([]),
    })
    .refine((stated) => stated.condition !== undefined || stated.claims.length > 0, {
      error: 'is stated without a condition, so it must cite the claims that say so',
      path: ['position'],
    }),
  z.strictObject({ position: z.literal('unstated'), remarks: z.array(claimReference).default([]) }),
]);

/** `readings/*.yaml`: one party's conditions, the terms as reported, or the base that every reading shares. */
export const readingFile = z.discriminatedUnion('kind', [
  z.strictObject({
    id: kebabId,
    title: prose,
    kind: z.literal('party'),
    party: kebabId,
    gates: z.record(camelId, cell),
  }),
  z.strictObject({
    id: kebabId,
    title: prose,
    kind: z.literal('terms'),
    gates: z.record(camelId, cell),
  }),
  z.strictObject({
    id: kebabId,
    title: prose,
    kind: z.literal('base'),
    gates: z.record(camelId, cell),
  }),
]);

export type Cell = z.output<typeof cell>;
export type ReadingFile = z.output<typeof readingFile>;
