import type { PageAssets } from '../web/html.ts';
import type { PageData } from '../web/page-data.ts';
import { type Context, ContentError, holdingOf, storyOf } from './context.ts';
import { isFileName, STANDARD_INPUT } from './scenario-name.ts';
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
  const isOwn = holding.scenarios.get(scenario.id) !== scenario;
  const files =
    isOwn && name !== undefined && isFileName(name) && name !== STANDARD_INPUT
      ? { [scenario.id]: nameIn(name) }
      : {};
  const folder = holding.home === null ? null : holding.call.agreement;
  const data: PageData = {
    version,
    parts: holding.parts,
    opens: scenario.id,
    // By their names, wherever they are on this machine.
    call: {
      agreement: folder === null ? holding.call.agreement : `./${nameIn(folder)}`,
      files,
      beside: [...(folder === null ? [] : [nameIn(folder)]), ...Object.values(files)],
    },
    own: isOwn ? [scenario] : [],
    isServed,
  };
  return pageHtml(assetsOf(context), data, agreement.title);
}

/** The last part of a path. */
function nameIn(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path;
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
