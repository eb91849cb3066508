import { checkContent } from './check.ts';
import { checkExpectations } from './expectations.ts';
import type { Dossier } from './dossier.ts';
import { type Definition, ownRoleOf } from './layout.ts';
import { buildLibrary, type ContentData } from './library.ts';
import { Memory } from './memory.ts';
import type { Problem } from './problem.ts';
import { findUnused } from './unused.ts';
import { findNeverMet } from './find-never-met.ts';
import { findNeverHeld } from './find-never-held.ts';
import { findNoEffect } from './find-no-effect.ts';
import { findWaysRound } from './find-ways-round.ts';

/** Everything that can be said of content without its documents. */
export interface Validated {
  /** Null where there is any problem. */
  readonly content: ContentData | null;
  readonly problems: readonly Problem[];
  /** What may be meant and may be forgotten; content with notices is good content. */
  readonly notices: readonly Problem[];
  readonly dossiers: readonly Dossier[];
}

/**
 * Checks all content, plays every scenario against what it expects, and looks for what nothing uses or has no effect,
 * for what can never be met or held, and for gates that can be gone round.
 *
 * @param besides see `checkContent`
 */
export function validateContent(
  definitions: readonly Definition[],
  texts: ReadonlyMap<string, string>,
  besides: { readonly others?: readonly string[]; readonly memory?: Memory } = {},
): Validated {
  const { others = [], memory = new Memory() } = besides;
  const { content, problems, dossiers } = checkContent(definitions, texts, { others, memory });
  // Where a file could not be read, what it uses would seem unused.
  if (content === null) return { content, problems, notices: [], dossiers };
  const { holdings } = buildLibrary(content);
  const notices = dossiers.flatMap((dossier) => {
    const holding = holdings.get(dossier.definition.id);
    const found = [...findUnused(dossier), ...findNeverMet(dossier)];
    if (holding === undefined) return found;
    const { scenarios } = holding;
    const { agreement, runner } = memory.played(dossier.definition, holding.agreement, content);
    return [
      ...found,
      ...findNeverHeld(agreement, dossier),
      ...findWaysRound(agreement, dossier),
      ...findNoEffect(agreement, dossier, scenarios, runner),
    ];
  });
  const differences = dossiers.flatMap((dossier) => {
    const holding = holdings.get(dossier.definition.id);
    if (holding === undefined) return [];
    const { agreement, runner } = memory.played(dossier.definition, holding.agreement, content);
    return checkExpectations(agreement, dossier.scenarios, holding.scenarios, runner);
  });
  // What is laid over an agreement may change what its scenarios come to; whoever lays it cannot mend those.
  const isBelow = ({ file }: Problem) =>
    definitions.every(
      (definition) => definition.base !== undefined && ownRoleOf(definition, file) === null,
    );
  const own = differences.filter((problem) => !isBelow(problem));
  // Nor is it theirs to mend what the agreement below does not use, or what has no effect there.
  return {
    content: own.length === 0 ? content : null,
    problems: own,
    notices: [
      ...notices.filter((notice) => !isBelow(notice)),
      ...differences.filter(isBelow).map(ofBelow),
    ],
    dossiers,
  };
}

/** Who lays something over a scenario can see what it changes, and does not write what that one expects. */
function ofBelow(problem: Problem): Problem {
  const hint =
    'what is laid over the agreement changes the outcome; if that is meant, do nothing: this file belongs to the agreement below';
  return { ...problem, hint };
}
