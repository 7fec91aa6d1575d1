/** Lets another folder be chosen for the files of a card, which are then read at their new place. */

import type { OutgoingMessage } from "../outgoing-message.ts";
import { plainMessage } from "../outgoing-message.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place.ts";
import { replaceMessage } from "../replace-message.ts";
import { mayChange } from "../rights.ts";
import type { ButtonHandler, Tap } from "../route-callback.ts";
import { telegramTexts } from "../texts.ts";
import { joinPath } from "../../uploads/upload-path.ts";
import { cardTexts } from "./card-texts.ts";
import { drawCard, isHalfRead } from "./draw-card.ts";
import { scopeOf } from "./read-upload.ts";
import { touchCard } from "./touch-card.ts";
import { folderButtons } from "./upload-buttons.ts";

export const showFolders: ButtonHandler<"uploadFolders"> = async (parts, tap, { cardId, page }) => {
  const touched = await touchCard(parts, tap, cardId);
  if (touched.kind === "refused") return touched.reaction;
  const { card, rights } = touched;
  const { language } = tap;
  const words = cardTexts[language];
  if (card.state !== "staged") return { notice: { text: words.decided, isAlert: true } };
  return {
    follow: async () => {
      const folders =
        page === 0 ? await parts.app.uploads.offerFolders(cardId, scopeOf(rights)) : card.choices;
      const buttons = folderButtons(cardId, folders, { page, language });
      await becomes(parts, tap, { ...plainMessage(words.chooseFolder), buttons });
    },
  };
};

export const chooseFolder: ButtonHandler<"uploadFolder"> = async (
  parts,
  tap,
  { cardId, choice },
) => {
  const touched = await touchCard(parts, tap, cardId);
  if (touched.kind === "refused") return touched.reaction;
  const { card, rights } = touched;
  const { language, message } = tap;
  const words = cardTexts[language];
  if (card.state !== "staged") return { notice: { text: words.decided, isAlert: true } };
  if (isHalfRead(card)) return { notice: { text: words.stillReading, isAlert: true } };
  const folder = card.choices[choice];
  if (folder === undefined) {
    return { notice: { text: telegramTexts[language].buttonUnknown, isAlert: true } };
  }
  // Rights may have changed since the folders were offered.
  const isTheirs = card.uploads.every(({ name }) => mayChange(rights, joinPath(folder, name)));
  if (!isTheirs) return { notice: { text: telegramTexts[language].adminsOnly, isAlert: true } };
  return {
    notice: { text: words.moving },
    follow: async () => {
      await parts.app.uploads.moveTo(cardId, folder);
      const place = placeOf(message);
      await drawCard(parts, { cardId, place, language, scope: scopeOf(rights) });
    },
  };
};

async function becomes({ durable }: Parts, { message }: Tap, shown: OutgoingMessage) {
  await replaceMessage(durable, placeOf(message), message.message_id, shown);
}
