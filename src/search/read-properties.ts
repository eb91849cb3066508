import type { PredicateFile, PropertiesFile, PropertyFile } from '../model/shapes/properties.ts';
import type { StatePredicate } from './predicate.ts';
import type { Formula, Property } from './property.ts';

/** An agreement's properties as the explorer checks them, from the file that lists them. */
export function readProperties(file: PropertiesFile): Property[] {
  return file.properties.map((written) => ({
    id: written.id,
    title: written.title,
    why: written.why,
    claims: written.claims,
    readings: written.readings ?? null,
    formula: readFormula(written),
  }));
}

function readFormula(written: PropertyFile): Formula {
  if (written.always) return { kind: 'always', holds: readPredicate(written.always) };
  if (written.never) return { kind: 'never', holds: readPredicate(written.never) };
  if (written.sometimes) return { kind: 'sometimes', holds: readPredicate(written.sometimes) };
  if (written.leadsTo) {
    return {
      kind: 'leadsTo',
      from: readPredicate(written.leadsTo.from),
      to: readPredicate(written.leadsTo.to),
    };
  }
  if (written.precedes) {
    const { first, later } = written.precedes;
    return { kind: 'precedes', first: readPredicate(first), later: readPredicate(later) };
  }
  if (written.eventuallyPossible) {
    const { goal, from } = written.eventuallyPossible;
    return {
      kind: 'eventuallyPossible',
      goal: readPredicate(goal),
      ...(from ? { from: readPredicate(from) } : {}),
    };
  }
  throw new Error(`The property ${written.id} says nothing; its file cannot have been checked.`);
}

function readPredicate(written: PredicateFile): StatePredicate {
  if ('region' in written) return { kind: 'in', region: written.region, stages: written.stages };
  if ('all' in written) return { kind: 'all', of: written.all.map(readPredicate) };
  if ('any' in written) return { kind: 'any', of: written.any.map(readPredicate) };
  if ('not' in written) return { kind: 'not', of: readPredicate(written.not) };
  return 'possible' in written
    ? { kind: 'possible', event: written.possible }
    : { kind: 'deadEnd' };
}
