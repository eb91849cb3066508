import * as z from 'zod';
import { REGION_KINDS } from '../region-kinds.ts';
import { idOf, prose, refersTo } from './identifier.ts';

/** Peace Accords Matrix implementation levels: from 0, not initiated, to 3, full. */
export const LEVELS = [0, 1, 2, 3] as const;

/** `regions.yaml`: what the agreement is made of, and the stages that each part of it can be in. */
export const regionsFile = z.strictObject({
  regions: z
    .array(
      z.strictObject({
        id: idOf('region'),
        title: prose,
        kind: z.enum(REGION_KINDS),
        /** The stage that it is in before any step. */
        starts: refersTo('stage'),
        /** The claims behind that stage. */
        claims: z.array(refersTo('claim')).default([]),
        stages: z
          .array(z.strictObject({ id: idOf('stage'), title: prose, level: z.literal(LEVELS) }))
          .min(1),
      }),
    )
    .min(1),
});

export type RegionsFile = z.output<typeof regionsFile>;
export type Level = (typeof LEVELS)[number];
