import * as z from 'zod';
import { COLOUR_NAMES, PALETTES } from '../colour-names.ts';

const colour = z.union([
  z
    .string()
    .regex(
      new RegExp(`^(?:none|(?:bright-)?(?:${COLOUR_NAMES.join('|')})|#[0-9a-fA-F]{6})$`),
      'write none, the name of a colour such as blue or bright-blue, or #rrggbb in quotes',
    ),
  z.int().min(0).max(255),
]);
/** A colour as it is written: by its name, by its number among 256, or as `#rrggbb`. */
export type WrittenColour = z.infer<typeof colour>;

const tone = (what: string) =>
  colour
    .optional()
    .describe(
      `The colour of ${what}: none, a name such as blue or bright-blue, a number from 0 to 255, or "#rrggbb".`,
    );

/** What a user sets once for the UI, whatever agreement it is about. */
export const configFile = z.strictObject({
  keys: z
    .record(z.string(), z.array(z.string()).min(1))
    .default({})
    .describe(
      'Keys by what they do: the name that `phasegate help keys` gives it, and a list of keys such as w, space, left or ctrl-w. The first one is shown.',
    ),
  colours: z
    .enum(PALETTES)
    .default('default')
    .describe(
      'The colours: default, colour-blind (blue and orange in place of green and red), or none.',
    ),
  tones: z
    .strictObject({
      title: tone('titles and names of keys'),
      good: tone('what is open or met'),
      bad: tone('what is closed or unmet'),
      unsure: tone('what is not known'),
      contested: tone('what is contested'),
      changed: tone('what the last step changed'),
    })
    .default({})
    .describe('Single colours in place of those of the set.'),
  mouse: z.boolean().default(true).describe('Whether the mouse is listened to.'),
  ascii: z
    .boolean()
    .optional()
    .describe(
      'Whether only ASCII characters are drawn; left out, they are where the locale is C or POSIX.',
    ),
});
export type ConfigFile = z.infer<typeof configFile>;
