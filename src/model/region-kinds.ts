/** What a region can be: the phase of the whole, an undertaking, or something around them. */
export const REGION_KINDS = ['phase', 'provision', 'circumstance'] as const;
