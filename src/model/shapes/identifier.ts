import * as z from 'zod';
import { badCharacterIn } from '../plain-text.ts';

/** Names that every JavaScript object answers to: an id so called would be found where nobody wrote it, or dropped. */
const OF_EVERY_OBJECT = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Words that mean something wherever an id can stand. */
const KEYWORDS = new Set(['unknown', 'reported', 'everyone', 'anyone', 'every']);

function notReserved(schema: z.ZodString) {
  return schema.refine((id) => !OF_EVERY_OBJECT.has(id) && !KEYWORDS.has(id), {
    error: 'is a reserved word and cannot be an id',
    params: { code: 'reserved-word' },
  });
}

/** `kebab-case`. */
const kebab = notReserved(
  z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error: 'must be lower-case words joined by hyphens, such as first-report',
  }),
);

/** `lowerCamel`. */
const camel = notReserved(
  z.string().regex(/^[a-z][a-zA-Z0-9]*$/, {
    error: 'must be lower-camel letters and digits, such as openBothWays',
  }),
);

/** `region.verb`: events; the part before the dot is the event's home region. */
const dotted = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$/, {
    error: 'must be a region and a verb joined by a dot, such as crossing.opened',
  })
  .refine((id) => !id.split('.').some((part) => OF_EVERY_OBJECT.has(part)), {
    error: 'has a reserved word in it and cannot be an id',
    params: { code: 'reserved-word' },
  });

/** A claim within its source. */
const numbered = z.string().regex(/^c[0-9]+$/, { error: 'must be c and a number, such as c4' });

/** `source.claim`: a claim as others refer to it. */
const reference = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.c[0-9]+$/, {
  error: 'must name a source and a claim, such as document-1.c4',
});

const alike = (form: z.ZodString) => ({ defined: form, referred: form });

/** How the ids of each kind are written: where they are given, and where they are referred to. */
const FORMS = {
  agreement: alike(kebab),
  party: alike(kebab),
  role: alike(kebab),
  speaker: alike(kebab),
  region: alike(camel),
  stage: alike(camel),
  event: alike(dotted),
  alias: alike(camel),
  condition: alike(camel),
  objection: alike(camel),
  duty: alike(camel),
  reading: alike(kebab),
  property: alike(kebab),
  source: alike(kebab),
  claim: { defined: numbered, referred: reference },
  scenario: alike(kebab),
  step: alike(kebab),
  question: alike(kebab),
  task: alike(kebab),
};

/** What has an id. */
export type IdKind = keyof typeof FORMS;

export const ID_KINDS = Object.keys(FORMS) as IdKind[];

/** What an id in a file is the id of: one kind where it is given, and perhaps one of several where it is referred to. */
export interface IdPlace {
  readonly role: 'defines' | 'refers';
  readonly kinds: readonly IdKind[];
}

const places = z.registry<IdPlace>();

/** The id of something, where a file gives it. */
export function idOf(kind: IdKind): z.ZodString {
  return FORMS[kind].defined.clone().register(places, { role: 'defines', kinds: [kind] });
}

/** The id of something that is given elsewhere, of one of the kinds named. */
export function refersTo(...kinds: [IdKind, ...IdKind[]]): z.ZodType<string, string> {
  const forms = [...new Set(kinds.map((kind) => FORMS[kind].referred))];
  const [only, another] = forms;
  const written: z.ZodType<string, string> =
    only === undefined || another !== undefined ? z.union(forms) : only.clone();
  return written.register(places, { role: 'refers', kinds });
}

/** Whose id a schema is of; null where it is none made by {@link idOf} or {@link refersTo}. */
export function idPlaceOf(schema: z.core.$ZodType): IdPlace | null {
  return places.get(schema) ?? null;
}

/** Text for people: not empty, on no account with control or bidirectional formatting characters. */
export const prose = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .refine((text) => badCharacterIn(text) === null, {
    error: 'has a control or bidirectional formatting character in it',
    params: { code: 'bad-character' },
  });

/** A folder below or beside another one: names joined by `/`, after any number of `../`. */
export const folderPath = z.string().regex(/^(\.\.\/)*[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, {
  error: 'must be a folder, from that of the agreement, such as scenarios or ../shared/sources',
});
