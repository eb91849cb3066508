import {
  type Agreement,
  type CitedClaim,
  type Controllers,
  partyTitle,
  readingTitle,
} from '../../model/agreement.ts';
import type { DayRange } from '../../model/days.ts';
import { REPORTED } from '../../model/runner.ts';
import { listed } from '../../report/words.ts';

export { leafTitle as leafText, readingTitle, regionTitle } from '../../model/agreement.ts';
export { listed } from '../../report/words.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `5 Jan 2031`. */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A day typed as the screens show it, `5 Jan 2031`, as `2031-01-05`; any other text as it is. */
export function dayOfText(typed: string): string {
  const [, date = '', name = '', year = ''] =
    /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/.exec(typed) ?? [];
  const month = MONTHS.findIndex((each) => name.toLowerCase().startsWith(each.toLowerCase()));
  return month < 0 ? typed : `${year}-${`${month + 1}`.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A day, or the days between which it lies, said as briefly as can be. */
export function rangeText(range: DayRange | null, dash: string): string {
  if (range === null) return 'undated';
  if (range.from === range.to) return dayText(range.to);
  const [fromYear, fromMonth] = range.from.split('-');
  const [toYear, toMonth] = range.to.split('-');
  const from = dayText(range.from).split(' ');
  if (fromYear !== toYear) return `${from.join(' ')} ${dash} ${dayText(range.to)}`;
  if (fromMonth !== toMonth) return `${from.slice(0, 2).join(' ')} ${dash} ${dayText(range.to)}`;
  return `${from[0]}${dash}${dayText(range.to)}`;
}

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
    const soFar = takingPart.length === 0 ? '' : ` (who takes part so far: ${listed(takingPart)})`;
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
