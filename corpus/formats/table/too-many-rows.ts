/** Says the same about a table over the limit, whatever its format. */

import { CorpusError } from "../../errors.ts";

/** The error to throw. */
export function tooManyRows(path: string, maxRows: number): CorpusError {
  return new CorpusError(
    "E_FILE_TOO_LARGE",
    `Expected at most ${maxRows} rows in all sheets together (the limit maxRows), found more in ` +
      `${path}. Split the table or raise the limit.`,
  );
}
