import { describe, expect, test } from "vitest";
import {
  parseSourceButton,
  parseStartParameter,
  sourceButtonData,
  sourceLink,
} from "../../../bot/telegram/callback-data.ts";
import { maxCallbackBytes } from "../../../bot/telegram/limits.ts";

describe("sourceButtonData", () => {
  test("comes back as it went, within Telegram's bytes", () => {
    const button = { answerId: "x".repeat(48), n: 9999 };
    const text = sourceButtonData(button);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxCallbackBytes);
    expect(parseSourceButton(text)).toEqual(button);
  });

  test.each(["", "s:", "s:abc", "s:abc:x", "s:a b:1", "v:abc:1"])("refuses %j", (text) => {
    expect(parseSourceButton(text)).toBe(undefined);
  });
});

describe("sourceLink", () => {
  test("leads back to the sentence", () => {
    const link = sourceLink("wenju_bot", "0123456789abcdef-0123456789ab");
    expect(link).toBe("https://t.me/wenju_bot?start=s_0123456789abcdef-0123456789ab");
    expect(parseStartParameter(link?.split("=")[1] ?? "")).toBe("0123456789abcdef-0123456789ab");
  });

  test.each(["a b", "句", "x".repeat(63)])("has none for the id %j", (id) => {
    expect(sourceLink("wenju_bot", id)).toBe(undefined);
  });

  test.each(["", "x_abc", "s_", "s_a b"])("opens nothing for the parameter %j", (parameter) => {
    expect(parseStartParameter(parameter)).toBe(undefined);
  });
});
