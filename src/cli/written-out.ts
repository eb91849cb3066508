import { saveText } from '../node/save-text.ts';
import type { Context } from './context.ts';
import { thisWriter } from './this-writer.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes what a command was asked for to the file that `-o` names, in the place of one that is there, and says so.
 *
 * @throws UsageError where it cannot be written
 */
export async function writeOut(context: Context, file: string, text: string): Promise<void> {
  const saved = await saveText(context.userPath(file), text, {
    replace: true,
    writer: thisWriter(),
  });
  if (!saved.ok)
    throw new UsageError('cannot-write', `${file}: ${saved.error.message}`, saved.error.hint);
  await context.terminal.write(`Wrote ${file}.\n`);
}
