import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fetchNatively } from "../../../bot/telegram/fetch-natively.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** A call that nothing but its answer, or the test's own time, brings to an end. */
function openApi(): Api {
  const { apiRoot, token } = stage.telegram;
  return new Api(token, { apiRoot, fetch: fetchNatively });
}

describe("fetchNatively", () => {
  test("fails a call whose answer breaks off in its middle", async () => {
    stage.telegram.fault({ method: "getMe", status: "torn" });
    await expect(openApi().getMe()).rejects.toThrow("Network request for 'getMe' failed");
  });

  test("ends a call when its signal is given", async () => {
    const stop = new AbortController();
    const polling = openApi().getUpdates({ timeout: 50 }, stop.signal as never);
    await stage.telegram.polled();
    stop.abort();
    await expect(polling).rejects.toThrow("Network request for 'getUpdates' failed");
  });

  test("lets the bot go on after a poll whose answer broke off", async () => {
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    stage.telegram.fault({ method: "getUpdates", status: "torn" });
    await ann.in(chat).says("哪年开馆？");
    stage.start();
    expect((await chat.nextBotMessage()).text).toContain("1985年5月18日开馆");
  });
});
