/** Further positions of a reading that an agreement below has, as the text of a file that is right as it stands. */
export function additionSkeleton(reading: string): string {
  return `\
# Further positions of the reading ${reading}, which the agreement below has: they come after those that it holds there.
id: ${reading}
positions: {}
# Take the {} away and write, for an event:
#
#   home.verb:
#     - asks: { id: whatIsAsked, region: aRegion, stages: [aStage] }
#       # The claims that report it; without any it is your own assumption, and is shown as that.
#       claims: [source.c1]
`;
}
