import type { Agreement } from './agreement.ts';

/** What an event does to a region: from which stage to which. */
export interface ImpliedMoves {
  readonly region: string;
  readonly to: Readonly<Record<string, string>>;
}

/**
 * What comes with a region's standing in a stage: if a single event leads there, and moves other regions too, these
 * have moved with it. Whoever takes the stage for granted takes that for granted as well.
 */
export function impliedMoves(agreement: Agreement, region: string, stage: string): ImpliedMoves[] {
  const leading = [...agreement.events.values()].filter((event) =>
    Object.entries(event.moves[region] ?? {}).some(([from, to]) => to === stage && from !== stage),
  );
  const [only] = leading;
  if (only === undefined || leading.length > 1) return [];
  return Object.entries(only.moves)
    .filter(([other]) => other !== region)
    .map(([other, to]) => ({ region: other, to }));
}
