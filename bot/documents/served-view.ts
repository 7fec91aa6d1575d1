/** The corpus as anybody may read it: nothing of what was removed, whatever its generation still holds. */

import type { LiveSnapshot } from "../../retrieval/live-snapshot.ts";
import { snapshotWithout } from "../../retrieval/snapshot-without.ts";
import type { RemovedDocument } from "../operations/removed-documents.ts";

export type ServedView = Pick<LiveSnapshot, "use">;

/**
 * Asks anew at each use, so that a removal holds from the next question on, in every process.
 *
 * @param listRemoved where it fails nothing can be read, for nobody knows what may be shown
 */
export function createServedView(
  live: ServedView,
  listRemoved: () => Promise<readonly Pick<RemovedDocument, "documentId">[]>,
): ServedView {
  return {
    use: (work) =>
      live.use(async (snapshot) => {
        const removed = (await listRemoved()).map(({ documentId }) => documentId);
        const held = removed.length === 0 ? [] : [...(await snapshot.pathsOf(removed)).values()];
        return work(held.length === 0 ? snapshot : snapshotWithout(snapshot, new Set(held)));
      }),
  };
}
