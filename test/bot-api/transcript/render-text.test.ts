import type { MessageEntity } from "grammy/types";
import { describe, expect, test } from "vitest";
import { renderText } from "./render-text.ts";

describe("renderText", () => {
  test.each<[string, readonly MessageEntity[], string]>([
    [
      "[1] Leave",
      [
        { type: "text_link", offset: 0, length: 3, url: "https://a.example" },
        { type: "bold", offset: 4, length: 5 },
      ],
      "[[1]](https://a.example) **Leave**",
    ],
    ["one\ntwo\nafter", [{ type: "blockquote", offset: 0, length: 7 }], "▌one\n▌two\nafter"],
    ["one\ntwo", [{ type: "expandable_blockquote", offset: 0, length: 7 }], "▌… one\n▌two"],
    [
      "both",
      [
        { type: "bold", offset: 0, length: 4 },
        { type: "italic", offset: 0, length: 4 },
      ],
      "**_both_**",
    ],
    ["see /ask", [{ type: "bot_command", offset: 4, length: 4 }], "see /ask"],
  ])("marks %j", (text, entities, expected) => {
    expect(renderText(text, entities)).toBe(expected);
  });
});
