/** What kinds of statement a claim can be. */
export const CLAIM_KINDS = [
  'event',
  'term',
  'position',
  'demand',
  'offer',
  'refusal',
  'accusation',
  'denial',
  'expectation',
  'assessment',
  'meeting',
  'count',
  'context',
] as const;
