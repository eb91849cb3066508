import type { Dossier } from './dossier.ts';
import { checkFileName } from './file-names.ts';
import type { ReferenceReport } from './reference-report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Checks who speaks in the sources, of which regions, and which claims they dispute. */
export function checkSources(dossier: Dossier, names: Vocabulary, report: ReferenceReport): void {
  const source = report.register('source');
  for (const file of dossier.sources) {
    const { id, claims } = file.value;
    source(file, ['id'], id);
    checkFileName(file, report);
    const once = report.register('claim');
    const isCounted = claims.some(({ paragraph }) => paragraph !== undefined);
    for (const [index, claim] of claims.entries()) {
      const path = ['claims', index];
      once(file, [...path, 'id'], claim.id);
      if (file.value.document !== undefined && isCounted && claim.paragraph === undefined)
        report.at(
          file,
          path,
          'missing-key',
          `the claim ${claim.id} names no paragraph, while others of the document do`,
          'add paragraph: its number in the document, blank lines not counted, from 1',
        );
      report.exists(file, [...path, 'speaker'], 'party or speaker', claim.speaker, names.voices);
      report.allExist(
        file,
        [...path, 'attributedTo'],
        'party or speaker',
        claim.attributedTo,
        names.voices,
      );
      report.allExist(file, [...path, 'regions'], 'region', claim.regions, names.regions);
      report.allExist(file, [...path, 'disputes'], 'claim', claim.disputes, names.claims);
      const itself = claim.disputes.indexOf(`${id}.${claim.id}`);
      if (itself >= 0)
        report.at(
          file,
          [...path, 'disputes', itself],
          'goes-round',
          'the claim is listed as disputing itself',
        );
    }
  }
}
