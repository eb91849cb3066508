import { type IdKind, idOf } from '../model/shapes/identifier.ts';

/** Why a text cannot be an id of a kind, in the words of the shapes; null where it can. */
export function whyNoId(text: string, kind: IdKind = 'scenario'): string | null {
  return idOf(kind).safeParse(text).error?.issues[0]?.message ?? null;
}
