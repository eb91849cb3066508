/** The variable of a trace that names the event by which a state came about; no region can be called so. */
export const TRACE_ACTION = 'action_taken';
