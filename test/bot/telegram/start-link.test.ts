import { describe, expect, test } from "vitest";
import { parseStartLink, type StartLink, startLink } from "../../../bot/telegram/start-link.ts";

const answerId = "Ab_dEf-1_345";
const sentenceId = "0123456789abcdef-0123456789ab";

const links: readonly StartLink[] = [
  { kind: "sentence", sentenceId },
  { kind: "citation", answerId, n: 12, sentenceId },
  { kind: "more", answerId, page: 2 },
  { kind: "forget" },
];

describe("startLink", () => {
  test.each(links)("leads back to what it names: %j", (link) => {
    const url = startLink("wenju_bot", link);
    expect(url).toMatch(/^https:\/\/t\.me\/wenju_bot\?start=[\w-]{1,64}$/u);
    expect(parseStartLink(url!.split("=")[1]!)).toEqual(link);
  });

  test.each(["a b", "句", "x".repeat(63)])("has none for the id %j", (id) => {
    expect(startLink("wenju_bot", { kind: "sentence", sentenceId: id })).toBe(undefined);
  });

  test.each(["", "x_abc", "s_", "s_a b", "c_short_1_abc", `m_${answerId}`, "forgetful"])(
    "opens nothing for the parameter %j",
    (parameter) => {
      expect(parseStartLink(parameter)).toBe(undefined);
    },
  );
});
