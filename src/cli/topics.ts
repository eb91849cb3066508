/** What `help` explains beside the commands. */
export const TOPICS = ['words', 'keys'] as const;
export type Topic = (typeof TOPICS)[number];
