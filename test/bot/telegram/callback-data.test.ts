import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Button, buttonData, parseButton } from "../../../bot/telegram/callback-data.ts";
import { maxCallbackBytes } from "../../../bot/telegram/limits.ts";

const answerId = "Ab_dEf-12345";
const sentenceId = "0123456789abcdef-0123456789ab";
const cited = { kind: "cited" } as const;
const far = { kind: "upTo", localId: "0123456789ab", part: 12 } as const;
const source = { kind: "citation", answerId, n: 9999 } as const;
const largestId = 999_999_999_999_999;

const documentId = "0123456789abcdef";
const buttons: readonly Button[] = [
  { kind: "source", answerId, n: 9999 },
  { kind: "read", isInAnswer: true, source, view: cited },
  { kind: "read", isInAnswer: true, source, view: { ...far, kind: "from" } },
  { kind: "read", isInAnswer: false, source, view: { kind: "outline" } },
  { kind: "read", isInAnswer: false, source: { kind: "sentence", sentenceId }, view: far },
  { kind: "back", answerId },
  { kind: "close", answerId },
  { kind: "close", answerId: undefined },
  { kind: "more", answerId, page: 12, isInAnswer: false },
  { kind: "vote", answerId, vote: "down" },
  { kind: "reason", answerId, reason: "outdated" },
  { kind: "tellMe", answerId },
  { kind: "golden", answerId },
  { kind: "unanswered", days: 365, page: 1999 },
  { kind: "unanswered", days: 365, page: 1999, act: { name: "golden", answerId } },
  { kind: "unanswered", days: 30, page: 0, act: { name: "settle", answerId } },
  { kind: "stop", questionId: largestId },
  { kind: "forget", userId: largestId, isConfirmed: true },
  { kind: "upload", cardId: answerId, act: "index" },
  { kind: "upload", cardId: answerId, act: "discard" },
  { kind: "upload", cardId: answerId, act: "card" },
  { kind: "uploadFolders", cardId: answerId, page: 9999 },
  { kind: "uploadFolder", cardId: answerId, choice: 9999 },
  { kind: "allowChat", nonce: answerId },
  { kind: "refuseChat", nonce: answerId },
  { kind: "cancelLoad", loadId: 12 },
  { kind: "confirm", nonce: answerId, isConfirmed: true },
  { kind: "confirm", nonce: answerId, isConfirmed: false },
  { kind: "docs", view: { kind: "list", searchId: undefined, page: 0 } },
  { kind: "docs", view: { kind: "document", documentId, searchId: answerId, page: 99_999 } },
  { kind: "docs", view: { kind: "remove", documentId } },
  { kind: "docs", view: { kind: "removed", page: 7 } },
  { kind: "docs", view: { kind: "bringBack", documentId } },
  { kind: "docs", view: { kind: "forgetOlder" } },
];

describe("buttonData", () => {
  test.each(buttons)("comes back as it went, within Telegram's bytes: %j", (button) => {
    const data = buttonData(button);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(maxCallbackBytes);
    expect(parseButton(data)).toEqual(button);
  });
});

describe("parseButton", () => {
  test.each([
    "",
    "s:",
    "s:abc",
    `s:${answerId}:x`,
    `s:${answerId}:1:2`,
    "s:a b:1",
    `b:${answerId}:1`,
    `r:z:${sentenceId}:c`,
    `r:i:${answerId}.1.2:c`,
    `r:i:${sentenceId}:fABC`,
    `v:${answerId}:maybe`,
    `w:${answerId}:because`,
    "x:-5",
    "n:short",
    `n:${answerId}:1`,
    "g:a:short",
    `g:a:${answerId}:1`,
    "g:p:0:1",
    "g:p:30:x",
    `g:p:30:1:${answerId}`,
    "g:s:30:1",
    `g:q:30:1:${answerId}`,
    "f:12:perhaps",
    `u:${answerId}`,
    `u:${answerId}:z`,
    `u:${answerId}:i:1`,
    `u:${answerId}:f`,
    `u:${answerId}:f:-1`,
    `u:${answerId}:f:1:2`,
    "u:abc:i",
    "__proto__",
    "a:",
    `a:${answerId}:1`,
    "d:short",
    "t:short:yes",
    `t:${answerId}:maybe`,
    `t:${answerId}`,
    `t:${answerId}:yes:1`,
    "k:l:-",
    "k:l:-:1:2",
    `k:d:${answerId}:-:1`,
    "k:x:../secret",
    "k:p:1",
    "constructor:a",
  ])("knows no button with %j", (data) => {
    expect(parseButton(data)).toBe(undefined);
  });

  test("takes nothing that it would not have made", () => {
    const letters = fc.constantFrom(
      "s",
      "r",
      "b",
      "c",
      "m",
      "v",
      "w",
      "x",
      "f",
      "a",
      "d",
      "k",
      "n",
      "g",
      "q",
    );
    const field = fc.oneof(
      fc.constantFrom(
        documentId,
        answerId,
        `${answerId}.1`,
        sentenceId,
        "i",
        "o",
        "c",
        "d",
        "up",
        "yes",
        "7",
      ),
      fc.string({ maxLength: 12 }),
    );
    const forged = fc
      .tuple(letters, fc.array(field, { maxLength: 4 }))
      .map(([letter, fields]) => [letter, ...fields].join(":"));
    const isOurs = (data: string): boolean => {
      const button = parseButton(data);
      return button === undefined || isDeepStrictEqual(parseButton(buttonData(button)), button);
    };
    expect(fc.check(fc.property(forged, isOurs)).counterexample).toBe(null);
  });
});
