import { dayText } from '../../model/day-words.ts';
import type { PlayClocks } from '../../model/run.ts';

/** A name short enough for a narrow column: without its article, and cut. */
export function shortName(title: string, columns: number): string {
  return [...title.replace(/^(?:the|a|an) /i, '')].slice(0, columns).join('');
}

/** By which clocks a scenario is looked at: `as of 24 Jan 2026, known by 31 Dec 2025`; empty where none is set. */
export function clocksText({ asOf, knownBy }: PlayClocks): string {
  return [
    ...(asOf === null ? [] : [`as of ${dayText(asOf)}`]),
    ...(knownBy === null ? [] : [`known by ${dayText(knownBy)}`]),
  ].join(', ');
}

/** The same as it is typed, where room is short: `as of 2026-01-24 known 2025-12-31`. */
export function clocksTyped({ asOf, knownBy }: PlayClocks): string {
  return [
    ...(asOf === null ? [] : [`as of ${asOf}`]),
    ...(knownBy === null ? [] : [`known ${knownBy}`]),
  ].join(' ');
}
