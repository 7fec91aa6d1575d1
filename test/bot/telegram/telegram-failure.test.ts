import { Api, GrammyError, HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import { fetchNatively } from "../../../bot/telegram/fetch-natively.ts";
import { isSurelyUnsent, telegramFailure } from "../../../bot/telegram/telegram-failure.ts";
import { openFakeBotApi } from "../../bot-api/fake-bot-api.ts";

function refusal(error_code: number, description: string, retry_after?: number): GrammyError {
  const parameters = retry_after === undefined ? {} : { parameters: { retry_after } };
  return new GrammyError("failed", { ok: false, error_code, description, ...parameters }, "m", {});
}

describe("telegramFailure", () => {
  test.each([
    [refusal(401, "Unauthorized"), { kind: "token" }],
    [refusal(404, "Not Found"), { kind: "token" }],
    [
      refusal(409, "Conflict: terminated by other getUpdates request"),
      { kind: "conflict", isWebhook: false },
    ],
    [
      refusal(409, "Conflict: can't use getUpdates method while webhook is active"),
      { kind: "conflict", isWebhook: true },
    ],
    [refusal(429, "Too Many Requests", 7), { kind: "flood", waitMs: 7_000 }],
    [refusal(502, "Bad Gateway"), { kind: "unreachable" }],
    [refusal(403, "Forbidden"), { kind: "refused" }],
    [new HttpError("lost", new Error("reset")), { kind: "unreachable" }],
    [new TypeError("a slip"), { kind: "refused" }],
  ])("%s", (error, failure) => {
    expect(telegramFailure(error)).toEqual(failure);
  });
});

describe("isSurelyUnsent", () => {
  test("holds where nobody listens", async () => {
    const telegram = await openFakeBotApi();
    await telegram.close();
    const api = new Api("1:token", { apiRoot: telegram.apiRoot, fetch: fetchNatively });
    const error: unknown = await api.getMe().catch((thrown: unknown) => thrown);
    expect(isSurelyUnsent(error)).toBe(true);
  });

  test("does not hold where the answer may have been lost", () => {
    const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
    expect(isSurelyUnsent(new HttpError("lost", reset))).toBe(false);
    const failed = new TypeError("fetch failed", { cause: reset });
    expect(isSurelyUnsent(new HttpError("lost", failed))).toBe(false);
    expect(isSurelyUnsent(refusal(500, "Internal"))).toBe(false);
  });
});
