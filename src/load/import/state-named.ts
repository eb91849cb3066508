import type { ForeignState } from './foreign-chart.ts';

/** States by the ids that a file gives them. */
export type StatesById = ReadonlyMap<string, ForeignState>;

/** `sibling`, `sibling.child`, `.child`, `#id` or `#id.child`, as XState finds them. */
export function stateNamed(
  name: string,
  from: ForeignState,
  byId: StatesById,
): ForeignState | null {
  if (name.startsWith('#')) {
    const whole = byId.get(name.slice(1));
    if (whole !== undefined) return whole;
    const [id = '', ...rest] = name.slice(1).split('.');
    return stateAlong(byId.get(id) ?? null, rest);
  }
  const sibling = stateBelow(from.parent ?? from, name);
  return sibling === null && name.startsWith('.') ? stateBelow(from, name.slice(1)) : sibling;
}

/** The state that a path leads to from another one, downwards; a name can have a dot in it. */
export function stateBelow(from: ForeignState, path: string): ForeignState | null {
  return stateAlong(from, [path]) ?? stateAlong(from, path.split('.'));
}

/** The state that names lead to from another one, downwards. */
export function stateAlong(
  from: ForeignState | null,
  names: readonly string[],
): ForeignState | null {
  let state = from;
  for (const name of names) state = state?.children.find((child) => child.name === name) ?? null;
  return state;
}
