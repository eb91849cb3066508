import { EVERYONE } from '../../search/perspective.ts';
import type { Property } from '../../search/property.ts';
import type { Verified } from '../../search/verify-all.ts';
import type { PropertyVerdict, Shown } from '../../search/verify.ts';

/** What shows a property to hold, or to fail. */
export interface Showing {
  readonly kind: 'witness' | 'counterexample';
  readonly shown: Shown;
}

/** A property with the readings under which it comes out alike. */
export interface PropertyRow {
  readonly property: Property;
  readonly verdict: PropertyVerdict;
  readonly readings: readonly string[];
  /** Whether these are all readings that there are, the parties' at once included. */
  readonly isEvery: boolean;
  /** Null where nothing shows it, or it was not looked for. */
  readonly showing: Showing | null;
  /** The regions on which it hangs that are not known where they stand. */
  readonly unknown: readonly string[];
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
      for (const { reading, answer, unknown } of answers) {
        const { verdict, witness, counterexample } = answer;
        const showing: Showing | null =
          counterexample !== null
            ? { kind: 'counterexample', shown: counterexample }
            : witness !== null
              ? { kind: 'witness', shown: witness }
              : null;
        const key = JSON.stringify([verdict, verdict === 'fails' ? showing : null, unknown]);
        const readings = [...(rows.get(key)?.readings ?? []), reading];
        const isEvery = readings.length === explored.length;
        const shown = rows.get(key)?.showing ?? showing;
        rows.set(key, { property, verdict, readings, isEvery, showing: shown, unknown });
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
