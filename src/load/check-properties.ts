import { FORMULAS, type PredicateFile } from '../model/shapes/properties.ts';
import type { Dossier } from './dossier.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Checks that what properties speak of is there: a property on a stage that is not would hold of anything. */
export function checkProperties(
  dossier: Dossier,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  const file = dossier.properties;
  if (file === null) return;
  const once = report.register('property');

  const check = (predicate: PredicateFile, path: Path): void => {
    if ('region' in predicate) {
      // Where the regions could not be read, nothing is known of their stages either.
      if (names.regions === null) return;
      if (!report.exists(file, [...path, 'region'], 'region', predicate.region, names.regions))
        return;
      const stages = new Set(names.regions.get(predicate.region));
      report.allExist(
        file,
        [...path, 'stages'],
        `stage of ${predicate.region} called`,
        predicate.stages,
        stages,
      );
      if ([...stages].every((stage) => predicate.stages.includes(stage)))
        report.at(
          file,
          [...path, 'stages'],
          'no-effect',
          `all stages of ${predicate.region} are listed, so it is always true`,
          'leave a stage out',
        );
    } else if ('possible' in predicate) {
      report.exists(file, [...path, 'possible'], 'event', predicate.possible, names.events);
    } else if ('not' in predicate) {
      check(predicate.not, [...path, 'not']);
    } else if (!('deadEnd' in predicate)) {
      const key = 'all' in predicate ? 'all' : 'any';
      const parts = 'all' in predicate ? predicate.all : predicate.any;
      for (const [index, part] of parts.entries()) check(part, [...path, key, index]);
    }
  };

  for (const [index, property] of file.value.properties.entries()) {
    const path = ['properties', index];
    once(file, [...path, 'id'], property.id);
    report.allExist(file, [...path, 'claims'], 'claim', property.claims, names.claims);
    report.allExist(
      file,
      [...path, 'readings'],
      'reading',
      property.readings ?? [],
      names.readings,
    );
    for (const formula of FORMULAS) {
      const written = property[formula];
      if (written === undefined) continue;
      const isPlain = formula === 'always' || formula === 'never' || formula === 'sometimes';
      if (isPlain) check(written as PredicateFile, [...path, formula]);
      else {
        for (const [part, predicate] of Object.entries(
          written as Record<string, PredicateFile | undefined>,
        )) {
          if (predicate !== undefined) check(predicate, [...path, formula, part]);
        }
      }
    }
  }
}
