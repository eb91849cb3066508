import * as z from 'zod';
import { type IdPlace, idPlaceOf } from '../model/shapes/identifier.ts';
import { unwrapped } from './unwrapped.ts';

/** An id as it stands in a file. */
export interface IdUse extends IdPlace {
  readonly value: string;
  readonly path: readonly (string | number)[];
  /** Whether it is a key of a mapping or a value. */
  readonly of: 'key' | 'value';
  /** What it stands within: a stage is one of the region, a step one of the scenario, a claim one of the source. */
  readonly within: Within;
}

/** The region, scenario and source that are spoken of where an id stands; each null where none is. */
export interface Within {
  readonly region: string | null;
  readonly scenario: string | null;
  readonly source: string | null;
}

const NOWHERE: Within = { region: null, scenario: null, source: null };

/**
 * Every id in a file, in the order of its shape, by what the shape says of each field. What a field stands within is
 * the nearest region, scenario or source named beside or above it; an event stands within its home region.
 *
 * @param data as it was read, and found to be of the shape
 */
export function idUsesIn(schema: z.ZodType, data: unknown): IdUse[] {
  const found: IdUse[] = [];
  walk(schema, data, [], 'value', NOWHERE, found);
  return found;
}

function walk(
  wrapped: z.ZodType,
  data: unknown,
  path: IdUse['path'],
  of: IdUse['of'],
  within: Within,
  found: IdUse[],
): void {
  const schema = formOf(wrapped, data);
  if (schema === null || data === undefined) return;
  const place = idPlaceOf(schema);
  if (place !== null) {
    if (typeof data === 'string') found.push({ ...place, value: data, path, of, within });
    return;
  }
  if (schema instanceof z.ZodArray && Array.isArray(data)) {
    for (const [index, item] of data.entries())
      walk(schema.element as z.ZodType, item, [...path, index], 'value', within, found);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape) as [string, z.ZodType][];
    const written = data as Record<string, unknown>;
    const inside = fields.reduce(
      (so, [key, field]) => withinField(so, field, written[key]),
      within,
    );
    for (const [key, field] of fields)
      walk(field, written[key], [...path, key], 'value', inside, found);
  } else if (schema instanceof z.ZodRecord) {
    const [keys, values] = [schema.keyType as z.ZodType, schema.valueType as z.ZodType];
    for (const [key, value] of Object.entries(data)) {
      walk(keys, key, [...path, key], 'key', within, found);
      walk(values, value, [...path, key], 'value', withinField(within, keys, key), found);
    }
  }
}

/** The schema itself, without what wraps it, and of several forms the one that the data has; null where it has none. */
function formOf(wrapped: z.ZodType, data: unknown): z.ZodType | null {
  if (idPlaceOf(wrapped) !== null) return wrapped;
  const schema = unwrapped(wrapped);
  if (schema instanceof z.ZodUnion && idPlaceOf(schema) === null) {
    const options = schema.options as readonly z.ZodType[];
    const own = options.find((option) => option.safeParse(data).success);
    return own === undefined ? null : formOf(own, data);
  }
  return schema;
}

/** What stands beside or below a field stands within what it names. */
function withinField(within: Within, field: z.ZodType, value: unknown): Within {
  const schema = typeof value === 'string' ? formOf(field, value) : null;
  const place = schema === null ? null : idPlaceOf(schema);
  if (place === null || typeof value !== 'string') return within;
  const [kind, ...others] = place.kinds;
  if (others.length > 0) return within;
  if (kind === 'region' || kind === 'scenario' || kind === 'source')
    return { ...within, [kind]: value };
  const isHome = kind === 'event' && place.role === 'defines';
  return isHome ? { ...within, region: value.split('.')[0] ?? null } : within;
}
