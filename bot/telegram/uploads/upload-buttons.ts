/** The buttons under the card of an upload. */

import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { UploadCard } from "../../operations/upload-rows.ts";
import type { Language } from "../../text/language.ts";
import { uploadTexts } from "../../text/upload-texts.ts";
import { isTakeable } from "../../uploads/prepare-card.ts";
import { clip } from "../clip.ts";
import { buttonData } from "../callback-data.ts";
import { cardTexts } from "./card-texts.ts";

const foldersOnPage = 8;
const maxLabelUnits = 50;

/** Undefined where there is nothing to decide about. */
export function cardButtons(
  card: UploadCard,
  language: Language,
): InlineKeyboardMarkup | undefined {
  if (!card.uploads.some(isTakeable)) return undefined;
  const { id: cardId } = card;
  const words = cardTexts[language];
  const button = (act: "index" | "discard" | "folders", text: string): InlineKeyboardButton => ({
    text,
    callback_data: buttonData(
      act === "folders"
        ? { kind: "uploadFolders", cardId, page: 0 }
        : { kind: "upload", cardId, act },
    ),
    ...(act === "index" ? { style: "success" } : {}),
  });
  return {
    inline_keyboard: [
      [button("index", words.index), button("discard", words.discard)],
      [button("folders", words.folders)],
    ],
  };
}

/** For a card whose load did not finish. */
export function againButton(cardId: string, language: Language): InlineKeyboardMarkup {
  const callback_data = buttonData({ kind: "upload", cardId, act: "index" });
  return { inline_keyboard: [[{ text: cardTexts[language].again, callback_data }]] };
}

/** @param folders all of them, as the card remembers them */
export function folderButtons(
  cardId: string,
  folders: readonly string[],
  { page, language }: { readonly page: number; readonly language: Language },
): InlineKeyboardMarkup {
  const words = cardTexts[language];
  const first = page * foldersOnPage;
  const rows: InlineKeyboardButton[][] = folders
    .slice(first, first + foldersOnPage)
    .map((folder, at) => [
      {
        text: `📁 ${clip(folder === "" ? uploadTexts[language].root : folder, maxLabelUnits)}`,
        callback_data: buttonData({ kind: "uploadFolder", cardId, choice: first + at }),
      },
    ]);
  const back: InlineKeyboardButton = {
    text: words.back,
    callback_data: buttonData({ kind: "upload", cardId, act: "card" }),
  };
  const hasMore = folders.length > first + foldersOnPage;
  const more: InlineKeyboardButton[] = hasMore
    ? [
        {
          text: words.morePages,
          callback_data: buttonData({ kind: "uploadFolders", cardId, page: page + 1 }),
        },
      ]
    : [];
  return { inline_keyboard: [...rows, [back, ...more]] };
}
