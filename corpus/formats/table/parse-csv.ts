/** Reads tables kept as text: values parted by commas, semicolons or tabs. */

import { CsvError, parse } from "csv-parse/sync";
import type { ParseText } from "../parsers.ts";
import { createTextBuilder } from "../text-builder.ts";
import { addTable } from "./add-table.ts";
import { guessDelimiter } from "./guess-delimiter.ts";
import { tableRow } from "./table.ts";
import { tooManyRows } from "./too-many-rows.ts";

/** The hint that Excel reads and does not show. */
const delimiterHint = /^sep=([,;\t|])\n/iu;

/** Rows count as a spreadsheet counts them: a quoted cell of several lines is in one row. */
export const parseCsv: ParseText = (text, { path, limits }) => {
  const hint = delimiterHint.exec(text);
  const source = text.slice(hint?.[0].length ?? 0);
  const delimiter = hint?.[1] ?? guessDelimiter(source, path);
  const records = readRecords(source, delimiter, limits.maxRows + 1);
  if (records.length > limits.maxRows) throw tooManyRows(path, limits.maxRows);
  const rows = records.flatMap((record, at) => tableRow(at + 1, record) ?? []);
  const builder = createTextBuilder();
  addTable(
    builder,
    { rows, merged: [] },
    { titleLevel: 1, placeOf: (row) => ({ kind: "row", row }) },
  );
  return builder.build();
};

/** Where quotes make no sense they are read as they stand. */
function readRecords(source: string, delimiter: string, maxRecords: number): readonly string[][] {
  const options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: "\n",
    to: maxRecords,
  };
  try {
    return parse(source, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return parse(source, { ...options, quote: null });
  }
}
