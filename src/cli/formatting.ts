import path from 'node:path';
import { agreementNamedIn } from '../load/agreement-named-in.ts';
import { idsOf, isOwnFile, roleOf } from '../load/layout.ts';
import type { Problem } from '../load/problem.ts';
import { quote } from '../load/show.ts';
import { didYouMeanOneOf } from '../load/suggest.ts';
import type { ChangedText } from '../load/unified-diff.ts';
import { formatText, schemaOf } from '../load/writing.ts';
import { type ChangeOptions, propose } from './changing.ts';
import { ContentError, type Context } from './context.ts';
import { type Desk, ofTheOneBelow } from './desk.ts';
import { UsageError } from './usage-error.ts';

/**
 * Shows what changes where the files of an agreement are put into the one form, and writes it where that is asked for.
 *
 * @param asked files as the user names them; all of the agreement where there are none
 * @returns the exit code
 */
export async function format(
  context: Pick<Context, 'terminal' | 'userPath'>,
  desk: Desk,
  asked: readonly string[],
  options: ChangeOptions,
): Promise<number> {
  const { definition, texts } = desk;
  const paths =
    asked.length === 0 ? ownFiles(desk) : asked.map((name) => fileAt(context, desk, name));
  const problems: Problem[] = asked.length === 0 ? [...desk.problems] : [];
  const changes: ChangedText[] = [];
  for (const name of new Set(paths)) {
    const before = texts.get(name);
    const role = roleOf(definition, name);
    if (before === undefined || role === null) continue;
    const formatted = formatText(name, before, schemaOf(definition, name, role, before));
    if (formatted.ok) changes.push({ path: name, before, after: formatted.text });
    else problems.push(...formatted.problems);
  }
  if (problems.length > 0) throw new ContentError(problems);
  const unchanged =
    changes.length === 1 ? 'The file is in form.' : `All ${changes.length} files are in form.`;
  return propose(
    context,
    desk,
    { changes, unchanged, words: ['fmt', ...asked], isForm: true },
    options,
  );
}

/** Folders for sources and scenarios may be shared: what says that it is another agreement's is left to that one. */
function ownFiles({ definition, texts }: Desk): string[] {
  return [...texts].flatMap(([name, text]) => {
    if (!isOwnFile(definition, name)) return [];
    const role = roleOf(definition, name);
    const isShared = role === 'source' || role === 'scenario';
    const named = isShared ? agreementNamedIn(text) : null;
    return named === null || idsOf(definition).includes(named) ? [name] : [];
  });
}

/** The agreement's file that a user names. */
function fileAt({ userPath }: Pick<Context, 'userPath'>, desk: Desk, name: string): string {
  const names = [...desk.texts.keys()];
  const place = userPath(name);
  const found = names.find((each) => path.resolve(desk.placeOf(each)) === path.resolve(place));
  if (found !== undefined && !isOwnFile(desk.definition, found))
    throw ofTheOneBelow(desk.definition, found);
  if (found !== undefined) return found;
  const unread = desk.problems.filter((each) => desk.placeOf(each.file) === path.resolve(place));
  if (unread.length > 0) throw new ContentError(unread);
  throw new UsageError(
    'not-there',
    `${quote(name)} is no file of the agreement ${desk.definition.id}`,
    didYouMeanOneOf(name, names) ?? 'name another agreement with -A FOLDER',
  );
}
