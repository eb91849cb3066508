import { EVERYONE } from '../../search/perspective.ts';
import type { Verified } from '../../search/verify-all.ts';
import type { Example, PropertyAnswer } from '../../search/verify.ts';
import type { Property } from '../../search/property.ts';

/** A property with the readings under which it comes out alike. */
export interface PropertyRow {
  readonly property: Property;
  readonly verdict: PropertyAnswer['verdict'];
  readonly readings: readonly string[];
  /** Whether these are all readings that there are, the parties' at once included. */
  readonly isEvery: boolean;
  readonly example: Example | null;
}

const RANK: Readonly<Record<PropertyAnswer['verdict'], number>> = {
  fails: 0,
  unfinished: 1,
  holds: 2,
};

/** The properties as rows: what fails first, each counterexample by itself; the rest in the order of the file. */
export function propertyRows({ properties, explored }: Verified): PropertyRow[] {
  return properties
    .flatMap(({ property, answers }) => {
      const rows = new Map<string, PropertyRow>();
      for (const { reading, answer } of answers) {
        const { verdict, example } = answer;
        const key = JSON.stringify([verdict, verdict === 'fails' ? example : null]);
        const readings = [...(rows.get(key)?.readings ?? []), reading];
        const isEvery = readings.length === explored.length;
        rows.set(key, { property, verdict, readings, isEvery, example });
      }
      return [...rows.values()];
    })
    .toSorted((left, right) => RANK[left.verdict] - RANK[right.verdict]);
}

/** The readings whose terms a row was found under: for everyone, all parties'. */
export function readingsOf({ readings }: PropertyRow, parties: readonly string[]): string[] {
  const [first = ''] = readings;
  return first === EVERYONE ? [...parties] : [first];
}
