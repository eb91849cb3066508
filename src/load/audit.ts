import type { Claim, Source } from '../model/shapes/source.ts';
import { sha256 } from './hash.ts';

import type { ParsedFile } from './parse.ts';
import type { Problem } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { TextResult } from './text-result.ts';

/** A claim beside the paragraph that it rests on, for a reader to compare. */
export interface AuditedClaim {
  /** `source.claim`. */
  readonly reference: string;
  readonly claim: Claim;
  readonly paragraph: string;
  /** Which paragraph of the document that is, from 1. */
  readonly number: number;
  /** Where the claim is written. */
  readonly file: string;
  readonly line: number;
}

/**
 * Holds sources against the documents that they record: whether each document is the very one that was read, and
 * whether each claim's paragraph is there. Whether the claim says what the paragraph says is for a reader.
 *
 * @param sources with their places, as a dossier of `checkContent` has them
 * @param readDocument gives a document's bytes by its file name
 * @returns what does not match, the sources without a document, and every claim whose paragraph is there, in the order of the sources
 */
export function auditSources(
  sources: readonly ParsedFile<Source>[],
  readDocument: (name: string) => TextResult<Uint8Array>,
): { problems: Problem[]; notices: Problem[]; claims: AuditedClaim[] } {
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const claims: AuditedClaim[] = [];
  for (const { file, value, locate } of sources) {
    const report = (
      path: readonly (string | number)[],
      code: ProblemCode,
      message: string,
      hint: string | null,
    ) => problems.push({ file, ...locate(path), code, message, hint });
    if (value.document === undefined) {
      const message = `${value.id} records no document, so none of its claims was compared with one`;
      notices.push({ file, ...locate(['id']), code: 'no-paragraph', message, hint: null });
      continue;
    }
    const { file: name, sha256: expected } = value.document;
    const document = readDocument(name);
    if (!document.ok) {
      report(
        ['document', 'file'],
        'cannot-read',
        `the document ${name} ${document.error.message}`,
        document.error.hint,
      );
      continue;
    }
    const found = sha256(document.value);
    if (found !== expected) {
      report(
        ['document', 'sha256'],
        'other-document',
        `the document ${name} is not the one that was read`,
        `its hash is ${found}`,
      );
    }
    if (value.claims.length > 0 && value.claims.every(({ paragraph }) => paragraph === undefined)) {
      const message = `the claims of ${value.id} name no paragraphs, so none was compared with its document`;
      notices.push({ file, ...locate(['id']), code: 'no-paragraph', message, hint: null });
    }
    const paragraphs = paragraphsOf(new TextDecoder().decode(document.value));
    for (const [index, claim] of value.claims.entries()) {
      if (claim.paragraph === undefined) continue;
      const paragraph = paragraphs[claim.paragraph - 1];
      if (paragraph === undefined) {
        const message = `the document ${name} has ${paragraphs.length} paragraphs, not ${claim.paragraph}`;
        report(['claims', index, 'paragraph'], 'no-paragraph', message, null);
        continue;
      }
      const { line } = locate(['claims', index, 'id']);
      claims.push({
        reference: `${value.id}.${claim.id}`,
        claim,
        paragraph,
        number: claim.paragraph,
        file,
        line,
      });
    }
  }
  return { problems, notices, claims };
}

/** A document's paragraphs: its lines that are not blank. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
