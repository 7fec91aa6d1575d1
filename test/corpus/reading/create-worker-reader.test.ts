import { afterEach, describe, expect, test } from "vitest";
import { type CorpusLimits, defaultLimits } from "../../../corpus/limits.ts";
import { createWorkerReader } from "../../../corpus/reading/create-worker-reader.ts";
import {
  createInlineReader,
  type DocumentReader,
} from "../../../corpus/reading/document-reader.ts";

const lake = "东湖\n\n湖水很清，岸边的树都绿了。鱼也很多。";
/** Takes far longer to read than one millisecond. */
const longText = "湖水很清，岸边的树都绿了。\n".repeat(20_000);

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("createWorkerReader", () => {
  let reader: DocumentReader;

  function open(limits: Partial<CorpusLimits> = {}): DocumentReader {
    reader = createWorkerReader({ ...defaultLimits, ...limits });
    return reader;
  }
  afterEach(() => reader.close());

  test("gives what reading in the same thread gives", async () => {
    const file = { path: "lake.txt", title: "东湖志" };
    const inline = await createInlineReader().read(bytesOf(lake), file);

    expect(await open().read(bytesOf(lake), file)).toEqual(inline);
    expect(inline.chunks[0]?.sentences).toEqual(inline.document.articles[0]?.sentences);
  });

  test("reads files that come at once, each on its own", async () => {
    const opened = open();
    const texts = ["湖水很清。", "", "鱼很多。"];
    const outcomes = await Promise.allSettled(
      texts.map((text, at) => opened.read(bytesOf(text), { path: `${at}.txt` })),
    );

    expect(outcomes).toMatchObject([
      { value: { document: { path: "0.txt" } } },
      { reason: { code: "E_FILE_EMPTY", name: "CorpusError" } },
      { value: { document: { path: "2.txt" } } },
    ]);
  });

  test("says in the same words what is wrong with a file", async () => {
    const inline = createInlineReader().read(bytesOf("湖\0水"), { path: "a.txt" });
    const beside = open().read(bytesOf("湖\0水"), { path: "a.txt" });
    const message = await inline.catch((error: Error) => error.message);

    await expect(beside).rejects.toMatchObject({ code: "E_NOT_TEXT", message });
  });

  test("goes on with the thread of a reader before it, within its own limits alone", async () => {
    const first = open();
    await first.read(bytesOf(lake), { path: "lake.txt" });
    await first.close();
    const second = open();
    const read = await second.read(bytesOf("鱼很多。"), { path: "fish.txt" });
    expect(read.document.path).toBe("fish.txt");
    await second.close();
    const strict = open({ maxMillisecondsPerFile: 1 });
    await expect(strict.read(bytesOf(longText), { path: "long.txt" })).rejects.toMatchObject({
      code: "E_FILE_TIMEOUT",
    });
  });

  test("stops a file that takes too long", async () => {
    const opened = open({ maxMillisecondsPerFile: 1 });

    await expect(opened.read(bytesOf(longText), { path: "long.txt" })).rejects.toMatchObject({
      code: "E_FILE_TIMEOUT",
      message: expect.stringMatching(
        /^Expected to read long\.txt within 0\.001 seconds \(the limit maxMillisecondsPerFile\), found /u,
      ),
    });
  });

  test("stops a file that needs too much memory, and reads the next", async () => {
    const opened = open({ maxMemoryBytes: 60 * 1024 * 1024 });

    await expect(
      opened.read(bytesOf(longText.repeat(8)), { path: "vast.txt" }),
    ).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringContaining("vast.txt with 60 MB of memory (the limit maxMemoryBytes)"),
    });
    expect((await opened.read(bytesOf(lake), { path: "lake.txt" })).document.path).toBe("lake.txt");
  });

  test("one that is stopped costs none of those behind it", async () => {
    const opened = open();
    const controller = new AbortController();
    const stopped = opened.read(bytesOf(longText), { path: "long.txt" }, controller.signal);
    const behind = ["a.txt", "b.txt", "c.txt"].map((path) => opened.read(bytesOf(lake), { path }));
    controller.abort();

    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect((await Promise.all(behind)).map(({ document }) => document.path)).toEqual([
      "a.txt",
      "b.txt",
      "c.txt",
    ]);
  });

  test("reads many files that are asked for at once, in the order they were", async () => {
    const opened = open();
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        const text = at === 3 ? longText : `第${at}天的湖水很清。`;
        await opened.read(bytesOf(text), { path: `${at}.txt` });
        order.push(at);
      }),
    );

    expect(order).toEqual(Array.from({ length: 200 }, (_, at) => at));
  });

  test("stops at a signal, and reads the next", async () => {
    const opened = open();
    const controller = new AbortController();
    const reading = opened.read(bytesOf(longText), { path: "long.txt" }, controller.signal);
    controller.abort();

    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect((await opened.read(bytesOf(lake), { path: "lake.txt" })).document.path).toBe("lake.txt");
  });

  test("tells whoever waits that it was closed", async () => {
    const opened = open();
    const reading = opened.read(bytesOf(longText), { path: "long.txt" });
    await Promise.all([
      expect(reading).rejects.toMatchObject({ name: "AbortError" }),
      opened.close(),
    ]);

    await expect(opened.read(bytesOf(lake), { path: "a.txt" })).rejects.toThrow("closed");
  });
});
