import path from 'node:path';
import { commandLine } from '../load/command-line.ts';
import type { EditorFile } from '../load/editor-files.ts';
import { checkContent, editorFiles } from '../load/writing.ts';
import { readText } from '../node/read-text.ts';
import type { FileChange } from '../node/write-files.ts';
import { schemasJson } from '../explain/content-json.ts';
import { ContentError, type Context } from './context.ts';
import type { Desk } from './desk.ts';
import { printJson, printLines } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** A file for editors, and what it is now; null where it is not there. */
interface Compared extends EditorFile {
  readonly before: string | null;
}

/**
 * Writes the schemas of the agreement at hand and the first lines that lead to them, or says what would be written.
 *
 * @throws ContentError where a file cannot be read for what it says, UsageError where one cannot be written
 */
export async function writeSchemas(
  { terminal }: Pick<Context, 'terminal'>,
  desk: Desk,
  { write = false, json = false }: { readonly write?: boolean; readonly json?: boolean },
): Promise<void> {
  const { definition, call } = desk;
  const { files, title, problems } = compare(desk);
  const changes = files.filter(({ before, text }) => before !== text);
  if (write && changes.length > 0) await desk.write(changes.map(asChange));
  if (json) {
    const listed = files.map(({ path: file, role, kind, before, text }) => ({
      file,
      role,
      kind,
      change: before === null ? ('new' as const) : before === text ? null : ('changed' as const),
    }));
    await printJson(
      terminal,
      schemasJson({
        agreement: definition.id,
        agreementTitle: title,
        written: write,
        files: listed,
      }),
    );
    return;
  }
  const counted = (count: number) => `${count} ${count === 1 ? 'file' : 'files'}`;
  const lines = changes.map(({ path: file, kind, before }) => {
    const what = kind === 'content' ? 'first line' : before === null ? 'new' : 'changed';
    return `  ${what.padEnd(10)}  ${file}`;
  });
  if (changes.length === 0)
    lines.push(`The schemas of ${definition.id} and the first lines of its files are up to date.`);
  else if (write) lines.push(`Wrote ${counted(changes.length)}.`);
  else
    lines.push(
      `Nothing is written yet. To write ${counted(changes.length)}: ${commandLine(call, 'schemas', '--write')}`,
    );
  if (problems > 0)
    lines.push(
      `The content has ${problems === 1 ? 'a problem' : `${problems} problems`}: ${commandLine(call, 'validate')} says where.`,
    );
  await printLines(terminal, lines);
}

/**
 * Brings the schemas up to date that are there already, as the agreement's ids come and go; what cannot be read for what
 * it says has none.
 *
 * @returns how many were written
 * @throws UsageError where one cannot be written
 */
export async function refreshSchemas(desk: Desk): Promise<number> {
  const { problems, dossiers } = checkContent([desk.definition], desk.texts, {
    memory: desk.memory,
  });
  const [dossier] = dossiers;
  const isRead = problems.length === 0 && desk.problems.length === 0;
  if (!isRead || dossier === undefined) return 0;
  const changes = editorFiles(dossier, desk.texts, () => '').flatMap(
    ({ path: file, kind, text }) => {
      const before = kind === 'schema' ? textThere(desk, file) : null;
      return before === null || before === text ? [] : [{ path: file, before, after: text }];
    },
  );
  if (changes.length > 0) await desk.write(changes);
  return changes.length;
}

/** What is there beside what is to be. Names that lead nowhere are no hindrance: it is to mend them that one looks. */
function compare(desk: Desk): {
  readonly files: readonly Compared[];
  readonly title: string;
  readonly problems: number;
} {
  const { definition, texts, placeOf } = desk;
  const { problems, dossiers } = checkContent([definition], texts);
  const [dossier] = dossiers;
  const isRead = dossier !== undefined && dossier.unread.size === 0 && desk.problems.length === 0;
  if (!isRead || dossier.agreement === null)
    throw new ContentError([...desk.problems, ...problems]);
  const relative = (from: string, to: string) =>
    path
      .relative(path.dirname(placeOf(from)), placeOf(to))
      .split(path.sep)
      .join('/');
  const files = editorFiles(dossier, texts, relative).map((file) => ({
    ...file,
    before: file.kind === 'content' ? (texts.get(file.path) ?? null) : textThere(desk, file.path),
  }));
  return { files, title: dossier.agreement.value.title, problems: problems.length };
}

/** @throws UsageError where something is there that is no text */
function textThere({ placeOf }: Desk, file: string): string | null {
  const read = readText(placeOf(file));
  if (read.ok) return read.value;
  if (read.error.message === NOT_THERE) return null;
  throw new UsageError('cannot-read', `${file} ${read.error.message}`, read.error.hint);
}

function asChange({ path: file, before, text }: Compared): FileChange {
  return { path: file, before, after: text };
}

/** What is said of a file that is not there. */
const NOT_THERE = 'is not there';
