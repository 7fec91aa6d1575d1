import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Envelope } from "../call-method.ts";
import type { FakeTelegram } from "../fake-telegram.ts";
import { openPrivateChat } from "../open-private-chat.ts";
import { refusal } from "../refusal.ts";

let telegram: FakeTelegram;
let call: (method: string, args?: object) => Promise<Envelope>;

beforeEach(async () => {
  ({ telegram, call } = await openPrivateChat());
});
afterEach(() => telegram.close());

describe("the webhook", () => {
  test.each([
    [{ url: "http://a.example" }, "bad webhook: An HTTPS URL must be provided for webhook"],
    [
      { url: "https://a.example:9000" },
      "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ],
    [{ url: "https://127.0.0.1:8443/x" }, "bad webhook: IP address 127.0.0.1 is reserved"],
    [{ url: "http://127.0.0.1:8080/x" }, "bad webhook: An HTTPS URL must be provided for webhook"],
    [
      { url: "https://a.example", secret_token: "a b" },
      "secret token contains unallowed characters",
    ],
  ])("is refused: %j", async (options, reason) => {
    expect(refusal(await call("setWebhook", options))).toBe(`400 Bad Request: ${reason}`);
  });
});
