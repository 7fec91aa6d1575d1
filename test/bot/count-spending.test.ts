import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, describe, test } from "vitest";
import { countSpending } from "../../bot/count-spending.ts";
import { openOperations } from "../../bot/operations/open-operations.ts";

describe("countSpending", () => {
  test("says no to nothing, and counts what was spent", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wenju-spending-"));
    const { href: url } = pathToFileURL(join(folder, "operations.db"));
    const operations = await openOperations({ url });
    const { tokenDays } = operations;
    const budget = countSpending(
      async () => tokenDays.budget(Number.MAX_SAFE_INTEGER),
      (error) => expect(error).toBe(undefined),
    );
    expect(await budget.reserve(5_000_000)).toBe(true);
    await budget.settle(5_000_000, 1_234);
    expect(await tokenDays.spent(new Date())).toBe(1_234);
    operations.close();
    await rm(folder, { recursive: true });
  });

  test("lets the model go on where the count cannot be kept, and says so", async () => {
    const failures: unknown[] = [];
    const broken = () => Promise.reject(new Error("no database"));
    const budget = countSpending(broken, (error) => failures.push(error));
    expect(await budget.reserve(100)).toBe(true);
    await budget.settle(100, 50);
    expect(failures).toHaveLength(2);
  });
});
