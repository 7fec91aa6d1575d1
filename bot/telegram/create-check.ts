/** `/check`: asks the golden questions of what is served, and shows how far it is. */

import { AppError } from "../../corpus/errors.ts";
import { goldenLines } from "../text/golden-lines.ts";
import { goldenTexts } from "../text/golden-texts.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import type { Language } from "../text/language.ts";
import { clip } from "./clip.ts";
import { goldenButtonTexts } from "./golden-button-texts.ts";
import { maxLineUnits } from "./limits.ts";
import { type OutgoingMessage, plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import type { Place } from "./place.ts";
import { createProgressMessage } from "./progress-message.ts";
import { renderList } from "./render-list.ts";
import { replaceMessage } from "./replace-message.ts";
import { editMessage, sendMessage } from "./send-message.ts";

export interface CheckAsked {
  readonly place: Place;
  readonly language: Language;
}

/** Returns a function that resolves when the last word is sent; one check runs at a time. */
export function createCheck(parts: Parts): (asked: CheckAsked) => Promise<void> {
  let isRunning = false;
  return async (asked) => {
    if (isRunning) {
      const { checkRuns } = goldenButtonTexts[asked.language];
      await sendMessage(parts.durable, asked.place, plainMessage(checkRuns));
      return;
    }
    isRunning = true;
    try {
      await check(parts, asked);
    } finally {
      isRunning = false;
    }
  };
}

async function check(parts: Parts, { place, language }: CheckAsked): Promise<void> {
  const { durable, fleeting, logger, timing, now } = parts;
  const words = goldenButtonTexts[language];
  const first = plainMessage(`⭐ ${words.checking(0, 0)}`);
  const messageId = await sendMessage(durable, place, first);
  const progress = createProgressMessage({
    first,
    everyMs: timing.progressEveryMs,
    now,
    edit: (message) =>
      editMessage(fleeting, place.chatId, messageId, message).catch((error: unknown) => {
        logger.debug("The progress of a check could not be shown", { error });
      }),
  });
  const last = await result(parts, language, (done, total) =>
    progress.show(plainMessage(`⭐ ${words.checking(done, total)}`)),
  );
  await progress.close();
  await replaceMessage(durable, place, messageId, last);
}

/** What came of it; a kind sentence where it failed. */
async function result(
  { app, logger, signal }: Parts,
  language: Language,
  onProgress: (done: number, total: number) => void,
): Promise<OutgoingMessage> {
  const words = goldenButtonTexts[language];
  try {
    const results = await app.check({ signal, onProgress });
    if (results.length === 0) return plainMessage(goldenTexts[language].none);
    const { counts, entries } = goldenLines(results, language);
    const shown = entries.map((entry) => clip(entry, 2 * maxLineUnits));
    return renderList({
      heading: `⭐ ${words.heading(results.length)}`,
      entries: [
        goldenTexts[language].counts(counts),
        ...(shown.length === 0 ? [words.allWell] : shown),
      ],
      total: Math.max(shown.length, 1) + 1,
      more: words.more,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof AppError)
      logger.warn("The golden questions could not be checked", { error });
    else logger.error("The golden questions could not be checked", { error });
    return plainMessage(`⚠️ ${kindSentence(error, language)}`);
  }
}
