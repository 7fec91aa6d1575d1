/** Carries out what an admin presses on the card about a chat; the first press of any admin counts. */

import type { ChatDecision, KnownChat } from "../operations/chats.ts";
import type { Button } from "./callback-data.ts";
import { groupTexts } from "./group-texts.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { decidedCard, nameOf, renderDecision } from "./render-offer.ts";
import type { Reaction, Tap } from "./route-callback.ts";
import { editMessage, sendMessage } from "./send-message.ts";
import { isAdmin } from "./speaker.ts";
import { telegramTexts } from "./texts.ts";

export async function decideChat(
  parts: Parts,
  tap: Tap,
  button: Extract<Button, { kind: "allowChat" | "refuseChat" }>,
): Promise<Reaction> {
  const { chats } = parts.operations;
  const words = telegramTexts[tap.language];
  if (!isAdmin(tap.user, parts.settings)) {
    return { notice: { text: words.adminsOnly, isAlert: true } };
  }
  const known = await chats.findByNonce(button.nonce);
  if (known === undefined) return { notice: { text: words.buttonUnknown, isAlert: true } };
  const wanted: ChatDecision = button.kind === "allowChat" ? "allowed" : "refused";
  const standing = known.decided ?? (await chats.decide(known.chatId, wanted, tap.user.id)).decided;
  if (standing === undefined) return { notice: { text: words.buttonUnknown, isAlert: true } };
  const isFirst = known.decided === undefined && standing.by === tap.user.id;
  const told = renderDecision(standing, tap.language, isFirst ? nameOf(tap.user) : undefined);
  return {
    notice: { text: told, isAlert: !isFirst },
    follow: async () => {
      if (isFirst) await carryOut(parts, tap, known, wanted);
      await showOnCard(parts, tap, told);
    },
  };
}

async function showOnCard({ durable, logger }: Parts, tap: Tap, decision: string): Promise<void> {
  const { message } = tap;
  const card = "text" in message ? message : undefined;
  try {
    const edited = decidedCard(card, decision);
    await editMessage(durable, message.chat.id, message.message_id, edited);
  } catch (error) {
    logger.info("A card could not be edited after its decision", { error });
  }
}

async function carryOut(
  { durable, operations, logger }: Parts,
  { user, language }: Tap,
  { chatId }: KnownChat,
  decision: ChatDecision,
): Promise<void> {
  const act = decision === "allowed" ? "allow chat" : "leave chat";
  await operations.audit.append({ who: `telegram ${user.id}`, act, details: { chatId } });
  try {
    if (decision === "allowed") {
      await sendMessage(durable, { chatId }, plainMessage(groupTexts[language].nowAllowed));
    } else if (chatId < 0) {
      await durable.leaveChat(chatId);
    }
  } catch (error) {
    logger.warn("A chat could not be told, or left, after the decision", { error, chatId });
  }
}
