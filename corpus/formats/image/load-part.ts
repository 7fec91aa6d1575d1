/** Loads an optional package, or says how to get it. */

import { CorpusError } from "../../errors.ts";

/**
 * What `load` gives.
 *
 * @param name of the package
 * @param load its dynamic import
 * @throws {CorpusError} `E_PART_MISSING` where it is not installed or has no build for this system
 */
export async function loadPart<Part>(name: string, load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    throw new CorpusError(
      "E_PART_MISSING",
      `Expected the optional package ${name}, which reads pictures, found it missing or not built ` +
        "for this system. Install it with `npm install --include=optional`, or leave pictures and " +
        "scanned pages out.",
      { cause: error },
    );
  }
}
