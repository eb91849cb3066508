import * as z from 'zod';

/** Names that every JavaScript object answers to: an id so called would be found where nobody wrote it, or dropped. */
const OF_EVERY_OBJECT = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Words that mean something wherever an id can stand. */
const KEYWORDS = new Set(['unknown', 'reported', 'everyone', 'anyone', 'every']);

function notReserved(schema: z.ZodString) {
  return schema.refine((id) => !OF_EVERY_OBJECT.has(id) && !KEYWORDS.has(id), {
    error: 'is a reserved word and cannot be an id',
  });
}

/** `kebab-case`: agreements, scenarios, steps, readings, parties, sources. */
export const kebabId = notReserved(
  z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error: 'must be lower-case words joined by hyphens, such as first-report',
  }),
);

/** `lowerCamel`: regions, stages, aliases and conditions. */
export const camelId = notReserved(
  z.string().regex(/^[a-z][a-zA-Z0-9]*$/, {
    error: 'must be lower-camel letters and digits, such as openBothWays',
  }),
);

/** `region.verb`: events; the part before the dot is the event's home region. */
export const eventId = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$/, {
    error: 'must be a region and a verb joined by a dot, such as crossing.opened',
  })
  .refine((id) => !id.split('.').some((part) => OF_EVERY_OBJECT.has(part)), {
    error: 'has a reserved word in it and cannot be an id',
  });

/** `source.claim`: a claim as others refer to it. */
export const claimReference = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.c[0-9]+$/, {
  error: 'must name a source and a claim, such as document-1.c4',
});

/** Text for people: not empty, on no account with control or bidirectional formatting characters. */
export const prose = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .refine(
    (text) =>
      !/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u.test(text.replace(/\n/g, ' ')),
    {
      error: 'has a control or bidirectional formatting character in it',
    },
  );

/** A folder below or beside another one: names joined by `/`, after any number of `../`. */
export const folderPath = z.string().regex(/^(\.\.\/)*[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, {
  error: 'must be a folder, from that of the agreement, such as scenarios or ../shared/sources',
});
