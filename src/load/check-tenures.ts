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
        `ends on ${until}, before it begins on ${from}`,
        'give the first day as from and the last as until',
      );
    const before = list[index - 1];
    if (before === undefined) continue;
    if (from === undefined)
      report.at(
        file,
        path,
        'missing-key',
        'does not say from when, though another comes before it',
        'add from: the day on which it begins',
      );
    else if (before.from !== undefined && from <= before.from)
      report.at(
        file,
        [...path, 'from'],
        'wrong-order',
        `begins on ${from}, and not after the one before it, which begins on ${before.from}`,
        'put them in the order of their days',
      );
    else if (before.until !== undefined && from <= before.until)
      report.at(
        file,
        [...path, 'from'],
        'at-odds',
        `begins on ${from}, while the one before it lasts until ${before.until}`,
        'let the one end the day before the other begins; both together are one set of parties',
      );
  }
}
