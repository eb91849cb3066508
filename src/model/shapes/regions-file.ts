import * as z from 'zod';
import { REGION_KINDS } from '../region-kinds.ts';
import { idOf, prose, refersTo } from './identifier.ts';
import { inWords } from './in-words.ts';

/** Peace Accords Matrix implementation levels: from 0, none, to 3, full. */
export const LEVELS = [0, 1, 2, 3] as const;

/** `regions.yaml`: what the agreement is made of, and the stages that each part of it can be in. */
export const regionsFile = z.strictObject({
  regions: z
    .array(
      z
        .strictObject({
          id: idOf('region').describe(
            'The id of the region, in lower camel case; the first part of the ids of its events.',
          ),
          title: prose
            .optional()
            .describe('What the region is called in what is printed. By default its id in words.'),
          kind: z
            .enum(REGION_KINDS)
            .default('provision')
            .describe(
              'phase: how far the agreement as a whole has come. provision: an undertaking. circumstance: something around it. By default a provision.',
            ),
          starts: refersTo('stage')
            .optional()
            .describe(
              'The stage that it is in before any step. By default the first of its stages.',
            ),
          claims: z
            .array(refersTo('claim'))
            .default([])
            .describe('The claims behind the stage that it starts in. By default none.'),
          stages: z
            .array(
              z
                .strictObject({
                  id: idOf('stage').describe(
                    'The id of the stage, in lower camel case; no other stage of the region has it.',
                  ),
                  title: prose
                    .optional()
                    .describe(
                      'What the stage is called in what is printed. By default its id in words.',
                    ),
                  level: z
                    .literal(LEVELS)
                    .nullable()
                    .default(null)
                    .describe(
                      "The Peace Accords Matrix level, by the author's own coding: 0 none, 1 minimum, 2 intermediate, 3 full. By default null: not coded, which is no level 0.",
                    ),
                })
                .transform((stage) => ({ ...stage, title: stage.title ?? inWords(stage.id) })),
            )
            .min(1)
            .describe('The stages that the region can be in; it is in one at a time.'),
        })
        .transform((region) => ({
          ...region,
          title: region.title ?? inWords(region.id),
          starts: region.starts ?? region.stages[0]?.id ?? '',
        })),
    )
    .min(1)
    .describe('What the agreement is made of.'),
});

export type RegionsFile = z.output<typeof regionsFile>;
export type Level = (typeof LEVELS)[number];
