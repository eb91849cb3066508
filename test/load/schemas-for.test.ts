import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkContent } from '../../src/load/check.ts';
import { knownIds } from '../../src/load/known-ids.ts';
import { type Role, ROLES, roleOf } from '../../src/load/layout.ts';
import { schemasFor } from '../../src/load/schemas-for.ts';
import { SCHEMAS } from '../../src/load/schemas.ts';
import { type IdPlace, idPlaceOf } from '../../src/model/shapes/identifier.ts';
import { readContent } from '../content.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** The days of files are checked by a pattern as well. */
const ajv = new Ajv({ strict: true, allErrors: true, validateFormats: false });

function schemasAndFiles(folder: string) {
  const { definitions, texts } = readContent(fixtures, [folder]);
  const [dossier] = checkContent(definitions, texts).dossiers;
  if (dossier === undefined) throw new Error('An agreement without a dossier.');
  const { definition } = dossier;
  const schemas = schemasFor({ id: definition.id, ids: knownIds(dossier) });
  const validators = new Map(ROLES.map((role) => [role, ajv.compile(schemas[role])]));
  const files = [...texts].map(([path, text]) => ({
    path,
    role: roleOf(definition, path) as Role,
    data: parse(text) as unknown,
  }));
  /** Where a file is not as its schema has it. */
  const wrongIn = (role: Role, data: unknown) => {
    const isRight = validators.get(role);
    if (isRight === undefined) throw new Error(`No schema of ${role}.`);
    return isRight(data) ? [] : (isRight.errors ?? []).map((error) => error.instancePath);
  };
  return { schemas, files, wrongIn };
}

/** Some data with one id in it made another. */
interface Mutant {
  /** Where that id is. */
  readonly path: string;
  readonly place: IdPlace;
  readonly data: unknown;
}

/** The data once for every id in it, with a well-written name of nothing in the place of that one. */
function* mutants(data: unknown, schema: z.ZodType, path = ''): Generator<Mutant> {
  const place = idPlaceOf(schema);
  if (place !== null) {
    if (typeof data === 'string') yield { path, place, data: nameOfNothing(data) };
    return;
  }
  if (schema instanceof z.ZodObject && isRecord(data)) {
    for (const [key, part] of Object.entries(schema.shape))
      if (Object.hasOwn(data, key))
        for (const inner of mutants(data[key], part as z.ZodType, `${path}/${key}`))
          yield { ...inner, data: { ...data, [key]: inner.data } };
  } else if (schema instanceof z.ZodArray && Array.isArray(data)) {
    for (const [index, part] of data.entries())
      for (const inner of mutants(part, schema.element as z.ZodType, `${path}/${index}`))
        yield { ...inner, data: data.with(index, inner.data) };
  } else if (schema instanceof z.ZodRecord && isRecord(data)) {
    for (const [key, value] of Object.entries(data)) {
      const { [key]: _, ...others } = data;
      for (const inner of mutants(key, schema.keyType as z.ZodType, `${path}/{${key}}`))
        yield { ...inner, data: { ...others, [String(inner.data)]: value } };
      for (const inner of mutants(value, schema.valueType as z.ZodType, `${path}/${key}`))
        yield { ...inner, data: { ...data, [key]: inner.data } };
    }
  } else if (schema instanceof z.ZodUnion) {
    const fit = schema.options.find((option) => (option as z.ZodType).safeParse(data).success);
    if (fit !== undefined) yield* mutants(data, fit as z.ZodType, path);
  } else if (schema instanceof z.ZodPipe) yield* mutants(data, schema.in as z.ZodType, path);
  else if (
    schema instanceof z.ZodLazy ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  )
    yield* mutants(data, schema.unwrap() as z.ZodType, path);
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Written as an id of the same kind is, and none. */
const nameOfNothing = (id: string) => `${id}999`;

/** As many of them as is enough, from all over. */
function spread<T>(items: readonly T[], most: number): T[] {
  const stride = Math.max(1, Math.floor(items.length / most));
  return items.filter((_, index) => index % stride === 0);
}

describe.each(['harbour', 'frozen', 'five-documents'])('the schemas for %s', (folder) => {
  const { schemas, files, wrongIn } = schemasAndFiles(folder);

  it('take every file as right', () => {
    expect(files.length).toBeGreaterThan(8);
    for (const { path, role, data } of files)
      expect({ path, wrong: wrongIn(role, data) }).toEqual({ path, wrong: [] });
  });

  it('refuse a name of nothing wherever one refers to something, and let ids be given', () => {
    const seen = { refers: new Set<string>(), defines: new Set<string>() };
    for (const { path, role, data } of files) {
      for (const mutant of spread([...mutants(data, SCHEMAS[role])], 80)) {
        const { place } = mutant;
        for (const kind of place.kinds) seen[place.role].add(kind);
        const isWrong = wrongIn(role, mutant.data).length > 0;
        expect({ path, at: mutant.path, isWrong }).toEqual({
          path,
          at: mutant.path,
          isWrong: place.role === 'refers',
        });
      }
    }
    expect([...seen.refers]).toEqual(
      expect.arrayContaining([
        'party',
        'region',
        'stage',
        'event',
        'condition',
        'reading',
        'claim',
        'scenario',
        'step',
        'agreement',
      ]),
    );
    expect(seen.defines.size).toBeGreaterThan(8);
  });

  it('say their draft and what they are of, and have no address', () => {
    for (const role of ROLES) {
      expect(schemas[role]).toMatchObject({ $schema: expect.stringContaining('draft-07') });
      expect(schemas[role].title).toMatch(/^phasegate: .* of \S+$/);
      expect(JSON.stringify(schemas[role])).not.toContain('"$id"');
    }
  });

  it('keep every description', () => {
    const counted = (schema: unknown) => JSON.stringify(schema).split('"description":').length;
    for (const role of ROLES) expect(counted(schemas[role])).toBe(counted(schemasFor(null)[role]));
  });
});

describe('the schemas for any agreement', () => {
  it('take the files of each', () => {
    const schemas = schemasFor(null);
    const { files } = schemasAndFiles('harbour');
    for (const { path, role, data } of files)
      expect({ path, isRight: ajv.validate(schemas[role], data) }).toEqual({ path, isRight: true });
    expect(schemas.events.title).toBe('phasegate: events.yaml');
  });
});

describe('the schemas for an agreement of which nothing is known of a kind', () => {
  it('leave its ids to be anything well written', () => {
    const { events } = schemasFor({
      id: 'canal',
      ids: { party: [], claim: null, region: ['gate'] },
    });
    const isRight = (controllers: unknown) =>
      ajv.validate(events, {
        events: [{ id: 'gate.opened', title: 'Opened', moves: { closed: 'open' }, controllers }],
      });
    expect(isRight([['northquay']])).toBe(true);
    expect(isRight([['north quay']])).toBe(false);
  });
});
