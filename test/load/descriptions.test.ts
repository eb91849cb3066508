import { describe, expect, it } from 'vitest';
import { schemasFor } from '../../src/load/schemas-for.ts';

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
}

/** The paths of the fields that say nothing of themselves, wherever in a JSON Schema they stand. */
function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as Node;
  const own = Object.entries(properties)
    .filter(([, field]) => (field.description ?? '').trim() === '')
    .map(([key]) => `${path}.${key}`);
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    // The names of fields are words of their own, one of them perhaps `properties`.
    key === 'properties'
      ? Object.entries(properties).flatMap(([name, field]) => undescribed(field, `${path}.${name}`))
      : undescribed(value, `${path}.${key}`),
  );
  return [...own, ...inner];
}

describe('what an editor shows of a field', () => {
  it.each(Object.entries(schemasFor(null)))('is said of every field of %s', (_, schema) => {
    expect(undescribed(schema)).toEqual([]);
  });
});
