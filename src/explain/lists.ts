/** What an agreement can be asked to list. */
export const LISTS = [
  'scenarios',
  'gates',
  'regions',
  'readings',
  'events',
  'sources',
  'parties',
] as const;

/** What can be listed, the agreements themselves included. */
export const LISTABLE = [...LISTS, 'agreements'] as const;
export type ListName = (typeof LISTS)[number];
