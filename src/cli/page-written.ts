import type { PageAssets } from '../web/html.ts';
import { type Context, ContentError, holdingOf, storyOf } from './context.ts';
import { UsageError } from './usage-error.ts';

/**
 * The page of an agreement as a text.
 *
 * @param asked what `-A` names
 * @param name the scenario that it opens with; the first where it is left out
 * @param isServed whether a server is there to tell it of changes
 * @throws UsageError or ContentError where the agreement or the scenario is not there or not right
 */
export async function pageOf(
  context: Context,
  asked: string | undefined,
  name: string | undefined,
  { version, isServed }: { readonly version: string; readonly isServed: boolean },
): Promise<string> {
  const holding = await holdingOf(context, asked, name);
  const { agreement, story } = await storyOf(context, holding, name);
  const { scenario } = story;
  const { pageHtml } = await import('../web/html.ts');
  const data = {
    version,
    parts: holding.parts,
    opens: scenario.id,
    // By its id, wherever the folder is on this machine.
    call: { agreement: holding.call.agreement === null ? null : agreement.id },
    own: holding.scenarios.get(scenario.id) === scenario ? [] : [scenario],
    isServed,
  };
  return pageHtml(assetsOf(context), data, agreement.title);
}

/**
 * What the build made for pages.
 *
 * @throws UsageError where it is not there
 */
export function assetsOf(context: Context): PageAssets {
  const assets = context.pageAssets();
  if (assets.ok) return assets.value;
  throw new UsageError(
    'cannot-read',
    `the parts of the page: ${assets.error.message}`,
    'the build makes them: `npm run build`',
  );
}

/** What is wrong, in lines, where it is something that the user can mend. */
export function saidOf(error: unknown): readonly string[] {
  if (error instanceof ContentError) return error.message.split('\n');
  if (error instanceof UsageError)
    return [error.message, ...(error.hint === null ? [] : [error.hint])];
  throw error;
}
