import type { Readable } from 'node:stream';
import { LARGEST_FILE, tooLarge } from '../load/largest-file.ts';
import { decoded, type ReadResult } from './read-text.ts';

/** Reads a UTF-8 text from a stream to its end, with the refusals of `readText`; a terminal is not waited for. */
export async function readInput(stream: Readable & { isTTY?: boolean }): Promise<ReadResult> {
  if (stream.isTTY === true)
    return {
      ok: false,
      error: { message: 'is a terminal', hint: 'send it a file: `... - < FILE`, or name the file' },
    };
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Buffer | string);
    total += bytes.length;
    if (total > LARGEST_FILE) return tooLarge();
    chunks.push(bytes);
  }
  return decoded(Buffer.concat(chunks));
}
