import * as z from 'zod';
import { folderPath, idOf, prose, refersTo } from './identifier.ts';
import { tenure } from './tenure.ts';

/** Folders inside the agreement's own that other content has already. */
const TAKEN = ['readings'];

/** `agreement.yaml`: what the agreement is called, what it is about, and where its scenarios and sources are. */
export const agreementFile = z
  .strictObject({
    id: idOf('agreement').describe(
      'The id of the agreement, in lower-case words joined by hyphens; that of its folder reads best.',
    ),
    title: prose.describe('What people call the agreement.'),
    question: prose
      .optional()
      .describe(
        'What it is about, for somebody who knows nothing of it: two sentences at most. By default none is shown.',
      ),
    summary: prose
      .optional()
      .describe(
        'What the record covers: whose agreement it is, of when, by which documents. By default none is shown.',
      ),
    scenarios: folderPath
      .default('scenarios')
      .describe("The folder of its scenarios, from the agreement's own. By default scenarios."),
    sources: folderPath
      .default('sources')
      .describe("The folder of its sources, from the agreement's own. By default sources."),
    opens: refersTo('scenario')
      .optional()
      .describe('The scenario that a reader begins with. By default the first documented one.'),
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

/** For whom a party acts, and for how long. */
const delegation = z.strictObject({
  party: refersTo('party').describe('The party for which it acts.'),
  ...tenure,
});

/** `parties.yaml`: who acts, and who else is quoted. */
export const partiesFile = z.strictObject({
  parties: z
    .array(
      z.strictObject({
        id: idOf('party').describe('The id of the party.'),
        title: prose.describe('What the party is called in what is printed.'),
        members: z
          .array(refersTo('party'))
          .optional()
          .describe(
            'Where the party is a group: the parties that it is made of. By default it is none.',
          ),
        actsFor: z
          .union([
            refersTo('party').transform((party): z.output<typeof delegation> => ({
              party,
              claims: [],
            })),
            delegation,
            z.array(delegation).min(1),
          ])
          .optional()
          .describe(
            'The party for which it acts, by itself or with the claims that say so, or one after another with their days: where it is asked who can do what, the two are one.',
          ),
      }),
    )
    .min(1)
    .describe('Who acts, each party once.'),
  speakers: z
    .array(
      z.strictObject({
        id: idOf('speaker').describe('The id of the speaker; no party has it.'),
        title: prose.describe('What the speaker is called in what is printed.'),
      }),
    )
    .default([])
    .describe('Who else is quoted, and acts in nothing. By default nobody.'),
  roles: z
    .array(
      z.strictObject({
        id: idOf('role').describe(
          'The id of the role, which can be named like a party as a controller or as bound by a duty; no party has it.',
        ),
        title: prose.optional().describe('What the role is called; its id where this is left out.'),
        heldBy: z
          .array(
            z.strictObject({
              party: refersTo('party').describe('The party that holds it.'),
              ...tenure,
            }),
          )
          .describe(
            'Who holds it, one after another; on a day of none of them nobody is known to.',
          ),
      }),
    )
    .default([])
    .describe('Offices that change hands: what their holders can bring about or are bound to.'),
});

export type AgreementFile = z.output<typeof agreementFile>;
export type PartiesFile = z.output<typeof partiesFile>;
export type Speaker = PartiesFile['speakers'][number];
