import { describe, expect, test } from "vitest";
import { readAhead } from "../../../retrieval/loading/read-ahead.ts";

const megabyte = 1024 * 1024;

function filesOf(sizes: readonly number[]) {
  return sizes.map((size, at) => ({ size, name: `${at}` }));
}

describe("readAhead", () => {
  test("gives what was read in the order of the files, whichever ends first", async () => {
    const ends: (() => void)[] = [];
    const names: string[] = [];
    const reading = readAhead(filesOf([1, 1, 1]), ({ name }) => {
      return new Promise<string>((resolve) => {
        ends.push(() => resolve(name));
        if (ends.length === 3) for (const end of ends.toReversed()) end();
      });
    });
    for await (const name of reading) names.push(name);

    expect(names).toEqual(["0", "1", "2"]);
  });

  test.each([
    ["small files far ahead", Array.from({ length: 2000 }, () => 1), 1024],
    ["large files one by one", Array.from({ length: 10 }, () => 100 * megabyte), 1],
    ["files of 5 MB up to 16 MB and one more", Array.from({ length: 10 }, () => 5 * megabyte), 4],
  ])("reads %s", async (_, sizes, expected) => {
    let begun = 0;
    const reading = readAhead(filesOf(sizes), () => Promise.resolve((begun += 1)));
    await reading.next();
    expect(begun).toBe(expected);
    await reading.return();
    expect(begun).toBe(expected);
  });

  test("throws a failure in its turn", async () => {
    const reading = readAhead(filesOf([1, 1]), ({ name }) =>
      name === "1" ? Promise.reject(new Error("broken")) : Promise.resolve(name),
    );

    expect(await reading.next()).toEqual({ value: "0", done: false });
    await expect(reading.next()).rejects.toThrow("broken");
  });

  test("tells those still reading to stop when nobody takes more", async () => {
    const stopped: string[] = [];
    const reading = readAhead(filesOf([1, 1, 1]), ({ name }, signal) => {
      if (name === "0") return Promise.resolve(name);
      return new Promise<string>((_, reject) => {
        signal.addEventListener("abort", () => {
          stopped.push(name);
          reject(new Error("stopped"));
        });
      });
    });
    await reading.next();
    await reading.return();

    expect(stopped).toEqual(["1", "2"]);
  });

  test("hands on a request to stop", async () => {
    const controller = new AbortController();
    const reading = readAhead(
      filesOf([1]),
      (_, signal) =>
        new Promise<never>((__, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason as Error));
        }),
      controller.signal,
    );
    const next = reading.next();
    controller.abort(new Error("enough"));

    await expect(next).rejects.toThrow("enough");
  });
});
