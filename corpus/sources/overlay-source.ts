/** Lays one source of documents over another, so that files sent by hand stand beside a folder. */

import type { DocumentSource } from "../source.ts";

/**
 * The files of both; where both have one at a path, that of `upper` stands for it. Archives are to be
 * opened in what this returns, so that one of `upper` replaces all that an older one holds.
 */
export function overlaySource(lower: DocumentSource, upper: DocumentSource): DocumentSource {
  return {
    async list() {
      const above = await upper.list();
      const taken = new Set(above.map(({ path }) => path));
      const below = (await lower.list()).filter(({ path }) => !taken.has(path));
      return [...below, ...above].sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}
