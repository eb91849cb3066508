import { expect } from 'vitest';
import * as z from 'zod';
import type { Day } from '../../src/model/days.ts';
import { OUTPUT_SCHEMAS } from '../../src/explain/shapes/outputs.ts';

export type OutputName = keyof typeof OUTPUT_SCHEMAS;

/** Where an answer, once printed, is not what its shape says, an unknown name included; nothing where it is. */
export function misfits(name: OutputName, answer: unknown): string[] {
  const printed: unknown = JSON.parse(JSON.stringify(answer));
  expect(printed).toEqual(answer);
  const parsed = OUTPUT_SCHEMAS[name]?.safeParse(printed);
  if (parsed?.success === true) return [];
  return [`${name}: ${parsed === undefined ? 'no such shape' : z.prettifyError(parsed.error)}`];
}

/** An answer with where the claims that it names were published. */
export interface Cited {
  readonly citations: Readonly<
    Record<string, { readonly id: string; readonly published: { readonly to: Day } }>
  >;
}

/** What is wrong with an answer: where it does not fit its shape, and what it cites that had not been published. */
export function wrongIn(name: OutputName, answer: Cited, knownBy: Day | null): string[] {
  return [
    ...misfits(name, answer),
    ...Object.values(answer.citations)
      .filter(({ published }) => knownBy !== null && published.to > knownBy)
      .map(({ id }) => `${name} cites ${id}, known by ${knownBy}`),
  ];
}
