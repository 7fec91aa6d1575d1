/** Shows of a source only what stands at one path, so that nothing else is read. */

import { isAtOrUnder } from "../paths.ts";
import type { DocumentSource } from "../source.ts";

/**
 * The file at the path, or those under it. An archive that the path leads into stands among them
 * where it could not be opened, so that the report tells why.
 */
export function narrowSource(source: DocumentSource, path: string): DocumentSource {
  return {
    list: async () => (await source.list(path)).filter((file) => mayConcern(file.path, path)),
  };
}

/** Whether the file stands at or under the path, or may be an archive that holds it. */
export function mayConcern(file: string, path: string): boolean {
  return isAtOrUnder(file, path) || isAtOrUnder(path, file);
}
