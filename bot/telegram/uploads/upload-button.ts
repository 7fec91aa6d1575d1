/** What the buttons on the card of an upload carry. */

import { isNumber } from "../button-fields.ts";

export type UploadButton =
  /** On the card of an upload: a decision, or back from the folders to the card. */
  | {
      readonly kind: "upload";
      readonly cardId: string;
      readonly act: "index" | "discard" | "card";
    }
  /** A page of the folders to choose from, from 0. */
  | { readonly kind: "uploadFolders"; readonly cardId: string; readonly page: number }
  /** One of the folders that the card offered, from 0. */
  | { readonly kind: "uploadFolder"; readonly cardId: string; readonly choice: number };

const letters = { index: "i", discard: "d", card: "c" } as const;

/** Undefined where no button of ours carries this. */
export function parseUploadButton(
  cardId: string,
  letter = "",
  n?: string,
): UploadButton | undefined {
  if (letter === "p" && isNumber(n)) return { kind: "uploadFolders", cardId, page: Number(n) };
  if (letter === "f" && isNumber(n)) return { kind: "uploadFolder", cardId, choice: Number(n) };
  const act = (["index", "discard", "card"] as const).find((one) => letters[one] === letter);
  return act === undefined || n !== undefined ? undefined : { kind: "upload", cardId, act };
}

/** The fields behind the letter of uploads. */
export function uploadFields(button: UploadButton): readonly (string | number)[] {
  switch (button.kind) {
    case "upload":
      return [button.cardId, letters[button.act]];
    case "uploadFolders":
      return [button.cardId, "p", button.page];
    case "uploadFolder":
      return [button.cardId, "f", button.choice];
  }
}
