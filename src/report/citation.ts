import type { Agreement } from '../model/agreement.ts';
import type { Day, DayRange } from '../model/days.ts';
import { inNaturalOrder } from '../model/natural-order.ts';
import type { Source } from '../model/shapes/source.ts';

// Stands in for src/model/citation.ts and src/model/day-words.ts, and goes when they are there.

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function dayText(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

export function rangeText(range: DayRange | null, joint = 'to'): string {
  if (range === null) return 'undated';
  if (range.from === range.to) return dayText(range.to);
  const [fromYear, fromMonth] = range.from.split('-');
  const [toYear, toMonth] = range.to.split('-');
  const [date = '', month = '', year = ''] = dayText(range.from).split(' ');
  if (fromYear !== toYear) return `${date} ${month} ${year} ${joint} ${dayText(range.to)}`;
  if (fromMonth !== toMonth) return `${date} ${month} ${joint} ${dayText(range.to)}`;
  return `${date} ${joint} ${dayText(range.to)}`;
}

export function publishedText(range: DayRange): string {
  return range.from === range.to ? dayText(range.to) : `by ${dayText(range.to)}`;
}

export function sourceText(source: Source): string {
  return `${source.publisher ?? 'unnamed publication'}, ${publishedText(source.published)}`;
}

export function citationText(agreement: Agreement, reference: string): string {
  return citationsText(agreement, [reference]);
}

export function citationsText(agreement: Agreement, references: readonly string[]): string {
  const bySource = new Map<Source, string[]>();
  for (const reference of new Set(references)) {
    const claim = agreement.claims.get(reference);
    if (claim === undefined) throw new Error(`There is no claim ${reference}.`);
    bySource.set(claim.source, [...(bySource.get(claim.source) ?? []), claim.id]);
  }
  return [...bySource]
    .map(
      ([source, ids]) =>
        `${sourceText(source)} (${source.id}.${ids.toSorted(inNaturalOrder).join(', ')})`,
    )
    .join('; ');
}
