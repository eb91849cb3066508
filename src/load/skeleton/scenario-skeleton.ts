/** What a scenario's skeleton is filled with. */
export interface ScenarioParts {
  /** Null where the folder that it is to lie in says it. */
  readonly agreement: string | null;
  readonly id: string;
  /** The scenario and the step after which it goes its own way; null for one that begins at the beginning. */
  readonly from: { readonly scenario: string; readonly step: string } | null;
}

/** A what-if as the text of a file that is right as it stands, with a comment on every key. */
export function scenarioSkeleton({ agreement, id, from }: ScenarioParts): string {
  return `\
# A scenario is a row of steps: what is reported, what is expected, or what you think up.
${agreement === null ? '' : `agreement: ${agreement}\n`}# The file is named after the id.
id: ${id}
# It is hypothetical: thought up. kind: documented is for what sources report has happened, kind: projected for what is
# expected.
title: What if it had gone otherwise?
summary: A skeleton, in which nothing has changed yet.
${from === null ? ROOT : branch(from)}steps:
  - id: ${id}-begins
    # A day, or the days between which: { from: 2030-01-10, to: 2030-01-12 }. Steps are in the order of their last days.
    # date: 2030-01-10
    title: What is assumed to happen
    # Why you assume it.
    # narrative: ...
    # The parties that do it.
    # by: [party-a]
    # happened, scheduled or expected, by the claims that report it; or assumed, by you.
    status: assumed
    # claims: [source.c1]
    # Claims that bear on it without reporting it.
    # bearing: [source.c2]
    # What it does, one thing a step; a step that does nothing is a note.
    # event: home.verb
    # waive: { reading: party-a, condition: whatIsAsked }
    # restore: { reading: party-a, condition: whatIsAsked }
    # acknowledge: { reading: party-a, event: home.verb }
    # assume: { region: aRegion, stage: aStage }
    # unknown: { region: aRegion }
    # What each reading is to make of it, and how gates are to stand afterwards. Name the gates that matter, and
    # \`phasegate accept ${id}\` shows what comes out and, with --write, writes it here.
    # expect: { every: unopposed }
    # gates:
    #   home.verb: { every: unstated }
`;
}

const ROOT = `\
# The scenario and the step after which it goes its own way; without them it begins at the beginning.
# branchesFrom: { scenario: first, step: some-step }
# Steps of another scenario played on afterwards, from after a step to its end.
# replay: { scenario: first, after: some-step }
`;

const branch = ({ scenario, step }: { scenario: string; step: string }) => `\
# The scenario and the step after which it goes its own way.
branchesFrom: { scenario: ${scenario}, step: ${step} }
# Its later steps played on afterwards, as far as they still can be.
# replay: { scenario: ${scenario}, after: ${step} }
`;
