import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, DroppedText } from "../../../corpus/document.ts";
import { isNoise } from "../../../corpus/noise/read-without-noise.ts";
import { readDocument } from "../../../corpus/read-document.ts";
import type { Span } from "../../../corpus/sentence.ts";
import { wildText } from "./wild-text.ts";

async function read(text: string): Promise<Document | undefined> {
  try {
    return await readDocument(new TextEncoder().encode(text), { path: "lake.txt" });
  } catch {
    return undefined; // Nothing but furniture.
  }
}

/** All that was understood, without the places. */
function contentOf({ articles }: Document): readonly unknown[] {
  return articles.map((article) => ({
    ...article,
    sentences: article.sentences.map((sentence) => ({ ...sentence, spans: [] })),
  }));
}

function withoutWhiteSpace(text: string): string {
  return text.replace(/\s/gu, "");
}

function charactersAt(text: string, spans: readonly Span[]): string {
  return withoutWhiteSpace(spans.map(({ start, end }) => text.slice(start, end)).join(""));
}

/** The text without its noise; the white space before it goes with it. */
function cleaned(text: string, dropped: readonly DroppedText[]): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of dropped.filter(isNoise)) {
    kept += text.slice(from, start).trimEnd();
    from = end;
  }
  return kept + text.slice(from);
}

describe("readDocument", () => {
  test("shows in each sentence what stands at its spans", async () => {
    await fc.assert(
      fc.asyncProperty(wildText, async (text) => {
        const document = await read(text);
        for (const { sentences } of document?.articles ?? []) {
          for (const sentence of sentences) {
            expect(withoutWhiteSpace(sentence.text)).toBe(
              charactersAt(document?.text ?? "", sentence.spans),
            );
          }
        }
      }),
    );
  });

  test("keeps every letter once, in a sentence or among what it dropped", async () => {
    await fc.assert(
      fc.asyncProperty(wildText, async (text) => {
        const document = await read(text);
        if (document === undefined) return;
        const times = new Uint8Array(document.text.length);
        const sentences = document.articles.flatMap((article) => article.sentences);
        for (const { start, end } of [
          ...sentences.flatMap(({ spans }) => spans),
          ...document.dropped,
        ]) {
          for (let at = start; at < end; at += 1) times[at] = (times[at] ?? 0) + 1;
        }
        const letters = [...document.text.matchAll(/[\p{L}\p{N}]/gu)];
        expect(letters.filter(({ index }) => times[index] !== 1).map(([letter]) => letter)).toEqual(
          [],
        );
      }),
    );
  });

  test("reads what it cleaned as it read the whole", async () => {
    await fc.assert(
      fc.asyncProperty(wildText, async (text) => {
        const once = await read(text);
        if (once === undefined) return;
        const twice = await read(cleaned(once.text, once.dropped));
        expect(twice?.dropped.filter(isNoise)).toEqual([]);
        expect(twice && contentOf(twice)).toEqual(contentOf(once));
      }),
      { numRuns: 500 },
    );
  });
});
