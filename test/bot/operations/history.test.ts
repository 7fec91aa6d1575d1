import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";
import { makeNotFound } from "../telegram/make-answer.ts";

let folder: string;
let url: string;
let operations: Operations;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-history-"));
  url = pathToFileURL(join(folder, "operations.db")).href;
  operations = await openOperations({ url });
});
afterEach(async () => {
  operations.close();
  await rm(folder, { recursive: true });
});

function ask(userId: number, question = "哪年开馆？"): Promise<string> {
  return operations.answers.save({ chatId: 1, userId, question, answer: makeNotFound() });
}

describe("votes", () => {
  test("of a person count by the newest one", async () => {
    const { votes } = operations;
    const answerId = await ask(9);
    await votes.add({ answerId, userId: 9, vote: "up" });
    await votes.add({ answerId, userId: 8, vote: "up" });
    await votes.add({ answerId, userId: 9, vote: "down" });
    await votes.add({ answerId, userId: 9, vote: "down", reason: "outdated" });
    await votes.add({ answerId: await ask(9), userId: 9, vote: "up" });
    expect(await votes.ofAnswer(answerId)).toEqual([
      { userId: 8, vote: "up", reason: undefined },
      { userId: 9, vote: "down", reason: "outdated" },
    ]);
  });

  test("are never overwritten", async () => {
    const answerId = await ask(9);
    await operations.votes.add({ answerId, userId: 9, vote: "up" });
    await operations.votes.add({ answerId, userId: 9, vote: "down" });
    const client = createClient({ url });
    const { rows } = await client.execute("SELECT vote FROM votes ORDER BY id");
    client.close();
    expect(rows.map(({ vote }) => vote)).toEqual(["up", "down"]);
  });
});

describe("history", () => {
  test("forgets a person's own, and nothing of others", async () => {
    const { history, votes, answers } = operations;
    const mine = await ask(9);
    await ask(9, "有多少藏品？");
    const theirs = await ask(8);
    await votes.add({ answerId: mine, userId: 8, vote: "up" });
    await votes.add({ answerId: theirs, userId: 9, vote: "up" });
    await votes.add({ answerId: theirs, userId: 9, vote: "down" });
    await votes.add({ answerId: theirs, userId: 8, vote: "up" });

    expect(await history.countOf(9)).toEqual({ questions: 2, votes: 1 });
    expect(await history.forget(9)).toEqual({ questions: 2, votes: 1 });
    expect(await history.countOf(9)).toEqual({ questions: 0, votes: 0 });
    expect(await answers.find(mine)).toBeUndefined();
    expect(await answers.find(theirs)).toBeDefined();
    expect(await votes.ofAnswer(theirs)).toMatchObject([{ userId: 8 }]);
    expect(await votes.ofAnswer(mine)).toEqual([]);
  });

  test("prunes what is older than a time, with its votes", async () => {
    const { history, votes, answers } = operations;
    const old = await ask(9);
    await votes.add({ answerId: old, userId: 9, vote: "up" });
    const client = createClient({ url });
    await client.execute("UPDATE answers SET created_at = 1000");
    client.close();
    const fresh = await ask(9);

    expect(await history.prune(new Date(2000))).toBe(1);
    expect(await answers.find(old)).toBeUndefined();
    expect(await votes.ofAnswer(old)).toEqual([]);
    expect(await answers.find(fresh)).toBeDefined();
  });
});
