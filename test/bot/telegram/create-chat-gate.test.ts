import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";
import { createChatGate } from "../../../bot/telegram/create-chat-gate.ts";
import { tempFolder } from "../../retrieval/loading/temp-folder.ts";

const group = -100;
const admin = 7;

let operations: Operations;
beforeEach(async () => {
  const url = pathToFileURL(join(await tempFolder(), "operations.db")).href;
  operations = await openOperations({ url });
});
afterEach(() => operations.close());

function gateOf(...allowedChats: readonly number[]) {
  return createChatGate({ settings: { allowedChats }, operations });
}

describe("createChatGate", () => {
  test("lets everybody in where no chats are named", async () => {
    expect(await gateOf().standing(group)).toBe("allowed");
  });

  test("knows the named chats, and what admins decided about others", async () => {
    const gate = gateOf(-5);
    expect(await gate.standing(-5)).toBe("allowed");
    expect(await gate.standing(group)).toBe("unknown");
    await operations.chats.markTold(group);
    expect(await gate.standing(group)).toBe("told");
    await operations.chats.decide(group, "allowed", admin);
    expect(await gate.standing(group)).toBe("allowed");
    await operations.chats.decide(-6, "refused", admin);
    expect(await gate.standing(-6)).toBe("refused");
  });

  test("the first decision stands", async () => {
    await operations.chats.decide(group, "refused", admin);
    const standing = await operations.chats.decide(group, "allowed", 8);
    expect(standing.decided).toMatchObject({ decision: "refused", by: admin });
    expect(await gateOf(-5).standing(group)).toBe("refused");
  });

  test("is closed to what was said before the bot was removed, until it is back", async () => {
    const gate = gateOf();
    await operations.chats.markGone(group, new Date(50_000));
    expect(await gate.standing(group, 49)).toBe("gone");
    expect(await gate.standing(group, 51)).toBe("allowed");
    await operations.chats.markGone(group, undefined);
    expect(await gate.standing(group, 49)).toBe("allowed");
  });

  test("a chat that moved is what it was, and asked about by one nonce", async () => {
    const gate = gateOf(-5);
    await operations.chats.decide(group, "allowed", admin);
    await operations.chats.follow(group, -200);
    await operations.chats.follow(group, -200);
    expect(await gate.standing(-200)).toBe("allowed");
    const nonce = await operations.chats.nonce(-200);
    expect(await operations.chats.nonce(-200)).toBe(nonce);
    expect((await operations.chats.findByNonce(nonce))?.chatId).toBe(-200);
    expect(await operations.chats.findByNonce("AAAAAAAAAAAA")).toBe(undefined);
  });
});
