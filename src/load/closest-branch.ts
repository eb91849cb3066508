import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** The issues of the branch of a union that data comes closest to: whose issues lie deepest, and of those the fewest. */
export function closestBranch(
  branches: readonly (readonly Issue[])[],
  input: unknown,
): readonly Issue[] | undefined {
  return branches.toSorted((left, right) => compare(rank(right, input), rank(left, input)))[0];
}

/** What data has at a path; undefined where there is nothing. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** How close a union's branch is: the depth of its deepest issue, then how few issues it has. */
function rank(branch: readonly Issue[], input: unknown): readonly [depth: number, fewness: number] {
  const counts = branch.map((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.length : 1,
  );
  return [
    Math.max(...branch.map((issue) => depthOf(issue, input))),
    -counts.reduce((sum, count) => sum + count, 0),
  ];
}

function depthOf(issue: Issue, input: unknown): number {
  const own = issue.path.length;
  const value = valueAt(input, issue.path);
  if (value === undefined) return own;
  switch (issue.code) {
    case 'unrecognized_keys':
      return own + 1;
    case 'invalid_union':
      return own + Math.max(0, ...issue.errors.flat().map((inner) => depthOf(inner, value)));
    case 'invalid_type':
      return own;
    case 'invalid_value':
      return own + 0.25;
    default:
      // The right kind of value with a wrong content is closer than a value of another kind.
      return own + 0.5;
  }
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
