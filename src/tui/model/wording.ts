import {
  type Agreement,
  type CitedClaim,
  type Controllers,
  partyTitle,
  readingTitle,
} from '../../model/agreement.ts';
import { citationsText } from '../../model/citation.ts';
import { REPORTED } from '../../model/runner.ts';
import { listed } from '../../report/words.ts';

export { leafTitle as leafText, readingTitle, regionTitle } from '../../model/agreement.ts';
export { dayOfText, dayText, rangeText } from '../../model/day-words.ts';
export { listed } from '../../report/words.ts';

/** `1 step`, `2 steps`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Who can bring something about, as far as the documents have it.
 *
 * @param takingPart claims that tell who takes part so far, of use only where no document says who can
 */
export function controllersText(
  agreement: Agreement,
  controllers: Controllers,
  takingPart: readonly string[] = [],
): string {
  if (controllers === null) {
    const soFar =
      takingPart.length === 0
        ? ''
        : ` (who takes part so far: ${citationsText(agreement, takingPart)})`;
    return `no document says who${soFar}`;
  }
  if (controllers.length === 0) return "nobody's to bring about";
  const alternatives = controllers.map((set) => {
    const names = set.map((party) => partyTitle(agreement, party));
    return names.length > 1 ? `${listed(names)} together` : (names[0] ?? '');
  });
  return controllers.some((set) => set.length > 1)
    ? alternatives.join(', or ')
    : listed(alternatives, 'or');
}

/** What a run is called where it stands alone. */
export function runTitle(agreement: Agreement, run: string): string {
  return run === REPORTED ? 'as reported' : `as ${readingTitle(agreement, run)} recognises it`;
}

/** A name short enough for a narrow column: without its article, and cut. */
export function shortName(title: string, columns: number): string {
  return [...title.replace(/^(?:the|a|an) /i, '')].slice(0, columns).join('');
}

/** Who says a claim, and whose stance it gives. */
export function speakerText(agreement: Agreement, claim: CitedClaim): string {
  const of = claim.attributedTo.map((party) => partyTitle(agreement, party));
  const said = partyTitle(agreement, claim.speaker);
  return of.length > 0 ? `${said}, of ${listed(of)}` : said;
}
