/** A table as its program shows it, before it is put into words. */

/** As many as spreadsheets have. */
export const maxColumns = 16_384;

export interface TableCell {
  /** From 0. */
  readonly column: number;
  /** Never blank; may have several lines. */
  readonly text: string;
}

export interface TableRow {
  /** From 1, as the program counts; rows without cells are left out but counted. */
  readonly row: number;
  /** Ascending by column, empty cells left out. */
  readonly cells: readonly TableCell[];
}

/** Cells that are shown as one and hold their text in the first; all ends included. */
export interface MergedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Table {
  /** Ascending, each with at least one cell. */
  readonly rows: readonly TableRow[];
  readonly merged: readonly MergedArea[];
}

/** The row of the texts, left to right; undefined where all are blank. */
export function tableRow(row: number, texts: readonly string[]): TableRow | undefined {
  const cells = texts.flatMap((raw, column) => {
    const text = raw.trim();
    return text === "" ? [] : [{ column, text }];
  });
  return cells.length === 0 ? undefined : { row, cells };
}
