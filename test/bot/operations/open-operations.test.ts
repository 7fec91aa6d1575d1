import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";
import type { Answer } from "../../../prompts/answering/answer.ts";

let folder: string;
let url: string;
const opened: Operations[] = [];

async function open(): Promise<Operations> {
  const operations = await openOperations({ url });
  opened.push(operations);
  return operations;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju operations "));
  url = pathToFileURL(join(folder, "new", "operations.db")).href;
});

afterEach(async () => {
  for (const operations of opened.splice(0)) operations.close();
  await rm(folder, { recursive: true });
});

describe("openOperations", () => {
  test("creates its folder and tables once, also for several who open it at the same time", async () => {
    const all = await Promise.all([open(), open(), open()]);
    await all[0]?.inbox.accept({ update_id: 1 });

    expect(await all[2]?.inbox.pending()).toHaveLength(1);
  });

  test("keeps what it holds across openings", async () => {
    const first = await open();
    await first.audit.append({ who: "me", act: "load", details: { added: 2 } });
    first.close();

    expect(await (await open()).audit.recent(5)).toMatchObject([{ who: "me", act: "load" }]);
  });

  test("refuses a file that is no database", async () => {
    const path = join(folder, "garbage.db");
    await writeFile(path, "this is certainly not a database\n".repeat(200));
    url = pathToFileURL(path).href;

    await expect(open()).rejects.toMatchObject({ code: "E_OPERATIONS_BROKEN" });
  });

  test("refuses a database of a newer program", async () => {
    (await open()).close();
    const client = createClient({ url });
    await client.execute("PRAGMA user_version = 99");
    client.close();

    await expect(open()).rejects.toMatchObject({ code: "E_OPERATIONS_BROKEN" });
  });

  test("says so where the folder cannot be made", async () => {
    await writeFile(join(folder, "new"), "a file in the way");

    await expect(open()).rejects.toMatchObject({ code: "E_OPERATIONS_UNREACHABLE" });
  });
});

describe("leases", () => {
  const request = { name: "corpus", holder: "first", durationMs: 60_000 };

  test("go to one holder until released", async () => {
    const { leases } = await open();
    const other = (await open()).leases;
    const taken = await leases.acquire(request);

    expect(taken.kind).toBe("taken");
    expect(await other.acquire({ ...request, holder: "second" })).toMatchObject({
      kind: "refused",
      lease: { holder: "first", since: taken.lease.since },
    });
    await leases.release(taken.lease);
    expect(await other.current("corpus")).toBeUndefined();
    expect(await other.acquire({ ...request, holder: "second" })).toMatchObject({ kind: "taken" });
  });

  test("go to exactly one of many who ask at once", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => open()));
    const results = await Promise.all(all.map(({ leases }) => leases.acquire(request)));

    expect(results.filter(({ kind }) => kind === "taken")).toHaveLength(1);
  });

  test("are free once expired, and the late holder notices", async () => {
    const { leases } = await open();
    const late = await leases.acquire({ ...request, durationMs: -1 });
    const next = await leases.acquire({ ...request, holder: "second" });

    expect(next.kind).toBe("taken");
    expect(await leases.renew(late.lease, 60_000)).toBe(false);
    await leases.release(late.lease);
    expect(await leases.current("corpus")).toMatchObject({ holder: "second" });
    expect(await leases.renew(next.lease, 60_000)).toBe(true);
  });

  test.each([
    ["a dead process of this host", "pid = 2147480000"],
    ["an earlier process of the same number", "token = 'earlier/1'"],
  ])("are free at once where held by %s", async (_whose, change) => {
    const { leases } = await open();
    await leases.acquire(request);
    const client = createClient({ url });
    await client.execute(`UPDATE leases SET ${change}`);
    client.close();

    expect(await leases.current("corpus")).toBeUndefined();
    expect(await leases.acquire({ ...request, holder: "second" })).toMatchObject({ kind: "taken" });
  });

  test("of another host hold until they expire", async () => {
    const { leases } = await open();
    await leases.acquire(request);
    const client = createClient({ url });
    await client.execute("UPDATE leases SET host = 'elsewhere', token = 'theirs'");
    client.close();

    expect(await leases.acquire(request)).toMatchObject({ kind: "refused" });
  });
});

describe("a handled update", () => {
  test("leaves its numbers in the inbox, and neither words nor names", async () => {
    const { inbox } = await open();
    const message = {
      message_id: 4,
      chat: { id: 9, first_name: "Ann" },
      from: { id: 9, first_name: "Ann" },
      text: "秘密问题",
    };
    await inbox.accept(Object.assign({ update_id: 1 }, { message }));
    await inbox.accept(Object.assign({ update_id: 2 }, { callback_query: { data: "秘密" } }));
    await inbox.markHandled(1);
    await inbox.markHandled(2);

    const client = createClient({ url });
    const { rows } = await client.execute("SELECT payload FROM inbox ORDER BY update_id");
    client.close();
    expect(rows.map(({ payload }) => payload)).toEqual([
      '{"update_id":1,"message":{"message_id":4,"chat":{"id":9}}}',
      '{"update_id":2,"message":{"message_id":null,"chat":{"id":null}}}',
    ]);
    expect(await inbox.accept({ update_id: 1 })).toBe(false);
  });
});

describe("answers", () => {
  const answer: Answer = {
    kind: "notFound",
    question: "何时开馆",
    generation: 3,
    answerer: "extractive",
    timings: { retrieveMs: 1, answerMs: 1, totalMs: 2 },
    reason: "topic",
    nearest: [],
  };

  test("are found by id, by message and by place", async () => {
    const { answers, outbox } = await open();
    const first = await answers.save({ chatId: -5, threadId: 2, question: "何时开馆？", answer });
    const second = await answers.save({
      chatId: -5,
      threadId: 2,
      userId: 9,
      question: "呢？",
      answer,
    });
    await answers.save({ chatId: -5, question: "elsewhere", answer });
    const sent = await outbox.put(
      { key: "1/0", method: "sendMessage", chatId: -5, payload: {}, answerId: second },
      "me",
    );
    await outbox.markSent(sent, 77);

    expect(first).toMatch(/^[\w-]{12}$/u);
    expect(await answers.find(first)).toMatchObject({ chatId: -5, userId: undefined, answer });
    expect(await answers.findByMessage(-5, 77)).toMatchObject({
      id: second,
      messageId: 77,
      userId: 9,
    });
    expect(await answers.findByMessage(6, 77)).toBeUndefined();
    expect(await answers.find("none")).toBeUndefined();
    const recent = await answers.recent({ chatId: -5, threadId: 2 }, 5);
    expect(recent.map(({ id }) => id)).toEqual([second, first]);
  });
});
