import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";
import { withLease } from "../../../bot/operations/with-lease.ts";

let folder: string;
let url: string;
let operations: Operations;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-lease-"));
  url = pathToFileURL(join(folder, "operations.db")).href;
  operations = await openOperations({ url });
});

afterEach(async () => {
  vi.useRealTimers();
  operations.close();
  await rm(folder, { recursive: true });
});

function lease<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const refused = () => new Error("somebody else works");
  return withLease(operations.leases, { name: "corpus", holder: "me", refused, work });
}

describe("withLease", () => {
  test("lets one work at a time, and gives the lease back", async () => {
    const result = await lease(async () => {
      await expect(lease(() => Promise.resolve("second"))).rejects.toThrow("somebody else works");
      return "first";
    });

    expect(result).toBe("first");
    await expect(lease(() => Promise.reject(new Error("broke")))).rejects.toThrow("broke");
    expect(await operations.leases.current("corpus")).toBeUndefined();
  });

  test("renews the lease while the work takes long", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    await lease(async (signal) => {
      for (let turn = 0; turn < 10; turn++) {
        await vi.advanceTimersByTimeAsync(20_000);
        expect(await operations.leases.current("corpus")).toMatchObject({ holder: "me" });
      }
      expect(signal.aborted).toBe(false);
    });
  });

  test("stops the work where the lease is lost", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const work = lease(async (signal) => {
      const client = createClient({ url });
      await client.execute("UPDATE leases SET token = 'theirs'");
      client.close();
      const stopped = new Promise((resolve) => signal.addEventListener("abort", resolve));
      await vi.advanceTimersByTimeAsync(20_000);
      await stopped;
      signal.throwIfAborted();
    });

    await expect(work).rejects.toMatchObject({ code: "E_OPERATIONS_UNREACHABLE" });
  });
});
