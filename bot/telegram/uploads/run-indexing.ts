/** Indexes the files of a card, shows how it goes in the card's own message, and what came of it. */

import { hostname } from "node:os";
import { followProgress } from "../../loading/follow-progress.ts";
import type { UploadCard } from "../../operations/upload-rows.ts";
import { withLease } from "../../operations/with-lease.ts";
import { uploadResultText } from "../../text/upload-result.ts";
import { UploadError } from "../../errors.ts";
import { auditIndexing } from "../../uploads/audit-indexing.ts";
import type { IndexedCard } from "../../uploads/index-card.ts";
import { clip } from "../clip.ts";
import { maxMessageUnits } from "../limits.ts";
import { type OutgoingMessage, plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { createProgressMessage } from "../progress-message.ts";
import { renderLoadProgress } from "../reload/render-loading.ts";
import { replaceMessage } from "../replace-message.ts";
import { editMessage } from "../send-message.ts";
import { cardTexts } from "./card-texts.ts";
import { againButton } from "./upload-buttons.ts";

/**
 * Goes on with a card that was begun; nothing where another process does already. Stopped or killed, it
 * is left to the next run.
 */
export async function runIndexing(parts: Parts, card: UploadCard): Promise<void> {
  const { operations, logger, signal } = parts;
  try {
    await withLease(operations.leases, {
      name: `upload ${card.id}`,
      holder: `process ${process.pid} on ${hostname()}`,
      signal,
      refused: () => takenOver(card.id),
      work: (leased) => indexAndTell(parts, card, leased),
    });
  } catch (error) {
    if (error instanceof UploadError && error.code === "E_UPLOAD_UNKNOWN") return;
    if (!signal.aborted) throw error;
    logger.info("An upload is left to the next run", { cardId: card.id });
  }
}

async function indexAndTell(parts: Parts, card: UploadCard, signal: AbortSignal): Promise<void> {
  const { app, durable, logger, operations } = parts;
  const { language, chatId, messageId } = card;
  const show = showProgress(parts, card);
  const follow = followProgress(parts.now);
  let indexed: IndexedCard;
  try {
    indexed = await app.uploads.index(card.id, {
      signal,
      onProgress: (done) => show?.show(renderLoadProgress(follow(done), language)),
      onWait: () => show?.show(plainMessage(cardTexts[language].waiting)),
      waitMs: parts.timing.loadWaitMs,
    });
  } catch (error) {
    signal.throwIfAborted();
    indexed = { card, outcomes: [], report: undefined, error };
  } finally {
    await show?.close();
  }
  if (indexed.error !== undefined) {
    logger.warn("An upload could not be indexed", { error: indexed.error, cardId: card.id });
  }
  if (chatId !== undefined && messageId !== undefined) {
    await replaceMessage(durable, { chatId }, messageId, renderResult(indexed));
  }
  await auditIndexing(operations.audit, indexed).catch((error: unknown) => {
    logger.error("An act could not be audited", { error, act: "upload" });
  });
  await app.uploads.finish(indexed);
}

function renderResult(indexed: IndexedCard): OutgoingMessage {
  const { id, language } = indexed.card;
  const message = plainMessage(clip(uploadResultText(indexed, language), maxMessageUnits));
  return indexed.error === undefined ? message : { ...message, buttons: againButton(id, language) };
}

function showProgress({ fleeting, timing, now, logger }: Parts, card: UploadCard) {
  const { chatId, messageId, language } = card;
  if (chatId === undefined || messageId === undefined) return undefined;
  return createProgressMessage({
    first: plainMessage(cardTexts[language].indexing),
    everyMs: timing.progressEveryMs,
    now,
    edit: (message) =>
      editMessage(fleeting, chatId, messageId, message).catch((error: unknown) => {
        logger.debug("The progress of an upload could not be shown", { error });
      }),
  });
}

function takenOver(cardId: string): UploadError {
  return new UploadError(
    "E_UPLOAD_UNKNOWN",
    `Expected to be the only one who indexes ${cardId}, found another at work. It tells the result.`,
  );
}
