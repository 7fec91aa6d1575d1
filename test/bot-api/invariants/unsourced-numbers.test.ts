import type { MessageEntity } from "grammy/types";
import { describe, expect, test } from "vitest";
import { unsourcedNumbers } from "./unsourced-numbers.ts";

type Shown = Parameters<typeof unsourcedNumbers>[0];

/** Text between ▌ and ▐ becomes a quote, `[n]` a link. */
function shown(marked: string, labels: readonly string[] = []): Shown {
  const entities: MessageEntity[] = [];
  let text = "";
  let start = 0;
  for (const character of marked) {
    if (character === "▌") start = text.length;
    else if (character !== "▐") text += character;
    else entities.push({ type: "blockquote", offset: start, length: text.length - start });
  }
  for (const match of text.matchAll(/\[\d+\]/gu)) {
    const place = { offset: match.index, length: match[0].length };
    entities.push({ type: "text_link", url: "https://t.me/b?start=s_1", ...place });
  }
  const row = labels.map((label) => ({ text: label, callback_data: label }));
  return { text, entities, reply_markup: { inline_keyboard: [row] } };
}

describe("unsourcedNumbers", () => {
  test.each<[string, Shown]>([
    [
      "statements above their sources",
      shown("Leave is 28 days [1][2].\n\n[1] Policy\n▌a▐\n\n[2] FAQ\n▌b▐"),
    ],
    ["quotes above their source lines", shown("▌a▐\n[1] Policy · 2024\n\n▌b▐\n[2] FAQ")],
    [
      "a neighbour between line and quote",
      shown("28 [1]\n\n[1] Policy\nBefore it.\n▌a▐\nalso in 2 more"),
    ],
    [
      "a long sentence behind its button",
      shown("28 [1]\n\n[1] Policy\ntap 📖 1 to read", ["📖 1"]),
    ],
    ["sources the message owns up to", shown("28 [1][2][3]\n\n[1] Policy\n▌a▐\n\n＋2 more", [])],
    ["numbers and empty lines inside a quote", shown("28 [1]\n\n[1] Policy\n▌see [7]\n\n[8] x▐")],
    ["brackets in a title", shown("28 [1]\n\n[1] [9] Policy [9].pdf\n▌a▐")],
    ["no numbers", shown("▌a▐")],
  ])("is content with %s", (_what, message) => {
    expect(unsourcedNumbers(message)).toEqual([]);
  });

  test.each<[string, Shown, readonly number[]]>([
    ["a number without a line", shown("28 [1][2]\n\n[1] Policy\n▌a▐"), [2]],
    ["a line without a quote", shown("28 [1]\n\n[1] Policy"), [1]],
    ["a quote in another block", shown("28 [1]\n\n[1] Policy\n\n▌a▐"), [1]],
    ["one quote for two lines", shown("28 [1]\n\n[1] Policy\n[2] FAQ\n▌a▐"), [1, 2]],
    ["a button that is not there", shown("28 [1]\n\n[1] Policy\ntap 📖 1", ["📖 11"]), [1]],
    ["a button that is not named", shown("28 [1]\n\n[1] Policy", ["📖 1"]), [1]],
    ["more missing than owned up to", shown("28 [1][2][3]\n\n[1] Policy\n▌a▐\n\n+1 more"), [2, 3]],
    ["numbers in place of a source's words", shown("[1] [2]\n▌a▐"), [1, 2]],
  ])("tells %s", (_what, message, missing) => {
    expect(unsourcedNumbers(message)).toEqual(missing);
  });

  test("takes another line for a quote in a text without looks, and prose for prose", () => {
    expect(unsourcedNumbers({ text: "28 days\n[1] Policy" })).toEqual([]);
    expect(unsourcedNumbers({ text: "28 days [2]\n\n[1] Policy\na" })).toEqual([2]);
    expect(unsourcedNumbers({ text: "The [1] and [2] belong to sentences below." })).toEqual([]);
  });
});
