import path from 'node:path';
import { quote, show } from '../load/show.ts';
import * as writing from '../load/writing.ts';
import { decoded, readBytes, type ReadResult } from '../node/read-text.ts';
import { askedDay } from './asked.ts';
import type { Context } from './context.ts';
import type { Desk } from './desk.ts';
import { STANDARD_INPUT } from './scenario-name.ts';
import { printLines } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { add, idLike, type SourceOptions } from './writing-new.ts';

/** Writes the record of a text, of standard input, or of a document that is not at hand. */
export async function writeSource(
  context: Context,
  desk: Desk,
  name: string,
  options: SourceOptions,
): Promise<void> {
  const isText = name === STANDARD_INPUT || path.extname(name) !== '' || /[/\\]/.test(name);
  if (isText) return writeSourceOf(context, desk, name, options);
  const ofText = (['id', 'numbered'] as const).find((each) => options[each] !== undefined);
  if (ofText !== undefined)
    throw new UsageError(
      'keys-at-odds',
      `--${ofText} is for a source from a text, and ${quote(name)} is taken for an id`,
      `write a file as ./${show(name)}`,
    );
  const id = idLike(name, 'a source');
  const published = publishedAsked(options);
  const text = writing.sourceSkeleton({ agreement: desk.definition.id, id, published });
  await add(context, desk, placeOf(desk, id), text);
}

/** Writes the record of a text, and prints the text with its paragraphs numbered where that is asked for. */
async function writeSourceOf(
  context: Context,
  desk: Desk,
  file: string,
  options: SourceOptions,
): Promise<void> {
  const isInput = file === STANDARD_INPUT;
  const shown = isInput ? 'standard input' : quote(file);
  const bytes = isInput ? await inputBytes(context) : readBytes(context.userPath(file));
  if (!bytes.ok)
    throw new UsageError('cannot-read', `${shown} ${bytes.error.message}`, bytes.error.hint);
  const asText = decoded(bytes.value);
  if (!asText.ok)
    throw new UsageError('cannot-read', `${shown} ${asText.error.message}`, asText.error.hint);
  if (isInput && options.id === undefined)
    throw new UsageError('missing-key', 'standard input has no name', 'name the source with --id');
  const document = isInput ? `${options.id}.txt` : path.basename(context.userPath(file));
  const id = idLike(options.id ?? document.replace(/\.[^.]*$/, ''), 'a source', '--id names it');
  if (!/^[\w.-]+$/.test(document))
    throw new UsageError(
      'wrong-name',
      `the document cannot be recorded under the name ${quote(document)}`,
      'rename the file: letters, digits, dots, hyphens and underscores',
    );
  const place = placeOf(desk, id);
  const isThere = desk.texts.has(place) && options.numbered === true;
  const published = isThere ? NEVER_WRITTEN : publishedAsked(options);
  const parts = { agreement: desk.definition.id, id, published };
  const { text, paragraphs } = writing.newSource(parts, document, bytes.value);
  if (paragraphs.length === 0)
    throw new UsageError(
      'missing-key',
      `${shown} has no line that is not blank`,
      'name the text itself',
    );
  if (!isThere) {
    await add(context, desk, place, text);
    if (isInput)
      await printLines(context.terminal, [
        `The source calls the text ${document}: keep it under that name.`,
      ]);
  }
  if (options.numbered !== true) return;
  const width = String(paragraphs.length).length;
  await printLines(context.terminal, [
    ...(isThere ? [`${place} is there already, and stays as it is.`] : []),
    ...paragraphs.map((each, index) => `${String(index + 1).padStart(width)}  ${each}`),
  ]);
}

/** Of a record that is there already only the text is printed. */
const NEVER_WRITTEN: writing.PublishedDays = { from: '', to: '', inferred: null };

async function inputBytes({ readUser }: Context): Promise<ReadResult<Buffer>> {
  const text = await readUser(STANDARD_INPUT);
  return text.ok ? { ok: true, value: Buffer.from(text.value) } : text;
}

function placeOf({ definition }: Desk, id: string): string {
  return `${definition.sources}/${id}.yaml`;
}

/**
 * The days that whoever records the document says. Nothing stands in for them: by its sources' days an agreement knows
 * how far its record goes, and a day made up would pass for one that is known.
 */
function publishedAsked({ published, inferred }: SourceOptions): writing.PublishedDays {
  if (published === undefined)
    throw new UsageError(
      'missing-key',
      'it is not said when the document was published',
      'add --published YYYY-MM-DD, or --published FIRST..LAST where it can have been any day between',
    );
  if (inferred?.trim() === '')
    throw new UsageError('wrong-form', '--inferred is empty', 'say how the day is known');
  const [first = '', last = first, ...more] = published.split('..');
  if (more.length > 0)
    throw new UsageError(
      'wrong-form',
      `--published takes a day or two, not ${quote(published)}`,
      'write FIRST..LAST, each as YYYY-MM-DD',
    );
  const [from, to] = [askedDay('--published', first), askedDay('--published', last)];
  if (from > to)
    throw new UsageError(
      'wrong-order',
      `${from} comes after ${to}`,
      `write --published ${to}..${from}`,
    );
  return { from, to, inferred: inferred ?? null };
}
