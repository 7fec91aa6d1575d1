/** Lists what was removed, for answers, which go on where the operational database is broken. */

import { OperationsError } from "../errors.ts";
import type { Logger } from "../logger.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { RemovedDocument } from "../operations/removed-documents.ts";

/**
 * Nothing where the database cannot be opened. The served generation then holds what was removed only
 * if the load that takes it out has failed, or an older one was brought back; that is logged.
 */
export async function listRemovedIfWell(
  open: () => Promise<Pick<Operations, "removedDocuments">>,
  logger: Logger,
): Promise<readonly RemovedDocument[]> {
  let operations: Pick<Operations, "removedDocuments">;
  try {
    operations = await open();
  } catch (error) {
    if (!(error instanceof OperationsError)) throw error;
    logger.warn("what was removed since the last load cannot be read", { error });
    return [];
  }
  return operations.removedDocuments.list();
}
