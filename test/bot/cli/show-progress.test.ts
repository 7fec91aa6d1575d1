import { PassThrough, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { estimateTimeLeft } from "../../../bot/loading/estimate-time-left.ts";
import { showProgress } from "../../../bot/cli/show-progress.ts";
import type { LoadProgress } from "../../../retrieval/load-report.ts";

const megabyte = 1024 * 1024;

function reading(done: number, bytes: number): LoadProgress {
  return { stage: "read", done, total: 2000, bytes: { done: bytes, total: 40 * megabyte } };
}

/** What is written while the progress comes, each step at its time in seconds. */
function shown(steps: readonly (readonly [number, LoadProgress])[], drawsProgress = false): string {
  let written = "";
  let nowMs = 0;
  const error = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      written += chunk;
      done();
    },
  });
  const terminal = {
    input: new PassThrough(),
    output: new PassThrough(),
    error: Object.assign(error, { isTTY: true }),
    environment: {},
    isInteractive: false,
    drawsProgress,
    signal: new AbortController().signal,
  };
  const display = showProgress(terminal, { now: () => nowMs });
  for (const [atSeconds, progress] of steps) {
    nowMs = atSeconds * 1000;
    display.onProgress(progress);
  }
  display.stop();
  return written;
}

describe("showProgress", () => {
  test("names each stage once, and tells how far it is every half minute", () => {
    const written = shown([
      [0, { stage: "list", done: 1, total: 2000 }],
      [1, reading(0, 0)],
      [2, reading(10, megabyte)],
      [3, { ...reading(10, 2 * megabyte), stage: "embed" }],
      [41, reading(1200, 10 * megabyte)],
      [42, reading(1201, 10 * megabyte)],
      [80, { stage: "index", done: 0, total: 2000 }],
    ]);

    expect(written).toMatchInlineSnapshot(`
      "listing files (2000) …
      reading documents (2000) …
      embedding (2000) …
      reading documents: 1,200/2,000 files · 10.0/40.0 MB · about 3 min left
      indexing (2000) …
      "
    `);
  });

  test("guesses anew where files are read once more", () => {
    const again = (done: number): LoadProgress => ({ ...reading(2, done), total: 4 });
    const written = shown([
      [0, reading(0, 0)],
      [60, reading(2000, 40 * megabyte)],
      [90, again(0)],
      [100, again(10 * megabyte)],
      [140, again(20 * megabyte)],
    ]);

    expect(written.split("\n").at(-2)).toBe(
      "reading documents: 2/4 files · 20.0/40.0 MB · about 2 min left",
    );
  });

  test("draws a bar over the bytes", () => {
    const written = shown([[0, reading(500, 10 * megabyte)]], true);

    expect(written).toContain("reading documents [=======");
    expect(written).toContain("] 500/2,000 files · 10.0/40.0 MB");
  });

  test("draws an empty bar where there is nothing to count", () => {
    expect(shown([[0, { stage: "index", done: 0, total: 0 }]], true)).toContain("indexing");
  });
});

describe("estimateTimeLeft", () => {
  test("keeps the average speed since the first work, and says nothing too early", () => {
    let nowMs = 0;
    const left = estimateTimeLeft(() => nowMs);
    expect(left({ done: 0, total: 100 })).toBeUndefined();
    nowMs = 8000;
    expect(left({ done: 5, total: 100 })).toBeUndefined();
    nowMs = 10_000;
    expect(left({ done: 55, total: 100 })).toBeUndefined();
    nowMs = 18_000;
    expect(left({ done: 7, total: 100 })).toBeUndefined();
    expect(left({ done: 25, total: 100 })).toBe(37_500);
    nowMs = 58_000;
    expect(left({ done: 100, total: 100 })).toBe(0);
  });
});
