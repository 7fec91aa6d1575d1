/** Goes on with uploads that an earlier run left in their middle, and drops those nobody decided about. */

import type { UploadCard } from "../../operations/upload-rows.ts";
import { stagedDays } from "../../uploads/upload-desk.ts";
import { plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { pauseUnlessStopped } from "../patiently.ts";
import { replaceMessage } from "../replace-message.ts";
import { rightsOf } from "../rights.ts";
import { cardTexts } from "./card-texts.ts";
import { drawCard, isHalfRead } from "./draw-card.ts";
import { scopeOf } from "./read-upload.ts";
import { runIndexing } from "./run-indexing.ts";

const pruneEveryMs = 6 * 60 * 60 * 1000;

/** Resolves when the signal is given; never rejects. */
export async function resumeUploads(parts: Parts): Promise<void> {
  const { app, operations, logger, signal } = parts;
  try {
    for (const card of await app.uploads.unfinished()) await runIndexing(parts, card);
    for (const card of await operations.uploads.inState("staged")) {
      if (isHalfRead(card)) await readOn(parts, card);
    }
  } catch (error) {
    if (!signal.aborted) logger.error("Uploads could not be gone on with", { error });
  }
  while (!signal.aborted) {
    await prune(parts);
    await pauseUnlessStopped(pruneEveryMs, signal);
  }
}

/** A folder was just chosen for it. */
async function readOn(parts: Parts, card: UploadCard): Promise<void> {
  const { id: cardId, chatId, language, who } = card;
  if (chatId === undefined) return;
  // In a private chat the person and the chat have one number.
  const scope = scopeOf(rightsOf({ id: chatId }, parts.settings));
  await drawCard(parts, { cardId, place: { chatId }, language, scope });
  parts.logger.debug("The card of an upload was drawn again", { cardId, who });
}

async function prune({ app, durable, logger, now }: Parts): Promise<void> {
  try {
    for (const { id, chatId, messageId, language } of await app.uploads.prune(new Date(now()))) {
      logger.info("An upload was dropped that nobody decided about", { cardId: id });
      if (chatId === undefined || messageId === undefined) continue;
      const told = plainMessage(cardTexts[language].dropped(stagedDays));
      await replaceMessage(durable, { chatId }, messageId, told).catch((error: unknown) => {
        logger.info("Nobody could be told that an upload was dropped", { error });
      });
    }
  } catch (error) {
    logger.warn("Old uploads could not be dropped", { error });
  }
}
