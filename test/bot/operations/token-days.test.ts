import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openOperations } from "../../../bot/operations/open-operations.ts";
import { createTokenDays } from "../../../bot/operations/token-days.ts";

let folder: string;
let client: Client;
let today: Date;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-tokens-"));
  const { href: url } = pathToFileURL(join(folder, "operations.db"));
  (await openOperations({ url })).close();
  client = createClient({ url });
  today = new Date("2026-03-01T23:30:00Z");
});
afterEach(async () => {
  client.close();
  await rm(folder, { recursive: true });
});

const open = () => createTokenDays(client, () => today);

describe("the tokens of a day", () => {
  test("are set aside until they are spent, and what is left over comes back", async () => {
    const days = open();
    const budget = days.budget(1000);
    expect(await budget.reserve(600)).toBe(true);
    expect(await budget.reserve(600)).toBe(false);
    await budget.settle(600, 250);
    expect(await days.spent(today)).toBe(250);
    expect(await budget.reserve(750)).toBe(true);
    expect(await budget.reserve(1)).toBe(false);
  });

  test("are counted for all who ask at the same time", async () => {
    const budgets = [open().budget(1000), open().budget(1000)];
    const asked = Array.from({ length: 20 }, (_, at) => budgets[at % 2]!.reserve(100));
    const given = (await Promise.all(asked)).filter(Boolean);
    expect(given).toHaveLength(10);
  });

  test("are new with every day", async () => {
    const budget = open().budget(100);
    expect(await budget.reserve(100)).toBe(true);
    expect(await budget.reserve(1)).toBe(false);
    today = new Date("2026-03-02T00:10:00Z");
    expect(await budget.reserve(100)).toBe(true);
  });

  test("never hold a request that is larger than all of them", async () => {
    expect(await open().budget(100).reserve(101)).toBe(false);
    expect(await open().spent(today)).toBe(0);
  });
});
