/** What a reading makes of something, as a sign before it. */
export type Mark = 'met' | 'unmet' | 'unknown' | 'unstated' | 'contested' | 'notAsked';
