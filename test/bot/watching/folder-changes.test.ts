import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderChanges } from "../../../bot/watching/folder-changes.ts";

let folder: string;
let stop: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-watch-"));
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await rm(folder, { recursive: true });
});

async function watch(at = folder) {
  const changes = folderChanges({
    folder: at,
    quietMs: 50,
    longestMs: 500,
    onFailure: (error) => expect(error).toBe(undefined),
    signal: stop.signal,
  });
  // The first tells that it is watched.
  await changes.next();
  return changes;
}

const told = { done: false, value: undefined };

describe("folderChanges", () => {
  test("tells of new, changed and vanished files, however deep", async () => {
    await mkdir(join(folder, "a/b"), { recursive: true });
    const changes = await watch();
    await writeFile(join(folder, "a/b/one.txt"), "one");
    expect(await changes.next()).toEqual(told);
    await writeFile(join(folder, "a/b/one.txt"), "one and more");
    expect(await changes.next()).toEqual(told);
    await rename(join(folder, "a/b/one.txt"), join(folder, "two.txt"));
    expect(await changes.next()).toEqual(told);
    await rm(join(folder, "two.txt"));
    expect(await changes.next()).toEqual(told);
  });

  test("tells of a burst once, and afterwards of what came while the caller worked", async () => {
    const changes = await watch();
    await Promise.all([1, 2, 3, 4].map((n) => writeFile(join(folder, `${n}.txt`), `${n}`)));
    expect(await changes.next()).toEqual(told);
    await writeFile(join(folder, "late.txt"), "late");
    expect(await changes.next()).toEqual(told);
    const next = changes.next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  test("does not wait for ever where something always changes", async () => {
    const changes = await watch();
    const written = new AbortController();
    const next = changes.next().finally(() => written.abort());
    for (let n = 0; !written.signal.aborted; n++) {
      await writeFile(join(folder, "log.txt"), `line ${n}`);
    }
    expect(await next).toEqual(told);
  });

  test("waits for a folder that is not there yet", async () => {
    const changes = await watch(join(folder, "later"));
    await mkdir(join(folder, "later"));
    await writeFile(join(folder, "later/one.txt"), "one");
    expect(await changes.next()).toEqual(told);
  });

  test("goes on where the folder goes and comes back", async () => {
    const at = join(folder, "docs");
    await mkdir(at);
    const changes = await watch(at);
    await rm(at, { recursive: true });
    expect(await changes.next()).toEqual(told);
    await mkdir(at);
    await writeFile(join(at, "one.txt"), "one");
    expect(await changes.next()).toEqual(told);
  });

  test("ends with the signal", async () => {
    const changes = await watch();
    const next = changes.next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
