/** Fetches the pages of the corpus again from time to time, and loads those that changed. */

import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { UploadError } from "../../errors.ts";
import { withLease } from "../../operations/with-lease.ts";
import type { Language } from "../../text/language.ts";
import { uploadResultText } from "../../text/upload-result.ts";
import { auditIndexing } from "../../uploads/audit-indexing.ts";
import type { IndexedCard } from "../../uploads/index-card.ts";
import type { RefreshReport } from "../../uploads/refresh-links.ts";
import { regularLooks } from "../../watching/regular-looks.ts";
import { clip } from "../clip.ts";
import { maxMessageUnits } from "../limits.ts";
import { type OutgoingMessage, plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { tellAdmins } from "../tell-admins.ts";
import { watchTexts } from "../watch-texts.ts";
import { renderRefresh } from "./render-refresh.ts";

export type KeepRefreshedParts = Pick<
  Parts,
  "app" | "durable" | "operations" | "settings" | "logger" | "signal"
>;

/**
 * At once, then again and again until the signal; never rejects. Admins hear of it where a page has
 * changed, and where other pages than last time cannot be fetched.
 *
 * @param everyMs undefined: never
 */
export async function keepRefreshed(
  parts: KeepRefreshedParts,
  everyMs: number | undefined,
): Promise<void> {
  if (everyMs === undefined) return;
  const { operations, logger, signal } = parts;
  let known = "";
  for await (const _look of regularLooks(everyMs, signal)) {
    try {
      known = await withLease(operations.leases, {
        name: "pages",
        holder: `process ${process.pid} on ${hostname()}`,
        signal,
        refused: doneElsewhere,
        work: (leased) => refresh({ ...parts, signal: leased }, known),
      });
    } catch (error) {
      const isElsewhere = error instanceof UploadError && error.code === "E_UPLOAD_UNKNOWN";
      if (!signal.aborted && !isElsewhere) logger.warn("Pages could not be refreshed", { error });
    }
  }
}

/** Returns which pages cannot be fetched now. */
async function refresh(parts: KeepRefreshedParts, known: string): Promise<string> {
  const { app, operations, logger, signal } = parts;
  const { uploads } = app;
  const cardId = await uploads.open({ key: randomUUID(), who: "watch", language: "zh" });
  const report = await uploads.refresh({ cardId, wanted: "", scope: undefined, signal });
  const trouble = report.failed.map(({ url, code }) => `${code} ${url}`).join("\n");
  let indexed: IndexedCard | undefined;
  if (report.changed === 0) {
    await uploads.discard(cardId);
  } else {
    await uploads.prepare(cardId, { scope: undefined, signal });
    await uploads.begin(cardId);
    indexed = await uploads.index(cardId, { signal });
    await auditIndexing(operations.audit, indexed).catch((error: unknown) => {
      logger.error("An act could not be audited", { error, act: "upload" });
    });
    await uploads.finish(indexed);
  }
  if (indexed !== undefined || trouble !== known) {
    await tellAdmins(parts, (language) => render(report, indexed, language));
  }
  return trouble;
}

function render(
  report: RefreshReport,
  indexed: IndexedCard | undefined,
  language: Language,
): OutgoingMessage {
  const lines = [
    `👁 ${watchTexts[language].pages}`,
    ...(indexed === undefined ? [] : [uploadResultText(indexed, language)]),
    ...(indexed === undefined || report.failed.length > 0 ? [renderRefresh(report, language)] : []),
  ];
  return plainMessage(clip(lines.join("\n\n"), maxMessageUnits));
}

function doneElsewhere(): UploadError {
  return new UploadError(
    "E_UPLOAD_UNKNOWN",
    "Expected to be the only one who fetches pages again, found another at work. It tells the result.",
  );
}
