import * as z from 'zod';
import { type IdKind, idPlaceOf } from '../model/shapes/identifier.ts';

/** A JSON Schema, as editors and other programs read it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The ids of each kind that there are; null, or left out, where that is not known. */
export type KnownIds = Readonly<Partial<Record<IdKind, Iterable<string> | null>>>;

/**
 * A shape as a JSON Schema of draft-07, the draft that editors know best.
 *
 * @param title what editors call it
 * @param ids where they are known, an id that refers to something can be one of them only, so that an editor offers
 *   them; by default it can be any that is well written. Where an id is given, it can always be any.
 */
export function jsonSchema(schema: z.ZodType, title: string, ids: KnownIds = {}): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema: part }) => {
      const place = idPlaceOf(zodSchema);
      if (place?.role !== 'refers') return;
      const known = idsOf(place.kinds, ids);
      if (known === null) return;
      delete part.pattern;
      delete part.anyOf;
      part.type = 'string';
      part.enum = known;
    },
  });
  return { title, ...json };
}

/** The ids of some kinds, each once; null where those of one are not known, or there is none to choose from. */
function idsOf(kinds: readonly IdKind[], ids: KnownIds): string[] | null {
  const lists = kinds.map((kind) => ids[kind] ?? null);
  if (lists.includes(null)) return null;
  const known = [...new Set(lists.flatMap((list) => [...(list ?? [])]))];
  return known.length === 0 ? null : known;
}
