import { describe, expect, test } from "vitest";
import { parseStartLink, startLink } from "../../../bot/telegram/start-link.ts";

const sentenceId = "0123456789abcdef-0123456789ab";

function parameterOf(url: string | undefined): string {
  return url?.split("=")[1] ?? "";
}

describe("startLink", () => {
  test("leads back to the sentence", () => {
    const link = { kind: "sentence", sentenceId } as const;
    const url = startLink("wenju_bot", link);
    expect(url).toBe("https://t.me/wenju_bot?start=s_0123456789abcdef-0123456789ab");
    expect(parseStartLink(parameterOf(url))).toEqual(link);
  });

  test.each(["a b", "句", "x".repeat(63)])("has none for the id %j", (id) => {
    expect(startLink("wenju_bot", { kind: "sentence", sentenceId: id })).toBe(undefined);
  });

  test.each(["", "x_abc", "s_", "s_a b"])("opens nothing for the parameter %j", (parameter) => {
    expect(parseStartLink(parameter)).toBe(undefined);
  });
});
