import { isMapping, type Mapping } from './file-report.ts';
import { type ForeignGuard, type ForeignState, rootOf } from './foreign-chart.ts';
import { stateAlong, stateNamed, type StatesById } from './state-named.ts';

/** Where a guard stands, and what its file knows. */
export interface Asking {
  readonly from: ForeignState;
  readonly byId: StatesById;
  /** What guards ask, by name, where the file says so beside the chart. */
  readonly explained: Mapping;
}

/** A guard of XState: one that the file explains, a question about the state, or words. */
export function xstateGuard(written: unknown, asking: Asking): ForeignGuard {
  const type = isMapping(written) ? written['type'] : written;
  const params = isMapping(written) ? written['params'] : undefined;
  if (typeof type === 'string' && Object.hasOwn(asking.explained, type)) {
    const guard = explainedGuard(asking.explained[type], rootOf(asking.from));
    if (guard !== null) return guard;
  }
  if (isMapping(params) && (type === 'xstate.stateIn' || type === 'stateIn'))
    return stateIn(params['stateValue'], asking);
  if (typeof type !== 'string') return { kind: 'other', text: JSON.stringify(written) };
  // Two guards of one name ask different things where their parameters differ.
  const asked = params === undefined ? type : `${type} ${JSON.stringify(params)}`;
  return { kind: 'other', text: asked };
}

/** `#id`, a path, or a state value: `{ region: stage }`. */
export function stateIn(written: unknown, { from, byId }: Asking): ForeignGuard {
  const found =
    typeof written === 'string' && written.startsWith('#')
      ? [stateNamed(written, from, byId)]
      : statesOfValue(written, rootOf(from));
  const states = found.filter((state) => state !== null);
  if (states.length === 0 || states.length < found.length)
    return { kind: 'other', text: `in ${JSON.stringify(written)}` };
  return { kind: 'all', of: states.map((state) => ({ kind: 'in', state })) };
}

/** The states that a state value names, null for each that is not there. */
function statesOfValue(value: unknown, within: ForeignState): (ForeignState | null)[] {
  if (!isMapping(value))
    return [typeof value === 'string' ? stateAlong(within, value.split('.')) : null];
  return Object.entries(value).flatMap(([key, inner]) => {
    const child = stateAlong(within, [key]);
    if (child === null) return [null];
    return isMapping(inner) && Object.keys(inner).length === 0
      ? [child]
      : statesOfValue(inner, child);
  });
}

/** A guard as our own export explains it: stages of a region, `all`, `any`. */
function explainedGuard(written: unknown, root: ForeignState): ForeignGuard | null {
  if (!isMapping(written)) return null;
  for (const kind of ['all', 'any'] as const) {
    const parts = written[kind];
    if (!Array.isArray(parts)) continue;
    const of = parts.map((part) => explainedGuard(part, root));
    return of.includes(null) ? null : { kind, of: of.filter((part) => part !== null) };
  }
  const { region, stages } = written;
  if (typeof region !== 'string' || !Array.isArray(stages)) return null;
  const states = stages.map((stage) => stateAlong(root, [region, String(stage)]));
  if (states.includes(null)) return null;
  const of = states
    .filter((state) => state !== null)
    .map((state) => ({ kind: 'in' as const, state }));
  return { kind: 'any', of };
}
