import type { Day } from '../model/days.ts';
import type { ParsedFile } from './parse.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import type { Vocabulary } from './vocabulary.ts';

/** From when until when something is in somebody's hands, as written. */
interface WrittenTenure {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly claims: readonly string[];
}

/**
 * Checks that what follows one upon another does: each begins after the one before it, and none while another lasts;
 * and that the claims cited are there.
 *
 * @param place the path of one of the list, by its index
 */
export function checkTenures(
  file: ParsedFile<unknown>,
  list: readonly WrittenTenure[],
  place: (index: number) => Path,
  names: Vocabulary,
  report: ReferenceReport,
): void {
  for (const [index, { from, until, claims }] of list.entries()) {
    const path = place(index);
    report.allExist(file, [...path, 'claims'], 'claim', claims, names.claims);
    if (from !== undefined && until !== undefined && from > until)
      report.at(
        file,
        [...path, 'until'],
        'wrong-order',
        `it ends on ${until}, before it begins on ${from}`,
        'give the first day as from and the last as until',
      );
    const before = list[index - 1];
    if (before === undefined) continue;
    if (from === undefined)
      report.at(
        file,
        path,
        'missing-key',
        'from is missing, though another comes before it',
        'add from, the day on which it begins',
      );
    else if (before.from !== undefined && from <= before.from)
      report.at(
        file,
        [...path, 'from'],
        'wrong-order',
        `it begins on ${from}, but the one before it begins on ${before.from}`,
        'put them in the order of their days, each beginning on a later one',
      );
    else if (before.until !== undefined && from <= before.until)
      report.at(
        file,
        [...path, 'from'],
        'at-odds',
        `it begins on ${from}, while the one before it lasts until ${before.until}`,
        'end one the day before the next begins; parties that act together go in one list',
      );
  }
}
