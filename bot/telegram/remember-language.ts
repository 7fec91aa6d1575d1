/** Keeps the language of those who look after the corpus, whom the bot writes to unasked. */

import type { Message } from "grammy/types";
import type { Parts } from "./parts.ts";
import { rightsOf } from "./rights.ts";
import { languageOfUser } from "./speaker.ts";

/** Never rejects. Of readers nothing is kept. */
export async function rememberLanguage(
  { operations, settings, logger }: Pick<Parts, "operations" | "settings" | "logger">,
  { from, chat }: Message,
): Promise<void> {
  if (from === undefined || chat.type !== "private") return;
  if (rightsOf(from, settings).role === "reader") return;
  try {
    await operations.languages.remember(from.id, languageOfUser(from));
  } catch (error) {
    logger.warn("The language of an admin could not be kept", { error });
  }
}
