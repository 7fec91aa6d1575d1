import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketOf, readBucket, writeBuckets } from "../../../retrieval/store/term-buckets.ts";

const token = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !/\s/u.test(text));

describe("writeBuckets", () => {
  test("gives back every token with its count, in the bucket it hashes to", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(token, fc.integer({ min: 1, max: 1e9 }))),
        async (entries) => {
          const counts = new Map(entries);
          const buckets = await writeBuckets(counts);
          const found = new Map<string, number>();
          buckets.forEach((row, at) => {
            readBucket(row, (known, count) => {
              expect(bucketOf(known, buckets.length)).toBe(at);
              found.set(known, count);
            });
          });
          expect(found).toEqual(counts);
        },
      ),
    );
  });

  test("keeps rows short however many tokens there are", async () => {
    const counts = new Map(Array.from({ length: 20_000 }, (_, at) => [`词${at}`, at + 1]));
    const longest = Math.max(...(await writeBuckets(counts)).map((row) => row.split("\n").length));
    expect(longest).toBeLessThan(60);
  });
});
