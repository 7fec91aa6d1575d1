/** Loads the documents at an admin's word, and tells in one message how it goes. */

import { AppError } from "../../corpus/errors.ts";
import type { LoadReport } from "../../retrieval/load-report.ts";
import type { Language } from "../text/language.ts";
import { auditAct } from "./audit-act.ts";
import { plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { createProgressMessage } from "./progress-message.ts";
import { renderLoadError, renderLoadProgress, renderLoadReport } from "./render-load.ts";
import { editMessage, sendMessage } from "./send-message.ts";
import { telegramTexts } from "./texts.ts";

export interface ReloadAsked {
  readonly place: Place;
  readonly userId: number;
  readonly language: Language;
  /** Publish even a much smaller corpus. */
  readonly force: boolean;
}

/**
 * Returns a function that loads and resolves when the last word is sent. A second call meanwhile
 * says that a load is running. Questions are answered from the old documents all the while.
 */
export function createReload(parts: Parts): (asked: ReloadAsked) => Promise<void> {
  let isRunning = false;
  return async (asked) => {
    if (isRunning) {
      const message = plainMessage(telegramTexts[asked.language].reload.running);
      await sendMessage(parts.durable, asked.place, message);
      return;
    }
    isRunning = true;
    try {
      await reload(parts, asked);
    } finally {
      isRunning = false;
    }
  };
}

async function reload(
  parts: Parts,
  { place, userId, language, force }: ReloadAsked,
): Promise<void> {
  const { app, durable, fleeting, logger, timing, now, signal } = parts;
  const first = plainMessage(`🔄 ${telegramTexts[language].reload.starting}`);
  const messageId = await sendMessage(durable, place, first);
  const progress = createProgressMessage({
    first,
    everyMs: timing.progressEveryMs,
    now,
    edit: (message) =>
      editMessage(fleeting, place.chatId, messageId, message).catch((error: unknown) => {
        logger.debug("The progress of a load could not be shown", { error });
      }),
  });
  const audit = (details: Readonly<Record<string, unknown>>) =>
    auditAct(parts, { userId, act: "load", details });
  let last: OutgoingMessage;
  try {
    const report = await app.load({
      force,
      signal,
      onProgress: (done) => progress.show(renderLoadProgress(done, language)),
    });
    last = renderLoadReport(report, language);
    await audit({ force, ...summaryOf(report) });
  } catch (error) {
    logger.warn("A load from the chat failed", { error });
    last = renderLoadError(error, language);
    await audit({ force, failed: error instanceof AppError ? error.code : "unknown" });
  }
  await progress.close();
  try {
    await editMessage(durable, place.chatId, messageId, last);
  } catch (error) {
    logger.info("The message of a load could not be edited; sending another", { error });
    await sendMessage(durable, place, last);
  }
}

function summaryOf(report: LoadReport): Readonly<Record<string, unknown>> {
  return {
    generation: report.generation?.number,
    published: report.published,
    added: report.added.length,
    changed: report.changed.length,
    removed: report.removed.length,
    failed: report.failed.length,
  };
}
