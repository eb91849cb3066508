import * as z from 'zod';
import { partiesFile } from './agreement-file.ts';
import { folderPath, idOf, prose, refersTo } from './identifier.ts';
import { positions } from './reading.ts';
import { writtenStep } from './scenario.ts';

/** `agreement.yaml` of a folder that lays content of its own over another agreement. */
export const overlayFile = z.strictObject({
  extends: z
    .string()
    .min(1)
    .describe(
      'The agreement below: its folder, as a path from here (../accord), or the id of one that ships.',
    ),
  id: idOf('agreement').optional().describe('An id of its own. By default the name of its folder.'),
  title: prose.optional(),
  question: prose.optional(),
  summary: prose.optional(),
  scenarios: folderPath.default('scenarios'),
  sources: folderPath.default('sources'),
  opens: refersTo('scenario').optional(),
});

/** `readings/*.yaml` of such a folder: further positions of a reading of the agreement below. */
export const readingAddition = z.strictObject({
  id: refersTo('reading'),
  positions,
});

/** `scenarios/*.yaml` of such a folder: further steps of a scenario of the agreement below. */
export const continuation = z.strictObject({
  agreement: refersTo('agreement').optional(),
  continues: refersTo('scenario'),
  steps: z
    .array(
      writtenStep.safeExtend({
        after: refersTo('step')
          .optional()
          .describe('The step after which it comes; without it, after the last.'),
      }),
    )
    .min(1),
});

/** `parties.yaml` of such a folder: further parties, speakers, or both. */
export const furtherParties = partiesFile.partial();

export type OverlayFile = z.output<typeof overlayFile>;
export type ReadingAddition = z.output<typeof readingAddition>;
export type Continuation = z.output<typeof continuation>;
