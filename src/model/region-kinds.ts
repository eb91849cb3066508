/** Whether a region is the agreement's phase, a provision of it, or a circumstance around both; in the order shown. */
export const REGION_KINDS = ['phase', 'provision', 'circumstance'] as const;
export type RegionKind = (typeof REGION_KINDS)[number];
