import type { Agreement } from '../model/agreement.ts';
import type { Assumption } from '../model/moment.ts';
import type { Story } from '../model/story.ts';
import { notThere } from './not-there.ts';
import type { ProblemCode } from './problem-codes.ts';
import { quote } from './show.ts';

/** What names a moment of a scenario beside its days. */
export interface NamedMoment {
  /** The id of the last step that counts; null for the end. */
  readonly step: string | null;
  /** What is taken for granted. */
  readonly assume: readonly Assumption[];
}

/** Why something names no moment: the one check of such names, for a command line and for a program alike. */
export interface WrongMoment {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with the names of a moment: no such step, region or stage, or a region in two stages; null for nothing. */
export function wrongInMoment(
  agreement: Agreement,
  story: Story,
  { step, assume }: NamedMoment,
): WrongMoment | null {
  const unknown = (what: string, name: string, candidates: Iterable<string>) => {
    const found = notThere(what, name, candidates);
    return found === null ? null : { code: 'unknown-id' as const, ...found };
  };
  if (step !== null) {
    const ids = story.steps.map(({ id }) => id);
    const found = unknown(`step of ${story.scenario.id} called`, step, ids);
    if (found !== null) return found;
  }
  const taken = new Map<string, string>();
  for (const { region, stage } of assume) {
    const stages = agreement.regions.get(region)?.stages.map(({ id }) => id) ?? [];
    const found =
      unknown('region', region, agreement.regions.keys()) ??
      unknown(`stage of ${region} called`, stage, [...stages, 'unknown']);
    if (found !== null) return found;
    const other = taken.get(region) ?? stage;
    if (other !== stage)
      return {
        code: 'at-odds',
        message: `${quote(region)} is taken to be both ${other} and ${stage}`,
        hint: 'name one of them: a region is at one stage at a time',
      };
    taken.set(region, stage);
  }
  return null;
}

/** A step as somebody named it. */
export type AskedStep =
  | { readonly ok: true; readonly index: number }
  | { readonly ok: false; readonly error: WrongMoment };

/**
 * The place in a scenario of a step that was named by its id, or by its number as screens and answers count: `12` is the
 * twelfth, `0` is before the first. Where a step has a number for its id, that one is meant.
 */
export function stepAsked(scenario: string, ids: readonly string[], name: string): AskedStep {
  const index = ids.indexOf(name);
  if (index >= 0 || !/^\d+$/.test(name)) {
    const wrong = notThere(`step of ${scenario} called`, name, ids);
    return wrong === null
      ? { ok: true, index }
      : { ok: false, error: { code: 'unknown-id', ...wrong } };
  }
  const count = ids.length;
  if (Number(name) <= count) return { ok: true, index: Number(name) - 1 };
  return {
    ok: false,
    error: {
      code: 'unknown-id',
      message: `${scenario} has no step ${name}: it has ${count}`,
      hint: `write a number from 0, before the first step, to ${count}, after the last, or a step's id`,
    },
  };
}
