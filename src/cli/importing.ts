import path from 'node:path';
import { commandLine } from '../load/command-line.ts';
import { importChart } from '../load/import/import-chart.ts';
import { isItf, readItf } from '../load/import/read-itf.ts';
import { definitionOf } from '../load/layout.ts';
import { quote, show } from '../load/show.ts';
import { writeFolder } from '../node/write-files.ts';
import { wrapped } from '../draw/text.ts';
import { ContentError, type Context, holdingOf } from './context.ts';
import { inForm } from './in-form.ts';
import { printLines } from './terminal.ts';
import { STANDARD_INPUT } from './scenario-name.ts';
import { thisWriter } from './this-writer.ts';
import { UsageError } from './usage-error.ts';

/** Makes an agreement's folder of another tool's file, and says what could not be carried over. */
export async function importFile(
  context: Context,
  file: string,
  into: string | undefined,
  asked: string | undefined,
): Promise<void> {
  const text = await context.readUser(file);
  if (!text.ok)
    throw new ContentError([
      { file, line: null, column: null, code: 'cannot-read', ...text.error },
    ]);
  if (isItf(text.value)) return importTrace(context, file, text.value, into, asked);
  const made = importChart(text.value, nameOf(file));
  if (!('files' in made)) throw new ContentError(made.map((found) => ({ file, ...found })));
  const { format, id, counts, notes } = made;
  const definition = definitionOf(id, { id, scenarios: 'scenarios', sources: 'sources' });
  const files = made.files.map((each) => ({
    path: each.path,
    text: inForm(definition, `${id}/${each.path}`, each.text),
  }));
  const folder = (into ?? id).replace(/(?<=.)[/\\]+$/, '');
  const result = await writeFolder(context.userPath(folder), files, thisWriter());
  if (!result.ok)
    throw new UsageError(
      'cannot-write',
      `${quote(folder)} ${result.error.message}`,
      'name another folder with --into',
    );
  const counted = Object.entries(counts).map(([what, count]) =>
    count === 1 ? `1 ${what.replace(/s$/, '')}` : `${count} ${what}`,
  );
  const { width } = context.terminal;
  const call = { agreement: folder, program: context.program };
  await printLines(context.terminal, [
    `Read ${show(file)} as ${format}: ${counted.join(', ')}.`,
    `Wrote ${files.length} files:`,
    ...files.map((each) => `  ${show(folder)}/${each.path}`),
    ...(notes.length === 0
      ? ['Everything was carried over.']
      : ['Not carried over, or otherwise:']),
    ...notes.flatMap((note) => wrapped(show(note), width, '- ')),
    `Next: ${commandLine(call)}`,
    `      ${commandLine(call, 'validate')}`,
  ]);
}

/** What a file would be called without what tells its kind; standard input has no name. */
function nameOf(file: string): string {
  return file === STANDARD_INPUT ? 'imported' : path.basename(file).replace(/\..*$/, '');
}

/** Makes a scenario of the agreement at hand of a trace. */
async function importTrace(
  context: Context,
  file: string,
  text: string,
  into: string | undefined,
  asked: string | undefined,
): Promise<void> {
  const holding = await holdingOf(context, asked);
  // A scenario is called as its file is.
  const name = nameOf(into ?? file);
  const made = readItf(holding.agreement, text, name);
  if (!('steps' in made)) throw new ContentError(made.map((found) => ({ file, ...found })));
  const place = into ?? `${made.id}.yaml`;
  const saved = await context.laboratory(holding).save(made, place, false);
  if (!saved.ok)
    throw new UsageError(
      'cannot-write',
      `${quote(place)} ${saved.error.message}`,
      'name another file with --into',
    );
  const shown = /[/\\]/.test(place) ? place : `./${place}`;
  await printLines(context.terminal, [
    `Read ${show(file)} as a trace: ${made.steps.length === 1 ? '1 step' : `${made.steps.length} steps`}.`,
    `Wrote ${show(place)}.`,
    `Next: ${commandLine(holding.call, 'play', shown)}`,
  ]);
}
