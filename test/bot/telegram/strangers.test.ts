import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod } from "../../bot-api/call-method.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { buttonData } from "../../../bot/telegram/callback-data.ts";
import { createFakeDesk } from "./fake-desk.ts";
import type { DocsView } from "../../../bot/telegram/docs-button.ts";
import { makeNotFound } from "./make-answer.ts";
import { makeGeneration, makeLoadReport } from "./make-load-report.ts";
import { openStage, type Stage } from "./open-stage.ts";

const commands = [
  "/generations",
  "/diff",
  "/diff 7 8",
  "/rollback",
  "/rollback 7",
  "/audit",
  "/audit 5",
  "/status",
  "/reload",
  "/reload force",
  "/refresh",
  "/refresh example.com",
  "/reload news/a.txt",
  "/reload all",
  "/scope news/",
  "/docs",
  "/docs removed",
  "/tag",
  "/tag news 年报",
  "/unanswered",
  "/unanswered 90",
  "/check",
  "/digest",
  "/digest off",
];
const offeredChat = -1_009_999;
const refusal = /只有管理员能用/u;

let stage: Stage;
let admin: FakeUser;
let wu: FakeUser;
let done: string[];
beforeEach(async () => {
  stage = await openStage();
  admin = stage.telegram.user({ firstName: "Li" });
  wu = stage.telegram.user({ firstName: "Wu" });
  done = [];
  stage.start({
    adminIds: [admin.id],
    app: {
      generations: async () => [makeGeneration(), makeGeneration({ number: 7 })],
      compare: async () => {
        done.push("compare");
        throw new RangeError("a stranger compares");
      },
      rollback: async () => {
        done.push("rollback");
        return makeGeneration({ number: 9, rolledBackTo: 7 });
      },
      check: async () => {
        done.push("check");
        return [];
      },
      load: async () => {
        done.push("load");
        return makeLoadReport();
      },
      uploads: createFakeDesk({
        card: (id) => stage.operations.uploads.card(id),
        open: async () => {
          done.push("upload opened");
          return "";
        },
        begin: async () => done.push("upload indexed") > 0,
        discard: async () => done.push("upload discarded") > 0,
        offerFolders: async () => {
          done.push("folders offered");
          return [];
        },
        moveTo: async () => void done.push("upload moved"),
      }),
    },
  });
});
afterEach(() => stage.close());

const rollback = { kind: "rollback", from: 8, to: 7 } as const;

/** A confirmation an admin, or whoever is named, was asked for just now. */
function nonceOf(userId: number): Promise<string> {
  const at = new Date();
  return stage.operations.confirmations.ask({ userId, act: rollback, at, validMs: 60_000 });
}

async function rollbackData(nonce: Promise<string> | string, isConfirmed = true): Promise<string> {
  return buttonData({ kind: "confirm", nonce: await nonce, isConfirmed });
}

async function forceData(userId: number): Promise<string> {
  const act = { kind: "force load", path: null, readAll: false } as const;
  const asked = { userId, act, at: new Date(), validMs: 60_000 };
  return rollbackData(stage.operations.confirmations.ask(asked));
}

/** Of a load that another process of this bot does, and which nothing here may end. */
async function cancelData(): Promise<string> {
  await stage.operations.workers.beat("another", 60_000);
  const { id } = await stage.operations.loads.ask(
    {
      key: "k",
      userId: admin.id,
      wanted: { path: undefined, readAll: false, force: false },
      chatId: admin.id,
      threadId: undefined,
      messageId: 1,
      language: "zh",
    },
    { generationBefore: 0, worker: "another" },
  );
  return buttonData({ kind: "cancelLoad", loadId: id });
}

async function chatData(kind: "allowChat" | "refuseChat"): Promise<string> {
  return buttonData({ kind, nonce: await stage.operations.chats.nonce(offeredChat) });
}

/** The card of an admin's upload, in the admin's chat. */
function openCard(): Promise<string> {
  const who = `telegram ${admin.id}`;
  const chatId = stage.telegram.privateChat(admin).id;
  const { uploads } = stage.operations;
  return uploads.openCard({ key: "a card", who, chatId, language: "zh", at: new Date() });
}

async function uploadData(act: "index" | "discard" | "card"): Promise<string> {
  return buttonData({ kind: "upload", cardId: await openCard(), act });
}

async function docsData(view: DocsView): Promise<string> {
  return buttonData({ kind: "docs", view });
}

/** A refusal that an admin got in their own chat. */
function keptAnswer(): Promise<string> {
  const question = { chatId: admin.id, userId: admin.id, question: "哪年开馆？" };
  return stage.operations.answers.save({ ...question, answer: makeNotFound() });
}

function goldenData(answerId: string): string {
  return buttonData({ kind: "golden", answerId });
}

function unansweredData(name?: "golden" | "settle", answerId = ""): string {
  const page = { kind: "unanswered", days: 30, page: 0 } as const;
  return buttonData(name === undefined ? page : { ...page, act: { name, answerId } });
}

/** Presses a button with this data, as a program in the place of Telegram's own would. */
async function forge(callbackData: string, by: FakeUser, chat: FakeChat) {
  await callMethod(stage.telegram, "sendMessage", {
    chat_id: chat.id,
    text: "…",
    reply_markup: { inline_keyboard: [[{ text: "forged", callback_data: callbackData }]] },
  });
  return by.in(chat).taps("forged");
}

async function expectNothingDone(): Promise<void> {
  expect(done).toEqual([]);
  expect(await stage.operations.audit.count()).toBe(0);
}

describe("a stranger", () => {
  test.each(commands)("is kindly refused, alone and in a group: %s", async (command) => {
    const group = stage.telegram.group({ title: "Desk", members: [wu, admin] });
    for (const chat of [stage.telegram.privateChat(wu), group]) {
      await wu.in(chat).says(command);
      expect((await chat.nextBotMessage()).text).toMatch(refusal);
    }
    await expectNothingDone();
  });

  test.each([
    ["an admin's confirmation", () => rollbackData(nonceOf(admin.id))],
    ["an admin's confirmation, to cancel it", () => rollbackData(nonceOf(admin.id), false)],
    ["a confirmation in the stranger's own name", () => rollbackData(nonceOf(wu.id))],
    ["a confirmation nobody was asked for", () => rollbackData("AAAAAAAAAAAA")],
    ["the list of documents", () => docsData({ kind: "list", searchId: undefined, page: 0 })],
    ["a removal", () => docsData({ kind: "remove", documentId: "0123456789abcdef" })],
    [
      "a document brought back",
      () => docsData({ kind: "bringBack", documentId: "0123456789abcdef" }),
    ],
    ["the deletion of older versions", () => docsData({ kind: "forgetOlder" })],
    ["an admin's confirmation of a forced load", () => forceData(admin.id)],
    ["a confirmation of a forced load in the stranger's own name", () => forceData(wu.id)],
    ["Cancel under a load that runs", () => cancelData()],
    ["the card that allows a chat", () => chatData("allowChat")],
    ["the card that refuses a chat", () => chatData("refuseChat")],
    ["an admin's upload, to index it", () => uploadData("index")],
    ["an admin's upload, to discard it", () => uploadData("discard")],
    ["an admin's upload, to look at it", () => uploadData("card")],
    [
      "the folders of an admin's upload",
      async () => buttonData({ kind: "uploadFolders", cardId: await openCard(), page: 0 }),
    ],
    [
      "a folder for an admin's upload",
      async () => buttonData({ kind: "uploadFolder", cardId: await openCard(), choice: 0 }),
    ],
    ["a golden question of an answer", async () => goldenData(await keptAnswer())],
    ["a page of what was not answered", async () => unansweredData()],
    ["a wish for a better answer", async () => unansweredData("golden", await keptAnswer())],
    ["a question to settle", async () => unansweredData("settle", await keptAnswer())],
  ])("changes nothing by a forged button: %s", async (_what, makeData) => {
    const group = stage.telegram.group({ title: "Desk", members: [wu, admin] });
    for (const chat of [stage.telegram.privateChat(wu), group]) {
      expect(await forge(await makeData(), wu, chat)).toMatchObject({
        text: expect.stringMatching(refusal),
        show_alert: true,
      });
    }
    await expectNothingDone();
    expect((await stage.operations.loads.running())?.cancelledBy).toBe(undefined);
    expect((await stage.operations.chats.find(offeredChat))?.decided).toBe(undefined);
    expect(await stage.operations.goldenQuestions.active()).toEqual([]);
  });

  test("leaves an admin's confirmation as it was", async () => {
    const data = await rollbackData(nonceOf(admin.id));
    await forge(data, wu, stage.telegram.privateChat(wu));
    await expectNothingDone();
    const own = stage.telegram.privateChat(admin);
    await forge(data, admin, own);
    await expect.poll(() => done).toEqual(["rollback"]);
  });
});

describe("an admin", () => {
  test.each([
    ["nobody was asked for", () => rollbackData("AAAAAAAAAAAA")],
    ["somebody else was asked for", () => rollbackData(nonceOf(wu.id))],
  ])("goes back by no button that %s", async (_what, makeData) => {
    const chat = stage.telegram.privateChat(admin);
    expect(await forge(await makeData(), admin, chat)).toMatchObject({ show_alert: true });
    await expectNothingDone();
  });

  test("indexes no upload by a button in a group, or that nobody sent", async () => {
    const group = stage.telegram.group({ title: "Desk", members: [admin] });
    expect(await forge(await uploadData("index"), admin, group)).toMatchObject({
      show_alert: true,
    });
    const unknown = buttonData({ kind: "upload", cardId: "AAAAAAAAAAAA", act: "index" });
    const own = stage.telegram.privateChat(admin);
    expect(await forge(unknown, admin, own)).toMatchObject({ show_alert: true });
    await expectNothingDone();
  });

  test("makes nothing golden, and settles nothing, by a button in a group", async () => {
    const group = stage.telegram.group({ title: "Desk", members: [admin] });
    const answerId = await keptAnswer();
    for (const data of [goldenData(answerId), unansweredData("settle", answerId)]) {
      expect(await forge(data, admin, group)).toMatchObject({ show_alert: true });
    }
    await expectNothingDone();
  });

  test("is told of a load that is over, whatever number the button has", async () => {
    const chat = stage.telegram.privateChat(admin);
    for (const forged of ["l:7", "l:99999999999999"]) {
      expect(await forge(forged, admin, chat)).toMatchObject({
        text: "这次载入已经结束了。",
        show_alert: true,
      });
    }
    for (const forged of ["l:", "l:-1", "l:1:2", "l:x"]) {
      expect(await forge(forged, admin, chat)).toMatchObject({ show_alert: true });
    }
    await expectNothingDone();
  });

  test("makes no golden question of an answer to somebody else", async () => {
    const chatId = wu.id;
    const theirs = { chatId, userId: wu.id, question: "哪年开馆？", answer: makeNotFound() };
    const data = goldenData(await stage.operations.answers.save(theirs));
    const chat = stage.telegram.privateChat(admin);
    expect(await forge(data, admin, chat)).toMatchObject({ show_alert: true });
    await expectNothingDone();
  });

  test("goes back by no button in a group", async () => {
    const group = stage.telegram.group({ title: "Desk", members: [admin] });
    const data = await rollbackData(nonceOf(admin.id));
    expect(await forge(data, admin, group)).toMatchObject({ show_alert: true });
    await expectNothingDone();
  });
});
