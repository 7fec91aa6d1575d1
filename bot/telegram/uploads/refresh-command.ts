/** `/refresh [words]`: fetches the pages of the corpus again, and shows those that changed on a card. */

import type { Message } from "grammy/types";
import { kindSentence } from "../../text/kind-sentence.ts";
import { plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place.ts";
import { replaceMessage } from "../replace-message.ts";
import { rightsOf } from "../rights.ts";
import { sendMessage } from "../send-message.ts";
import { languageOfUser } from "../speaker.ts";
import { announceCard, drawCard } from "./draw-card.ts";
import { scopeOf } from "./read-upload.ts";
import { renderRefresh } from "./render-refresh.ts";

/** Never rejects but where Telegram does not take the answer. The caller checks who asks, and where. */
export async function refreshPages(parts: Parts, message: Message, wanted: string): Promise<void> {
  const { app, durable, operations, signal, logger } = parts;
  const language = languageOfUser(message.from);
  const place = placeOf(message);
  const scope = scopeOf(rightsOf(message.from, parts.settings));
  const { chat, message_id: messageId } = message;
  const cardId = await app.uploads.open({
    key: `${chat.id}:refresh ${messageId}`,
    who: `telegram ${message.from?.id}`,
    chatId: chat.id,
    language,
  });
  const drawn = { cardId, place, language, scope };
  await announceCard(parts, drawn, messageId);
  let told: string;
  try {
    const report = await app.uploads.refresh({ cardId, wanted, scope, signal });
    told = renderRefresh(report, language);
    if (report.changed > 0) {
      await drawCard(parts, drawn);
      if (report.failed.length > 0) await sendMessage(durable, place, plainMessage(told));
      return;
    }
  } catch (error) {
    signal.throwIfAborted();
    logger.warn("Pages could not be refreshed", { error });
    told = `⚠️ ${kindSentence(error, language)}`;
  }
  const card = await operations.uploads.card(cardId);
  if (card?.messageId === undefined) return;
  await replaceMessage(durable, place, card.messageId, plainMessage(told));
  await app.uploads.discard(cardId);
}
