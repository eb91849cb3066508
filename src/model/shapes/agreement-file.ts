import * as z from 'zod';
import { folderPath, idOf, prose, refersTo } from './identifier.ts';

/** Folders inside the agreement's own that other content has already. */
const TAKEN = ['readings'];

/** `agreement.yaml`: what the agreement is called, what it is about, and where its scenarios and sources are. */
export const agreementFile = z
  .strictObject({
    id: idOf('agreement'),
    title: prose,
    /** What it is about, for somebody who knows nothing of it: two sentences at most. */
    question: prose,
    summary: prose,
    /** The folder of its scenarios, from the agreement's own. */
    scenarios: folderPath.default('scenarios'),
    /** The folder of its sources, from the agreement's own. */
    sources: folderPath.default('sources'),
    /** The scenario that a reader begins with; the first where this is left out. */
    opens: refersTo('scenario').optional(),
  })
  .refine(({ scenarios, sources }) => scenarios !== sources, {
    error: 'must be another folder than that of the scenarios',
    path: ['sources'],
  })
  .refine(({ scenarios }) => !TAKEN.includes(scenarios), {
    error: 'is the folder of the readings',
    path: ['scenarios'],
  })
  .refine(({ sources }) => !TAKEN.includes(sources), {
    error: 'is the folder of the readings',
    path: ['sources'],
  });

/** `parties.yaml`: who acts, and who else is quoted. */
export const partiesFile = z.strictObject({
  parties: z
    .array(
      z.strictObject({
        id: idOf('party'),
        title: prose,
        members: z.array(refersTo('party')).optional(),
        actsFor: z
          .union([
            refersTo('party').transform((party): { party: string; claims: string[] } => ({
              party,
              claims: [],
            })),
            z.strictObject({
              party: refersTo('party'),
              claims: z
                .array(refersTo('claim'))
                .default([])
                .describe('The claims that say so; none where it is assumed.'),
            }),
          ])
          .optional()
          .describe(
            'The party for which it acts, by itself or with the claims that say so: where it is asked who can do what, the two are one.',
          ),
      }),
    )
    .min(1),
  speakers: z.array(z.strictObject({ id: idOf('speaker'), title: prose })),
});

export type AgreementFile = z.output<typeof agreementFile>;
export type PartiesFile = z.output<typeof partiesFile>;
export type Party = PartiesFile['parties'][number];
export type Speaker = PartiesFile['speakers'][number];
