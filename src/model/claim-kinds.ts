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

/** Kinds that say how things are, and so can dispute a fact; the others say what is wanted, planned or feared. */
export const FACTUAL_KINDS: readonly string[] = [
  'event',
  'assessment',
  'accusation',
  'denial',
  'count',
];
