import { describe, expect, test } from "vitest";
import { buttonData, parseButton, type Button } from "../../../bot/telegram/callback-data.ts";
import { maxCallbackBytes } from "../../../bot/telegram/limits.ts";

const answerId = "Ab_dEf-12345";

describe("buttonData", () => {
  test.each<Button>([{ kind: "source", answerId, n: 9999 }])(
    "comes back as it went, within Telegram's bytes: $kind",
    (button) => {
      const data = buttonData(button);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(maxCallbackBytes);
      expect(parseButton(data)).toEqual(button);
    },
  );
});

describe("parseButton", () => {
  test.each(["", "s:", "s:abc", `s:${answerId}:x`, `s:${answerId}:1:2`, "s:a b:1", "__proto__"])(
    "knows no button with %j",
    (data) => {
      expect(parseButton(data)).toBe(undefined);
    },
  );
});
