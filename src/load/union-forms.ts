import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** One of the forms that something with keys may have, held against what was written. */
export interface Form {
  readonly issues: readonly Issue[];
  /** The keys that it needs and that were not written. */
  readonly missing: readonly string[];
  /** The keys that were written and that it does not have. */
  readonly foreign: readonly string[];
}

/** What was written as keys and values, held against the forms that it may have. */
export interface Forms {
  /** Those of which most keys were written; several where it cannot be told which is meant. */
  readonly likely: readonly Form[];
  /** The keys that no form has. */
  readonly strange: readonly string[];
  /** The lists of keys that were not recognised: by them is known what the forms have instead. */
  readonly unrecognized: readonly (readonly string[])[];
}

/**
 * Holds keys and values against the branches of a union.
 *
 * @param branches the issues of each branch that takes keys and values at all
 */
export function formsOf(branches: readonly (readonly Issue[])[], written: object): Forms {
  const keys = Object.keys(written);
  const unrecognized = branches.flatMap((branch) => branch.flatMap(unrecognizedIn));
  const forms = branches.map((issues): Form => ({
    issues,
    missing: issues.flatMap(({ code, path }) =>
      code !== 'unrecognized_keys' && path.length === 1 && !keys.includes(String(path[0]))
        ? [String(path[0])]
        : [],
    ),
    foreign: issues.flatMap((issue) => unrecognizedIn(issue).flat()),
  }));
  const fewest = Math.min(...forms.map(({ foreign }) => foreign.length));
  return {
    likely: forms.filter(({ foreign }) => foreign.length === fewest),
    strange: keys.filter((key) => forms.every(({ foreign }) => foreign.includes(key))),
    unrecognized,
  };
}

function unrecognizedIn(issue: Issue): (readonly string[])[] {
  return issue.code === 'unrecognized_keys' && issue.path.length === 0 ? [issue.keys] : [];
}
