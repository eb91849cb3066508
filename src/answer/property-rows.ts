import { EVERYONE } from '../search/perspective.ts';
import type { Property } from '../search/property.ts';
import type { PropertyUnder, Verified } from '../search/verify-all.ts';
import type { PropertyVerdict, Shown } from '../search/verify.ts';

/** A property with the readings under which it comes out alike. */
export interface PropertyRow {
  readonly property: Property;
  readonly verdict: PropertyVerdict;
  readonly readings: readonly string[];
  /** Whether these are all readings that there are, the parties' at once included. */
  readonly isEvery: boolean;
  /** The first of its answers that something shows; the first of all where nothing shows any. */
  readonly under: PropertyUnder;
}

const RANK: Readonly<Record<PropertyVerdict, number>> = {
  fails: 0,
  unknown: 1,
  unfinished: 2,
  vacuous: 3,
  holds: 4,
};

/** The properties as rows: what fails first, each counterexample by itself; else one witness stands for all. */
export function propertyRows({ properties, explored }: Verified): PropertyRow[] {
  return properties
    .flatMap(({ property, answers }) => {
      const rows = new Map<string, PropertyRow>();
      for (const under of answers) {
        const { verdict } = under.answer;
        const key = JSON.stringify([
          verdict,
          verdict === 'fails' ? shownBy(under) : null,
          under.unknown,
        ]);
        const row = rows.get(key);
        const readings = [...(row?.readings ?? []), under.reading];
        const isEvery = readings.length === explored.length;
        const first = row === undefined || shownBy(row.under) === null ? under : row.under;
        rows.set(key, { property, verdict, readings, isEvery, under: first });
      }
      return [...rows.values()];
    })
    .toSorted((left, right) => RANK[left.verdict] - RANK[right.verdict]);
}

/** What shows a property to fail, or to hold; null where nothing does, or it was not looked for. */
export function shownBy({ answer }: PropertyUnder): Shown | null {
  return answer.counterexample ?? answer.witness;
}

/** The readings by whose terms a row's example was found: for everyone, all parties'. */
export function readingsOf({ under }: PropertyRow, parties: readonly string[]): string[] {
  return under.reading === EVERYONE ? [...parties] : [under.reading];
}
