/** Follows the bot's own coming and going: greets, asks to be allowed, or keeps quiet. */

import type { ChatMember, ChatMemberUpdated } from "grammy/types";
import type { ChatGate } from "./create-chat-gate.ts";
import { groupTexts } from "./group-texts.ts";
import type { OfferAsked } from "./offer-to-allow.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { sendMessage } from "./send-message.ts";
import { isAdmin, languageOfUser } from "./speaker.ts";

export interface MembershipRooms {
  readonly gate: ChatGate;
  readonly offerToAllow: (asked: OfferAsked) => Promise<void>;
}

/**
 * Added to a group: a greeting, once a chat, where it is allowed; else the offer, or away again where
 * an admin has refused it. An admin who adds the bot allows the chat by it. Removed or blocked: what
 * was asked before stays unanswered.
 */
export async function followMembership(
  parts: Parts,
  { gate, offerToAllow }: MembershipRooms,
  { chat, from, date, old_chat_member: before, new_chat_member: after }: ChatMemberUpdated,
): Promise<void> {
  const { chats } = parts.operations;
  if (isIn(before) === isIn(after)) return;
  if (!isIn(after)) return chats.markGone(chat.id, new Date(date * 1000));
  await chats.markGone(chat.id, undefined);
  // A person is greeted by /start, and a channel's readers cannot ask.
  if (chat.type === "private" || chat.type === "channel") return;

  const standing = await gate.standing(chat.id);
  const isUndecided = standing === "unknown" || standing === "told";
  if (isUndecided && isAdmin(from, parts.settings)) await chats.decide(chat.id, "allowed", from.id);
  const language = languageOfUser(from);
  const place = { chatId: chat.id };
  switch (await gate.standing(chat.id)) {
    case "allowed": {
      if (!(await chats.greet(chat.id))) return;
      const greeting = groupTexts[language].greeting(parts.me.username);
      await sendMessage(parts.durable, place, plainMessage(greeting));
      return;
    }
    case "unknown":
      return offerToAllow({ chat, place, askedBy: from, language });
    case "refused":
      await parts.durable.leaveChat(chat.id);
      return;
    case "told":
    case "gone":
    case "off":
      return;
  }
}

function isIn(member: ChatMember): boolean {
  if (member.status === "restricted") return member.is_member;
  return member.status !== "left" && member.status !== "kicked";
}
