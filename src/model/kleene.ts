/** Three-valued truth: true, false, or null where it is not known (Kleene's strong logic). */
export type Truth = boolean | null;

/** True when all are, false as soon as one is, else unknown. */
export function every(values: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const value of values) {
    if (value === false) return false;
    if (value === null) result = null;
  }
  return result;
}

/** True as soon as one is, false when none is, else unknown. */
export function some(values: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const value of values) {
    if (value === true) return true;
    if (value === null) result = null;
  }
  return result;
}

/** The value that all share, or unknown where they differ. */
export function agreed(values: Iterable<Truth>): Truth {
  let result: Truth | undefined;
  for (const value of values) {
    if (result === undefined) result = value;
    else if (result !== value) return null;
  }
  return result ?? null;
}
