/** What a reading's skeleton is filled with. */
export interface ReadingParts {
  /** The id of the party, by which the reading goes as well. */
  readonly party: string;
  readonly title: string;
  /** Positions as YAML, indented by two; without any, what they look like stands there as a comment. */
  readonly positions?: string;
}

/** A reading of one party as the text of a file that is right as it stands, with a comment on every key. */
export function readingSkeleton({ party, title, positions }: ReadingParts): string {
  return `\
# What one party is reported to hold, event by event. What is not named is unstated: never agreed, never refused.
# The reading of ${title.replaceAll(/\s+/g, ' ')}, by whose title it is called where it has none of its own.
id: ${party}
party: ${party}
# The terms of the agreement itself, which are nobody's, have kind: terms.
${positions === undefined ? EMPTY : `positions:\n${positions}`}`;
}

const EMPTY = `\
positions: {}
# Take the {} away and write, for an event of events.yaml:
#
#   home.verb:
#     # It asks for a stage of a region, or for one of several; all: [...] and any: [...] join such conditions.
#     - asks: { id: whatIsAsked, region: aRegion, stages: [aStage] }
#       # The claims that report it; without any it is your own assumption, and is shown as that.
#       claims: [source.c1]
#       # How it follows from the claims, where they do not say it outright.
#       # inference: ...
#       # From when and until when it is held, where the days of the claims do not tell.
#       # from: 2030-01-01
#       # until: 2030-12-31
#   other.verb:
#     # It backs the event,
#     - backs: true
#       claims: [source.c2]
#   third.verb:
#     # or objects to it, under an id of the objection's own.
#     - objects: noThird
#       claims: [source.c3]
`;
