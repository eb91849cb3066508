import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../src/load/schemas.ts';
import { ID_KINDS, idOf, idPlaceOf, refersTo } from '../../src/model/shapes/identifier.ts';

interface Leaf {
  readonly path: string;
  readonly schema: z.ZodType;
}

/** Every schema without parts inside a schema, and every one that is an id, with the keys that lead to it. */
function leavesOf(schema: z.ZodType, path: string, seen: readonly unknown[] = []): Leaf[] {
  if (idPlaceOf(schema) !== null) return [{ path, schema }];
  const inner = (part: unknown, key = '') => leavesOf(part as z.ZodType, path + key, seen);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, part]) => inner(part, `.${key}`));
  if (schema instanceof z.ZodArray) return inner(schema.element, '[]');
  if (schema instanceof z.ZodRecord)
    return [...inner(schema.keyType, '{key}'), ...inner(schema.valueType, '{}')];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => inner(option));
  if (schema instanceof z.ZodPipe) return inner(schema.in);
  // A shape that has itself inside is gone through once.
  if (schema instanceof z.ZodLazy)
    return seen.includes(schema)
      ? []
      : leavesOf(schema.unwrap() as z.ZodType, path, [...seen, schema]);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  )
    return inner(schema.unwrap());
  return [{ path, schema }];
}

const leaves = Object.entries(SCHEMAS).flatMap(([role, schema]) => leavesOf(schema, role));
const places = leaves.flatMap(({ path, schema }) => {
  const place = idPlaceOf(schema);
  return place === null ? [] : [{ path, ...place }];
});

/** Texts of a fixed form that are no ids. */
const NO_IDS = /^agreement\.(?:scenarios|sources)$|\.(?:file|sha256)$/;

describe('Ids in the shapes of files', () => {
  it('are all made so that it is known whose they are', () => {
    const unknown = leaves.filter(({ path, schema }) => {
      if (idPlaceOf(schema) !== null || NO_IDS.test(path)) return false;
      const { pattern, format } = z.toJSONSchema(schema, { io: 'input' });
      return pattern !== undefined && format !== 'date';
    });
    expect(unknown.map(({ path }) => path)).toEqual([]);
    // The walk would find such a text, were it not one of those known.
    expect(leaves.filter(({ path }) => NO_IDS.test(path))).toHaveLength(4);
  });

  it('are given somewhere for every kind, and referred to for those that others rest on', () => {
    const given = new Set(places.filter(({ role }) => role === 'defines').flatMap((p) => p.kinds));
    expect(ID_KINDS.filter((kind) => !given.has(kind))).toEqual([]);
    const asked = new Set(places.filter(({ role }) => role === 'refers').flatMap((p) => p.kinds));
    // A source is referred to by its claims, as `source.claim`.
    expect(ID_KINDS.filter((kind) => !asked.has(kind))).toEqual([
      'duty',
      'property',
      'source',
      'question',
      'task',
    ]);
  });

  it('keep whose they are when they are described, and none of it gets into another one', () => {
    expect(idPlaceOf(idOf('region').describe('a part'))?.kinds).toEqual(['region']);
    expect(idPlaceOf(refersTo('alias', 'event').describe('a gate'))).toEqual({
      role: 'refers',
      kinds: ['alias', 'event'],
    });
    expect(idPlaceOf(idOf('stage'))).toEqual({ role: 'defines', kinds: ['stage'] });
    expect(idPlaceOf(z.string())).toBeNull();
  });

  it('stand at their known places', () => {
    const at = (path: string) => places.filter((place) => place.path === path);
    expect(at('scenario.branchesFrom.step')).toMatchObject([{ role: 'refers', kinds: ['step'] }]);
    expect(at('events.events[].also{}{key}')).toMatchObject([{ kinds: ['stage'] }]);
    expect(at('reading.positions{key}')).toMatchObject([{ kinds: ['event'] }]);
    expect(at('source.claims[].id')).toMatchObject([{ role: 'defines', kinds: ['claim'] }]);
    expect(at('scenario.steps[].gates{}{key}')).toMatchObject([{ kinds: ['reading'] }]);
  });
});
