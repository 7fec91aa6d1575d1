/** Finds the card that a press belongs to, and says whether this person may change it. */

import type { UploadCard } from "../../operations/upload-rows.ts";
import type { Parts } from "../parts.ts";
import { mayChange, type Rights, rightsOf } from "../rights.ts";
import type { Reaction, Tap } from "../route-callback.ts";
import { telegramTexts } from "../texts.ts";

export type TouchedCard =
  | { readonly kind: "card"; readonly card: UploadCard; readonly rights: Rights }
  | { readonly kind: "refused"; readonly reaction: Reaction };

/** A card is pressed in its own chat, by whom all its files are theirs to change. */
export async function touchCard(
  { app, settings }: Pick<Parts, "app" | "settings">,
  { user, language, message, isPrivate }: Tap,
  cardId: string,
): Promise<TouchedCard> {
  const { adminsOnly, buttonUnknown } = telegramTexts[language];
  const refused = (text: string): TouchedCard => ({
    kind: "refused",
    reaction: { notice: { text, isAlert: true } },
  });
  const rights = rightsOf(user, settings);
  if (rights.role === "reader") return refused(adminsOnly);
  const card = isPrivate ? await app.uploads.card(cardId) : undefined;
  if (card === undefined || card.chatId !== message.chat.id) return refused(buttonUnknown);
  const isTheirs = card.uploads.every(({ path }) => path === undefined || mayChange(rights, path));
  return isTheirs ? { kind: "card", card, rights } : refused(adminsOnly);
}
