/** The card on which an admin allows a chat, or sends the bot away from it. */

import { FormattedString } from "@grammyjs/parse-mode";
import type { Chat, Message, User } from "grammy/types";
import type { KnownChat } from "../operations/chats.ts";
import type { Language } from "../text/language.ts";
import { buttonData } from "./callback-data.ts";
import { clip } from "./clip.ts";
import { groupTexts } from "./group-texts.ts";
import { maxLineUnits, maxTitleUnits } from "./limits.ts";
import { asMessage, plainMessage, type OutgoingMessage } from "./outgoing-message.ts";
import { plain } from "./render-source-line.ts";

export interface Offer {
  readonly chat: Chat;
  /** Absent where a channel or an anonymous administrator asks. */
  readonly askedBy: User | undefined;
  readonly nonce: string;
}

export function renderOffer({ chat, askedBy, nonce }: Offer, language: Language): OutgoingMessage {
  const words = groupTexts[language].offer;
  const isPerson = chat.type === "private";
  const lines = [
    plain(isPerson ? words.person : words.group),
    FormattedString.bold(isPerson ? nameOf(chat) : clip(oneLine(chat.title ?? ""), maxTitleUnits)),
    plain(`${chat.type} · ${chat.id}`),
    ...(askedBy === undefined || isPerson ? [] : [plain(words.askedBy(nameOf(askedBy)))]),
  ];
  const buttons = [
    { text: words.allow, callback_data: buttonData({ kind: "allowChat", nonce }) },
    {
      text: isPerson ? words.refuse : words.leave,
      callback_data: buttonData({ kind: "refuseChat", nonce }),
    },
  ];
  return asMessage(FormattedString.join(lines, "\n"), { inline_keyboard: [buttons] });
}

/** What was decided, in one line. @param by name of who did, where they are known */
export function renderDecision(
  { decision, by }: NonNullable<KnownChat["decided"]>,
  language: Language,
  name?: string,
): string {
  const words = groupTexts[language].offer;
  return words[decision](name ?? words.admin(by));
}

/** The card as it was, with what was decided and without buttons. */
export function decidedCard(card: Message | undefined, decision: string): OutgoingMessage {
  if (card?.text === undefined) return plainMessage(decision);
  return { text: `${card.text}\n\n${decision}`, entities: card.entities ?? [] };
}

/** `Li Ming (@liming, 123)` */
export function nameOf({
  first_name: first,
  last_name: last,
  username,
  id,
}: Pick<User, "first_name" | "last_name" | "username" | "id">): string {
  const name = oneLine([first, last].filter((part) => part !== undefined).join(" "));
  const handle = username === undefined ? "" : `@${username}, `;
  return clip(`${name} (${handle}${id})`, maxLineUnits);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
