import { type Definition, fileName, isOwnFile, roleOf } from '../load/layout.ts';
import {
  acceptInto,
  buildLibrary,
  checkContent,
  formatText,
  readYaml,
  schemaOf,
} from '../load/writing.ts';
import { known } from './asked.ts';
import { type ChangeOptions, propose } from './changing.ts';
import { ContentError, type Context } from './context.ts';
import { type Desk, ofTheOneBelow } from './desk.ts';
import { UsageError } from './usage-error.ts';

/**
 * Shows what comes out of scenarios where it is not what they expect, and writes it where that is asked for.
 *
 * @param asked ids or files of scenarios; all where there are none
 * @returns the exit code
 */
export async function accept(
  context: Pick<Context, 'terminal'>,
  desk: Desk,
  asked: readonly string[],
  options: ChangeOptions,
): Promise<number> {
  const { definition, texts } = desk;
  const { content, problems, dossiers } = checkContent([definition], texts);
  const all = [...desk.problems, ...problems];
  const [dossier] = dossiers;
  if (content === null || dossier === undefined || all.length > 0) throw new ContentError(all);
  const holding = buildLibrary(content).holdings.get(definition.id);
  if (holding === undefined) throw new Error('Content without its agreement.');
  const ids = asked.map((name) => scenarioNamed(name, [...holding.scenarios.keys()]));
  const chosen = dossier.scenarios
    .filter(({ value }) => ids.length === 0 || ids.includes(value.id))
    .flatMap(({ file, value }) => {
      const own = ownFilesOf(desk, file, value.id);
      if (own.length === 0 && ids.length > 0) throw ofTheOneBelow(definition, file);
      return own.map((each) => ({ file: each, value }));
    });
  const changes = chosen.map(({ file, value }) => {
    const before = texts.get(file) ?? '';
    const accepted = acceptInto(before, holding.agreement, value, holding.scenarios);
    if (accepted.stopped !== null)
      throw new UsageError(
        'not-possible',
        `${file}: ${accepted.stopped}`,
        'take fewer regions as unknown; nothing was changed',
      );
    return { path: file, before, after: inFormAsBefore(definition, file, before, accepted.text) };
  });
  const many =
    chosen.length === 1 ? 'The scenario expects' : `All ${chosen.length} scenarios expect`;
  const unchanged = `${many} what comes out.`;
  return propose(context, desk, { changes, unchanged, words: ['accept', ...asked] }, options);
}

/** A file that is as `fmt` has it stays so; any other keeps the form that its writer gave it. */
function inFormAsBefore(
  definition: Definition,
  file: string,
  before: string,
  after: string,
): string {
  const formed = (text: string) => {
    const found = formatText(file, text, schemaOf(definition, file, 'scenario', text));
    return found.ok ? found.text : null;
  };
  return formed(before) === before ? (formed(after) ?? after) : after;
}

/** The files that a scenario's steps are written in, as far as they are the agreement's own to change. */
function ownFilesOf({ definition, texts }: Desk, file: string, id: string): string[] {
  if (isOwnFile(definition, file)) return [file];
  return [...texts].flatMap(([path, text]) => {
    if (!isOwnFile(definition, path) || roleOf(definition, path) !== 'scenario') return [];
    const yaml = readYaml(text);
    const data = 'data' in yaml ? (yaml.data as { continues?: unknown } | null) : null;
    return data?.continues === id ? [path] : [];
  });
}

/** A scenario by its id, or by its file, which goes by it. */
function scenarioNamed(name: string, ids: readonly string[]): string {
  const isFile = /[/\\]|\.ya?ml$/.test(name);
  return known('scenario', isFile ? fileName(name).replace(/\.ya?ml$/, '') : name, ids);
}
