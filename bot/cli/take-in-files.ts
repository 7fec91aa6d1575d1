/** Shows the card of files at the terminal, and indexes them unless it is only to be looked at. */

import { FindingError } from "../errors.ts";
import type { Composition } from "../compose.ts";
import { uploadCardText } from "../text/upload-card.ts";
import { uploadResultText } from "../text/upload-result.ts";
import { auditIndexing } from "../uploads/audit-indexing.ts";
import { printable } from "./printable.ts";
import { showProgress } from "./show-progress.ts";
import { print, printJson, tell, type Terminal } from "./terminal.ts";

export interface TakeInOptions {
  readonly json: boolean;
  /** Shows the card and forgets the files. */
  readonly dryRun: boolean;
}

/** @throws {FindingError} `E_NOTHING_TAKEN`; why a load did not finish */
export async function takeInFiles(
  { app, operations }: Composition,
  cardId: string,
  { json, dryRun }: TakeInOptions,
  terminal: Terminal,
): Promise<void> {
  const { signal } = terminal;
  const prepared = await app.uploads.prepare(cardId, { scope: undefined, signal });
  if (!json) print(terminal, printable(uploadCardText(prepared, "en")));
  if (dryRun) {
    await app.uploads.discard(cardId);
    if (json) printJson(terminal, { uploads: prepared.card.uploads });
    return;
  }
  await app.uploads.begin(cardId);
  const display = showProgress(terminal);
  const indexed = await app.uploads
    .index(cardId, {
      signal,
      onProgress: display.onProgress,
      onWait: tellOnce(() => tell(terminal, "Another load is running; waiting for it.")),
    })
    .finally(() => display.stop());
  await auditIndexing((await operations()).audit, indexed);
  await app.uploads.finish(indexed);
  if (indexed.error !== undefined) throw indexed.error;
  const { outcomes, report } = indexed;
  if (json) printJson(terminal, { outcomes, report });
  else print(terminal, `\n${printable(uploadResultText(indexed, "en"))}`);
  if (!outcomes.some(({ kind }) => kind === "indexed")) throw nothingTaken();
}

function tellOnce(say: () => void): () => void {
  let isSaid = false;
  return () => {
    if (!isSaid) say();
    isSaid = true;
  };
}

function nothingTaken(): FindingError {
  return new FindingError(
    "E_NOTHING_TAKEN",
    "Expected at least one file that can be taken into the documents, found none. The lines above say why.",
  );
}
