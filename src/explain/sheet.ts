/** An answer as a plain table: what `--csv` prints, and what a script or a spreadsheet reads. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Null is an empty cell: there is nothing to say, or it is not known. */
export type Cell = string | number | boolean | null;

/** A table of rows by its columns: what each is called, and what of a row stands in it. */
export function sheetOf<Row>(
  rows: readonly Row[],
  columns: Readonly<Record<string, (row: Row) => Cell>>,
): Sheet {
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    rows: rows.map((row) => cells.map((cell) => cell(row))),
  };
}

/** Several values of one cell: `a; b`. */
export function several(values: Iterable<string>): string {
  return [...values].join('; ');
}
