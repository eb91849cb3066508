import { paragraphsOf } from './audit.ts';
import { sha256 } from './hash.ts';
import { type SourceParts, sourceSkeleton } from './skeleton/source-skeleton.ts';

/**
 * The record of a document that is still to be filled in: its hash, and for each paragraph a claim as a comment. None
 * of the document's words get into it.
 *
 * @param file the document's name
 * @returns the record, and the paragraphs as claims number them, from 1
 */
export function newSource(
  parts: Pick<SourceParts, 'agreement' | 'id' | 'published'>,
  file: string,
  bytes: Uint8Array,
): { text: string; paragraphs: string[] } {
  const paragraphs = paragraphsOf(new TextDecoder().decode(bytes));
  const text = sourceSkeleton({
    ...parts,
    document: { file, sha256: sha256(bytes) },
    paragraphs: paragraphs.map((paragraph) => paragraph.split(/\s+/).length),
  });
  return { text, paragraphs };
}
