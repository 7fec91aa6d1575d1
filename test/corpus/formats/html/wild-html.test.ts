import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CorpusError } from "../../../../corpus/errors.ts";
import { parseHtml } from "../../../../corpus/formats/html/parse-html.ts";
import { readDocument } from "../../../../corpus/read-document.ts";

const tags =
  "div p span a b ul li table tr td h1 h2 article section nav aside header footer form pre figure figcaption blockquote dl dt dd ruby rt sup del template noscript main center button".split(
    " ",
  );
const attributes = fc.constantFrom(
  "",
  ' class="comment"',
  ' class="sidebar nav"',
  ' hidden style="display:none"',
  ' href="#a"',
  ' href="/b" align="center"',
  ' role="navigation"',
);

/** A tree with numbered words in its leaves. */
const tree = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    fc.constantFrom("湖@处的水今年很清，看的人也多。", "鱼@，", " tree@. ", "<br>", "<img>"),
    fc
      .tuple(fc.constantFrom(...tags), attributes, fc.array(tie("node"), { maxLength: 3 }))
      .map(([tag, attribute, nodes]) => `<${tag}${attribute}>${nodes.join("")}</${tag}>`),
  ),
})).node;

const numbered = fc.array(tree, { minLength: 1, maxLength: 4 }).map((nodes) => {
  let words = 0;
  return nodes.join("").replace(/@/gu, () => String((words += 1)));
});

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "</",
        "<p",
        "<!--",
        "]]>",
        "&#0;",
        "&amp",
        "<a href=",
        '"',
        "<table><tr>",
      ),
      fc.constantFrom(
        "<b x=1>",
        "<svg>",
        "<math><mi>",
        "<select>",
        "<frameset>",
        "<plaintext>",
        "</body>",
      ),
      fc.constantFrom(...tags.map((tag) => `<${tag}>`), ...tags.map((tag) => `</${tag}>`)),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom("湖水很清。", "鱼很多，", "\n", "　　"),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

function solid(text: string): string {
  return text.replace(/\s+/gu, "");
}

describe("parseHtml of any page", () => {
  test("keeps or drops every word, with a reason", () => {
    fc.assert(
      fc.property(numbered, (source) => {
        const { text, dropped } = parseHtml(`<body>${source}`);
        // The report shows only the beginning of what is long.
        fc.pre(dropped.every((one) => !one.text.endsWith("…")));
        const accounted = solid([text, ...dropped.map((one) => one.text)].join("\n"));

        for (const [word] of source.matchAll(/(?:湖|鱼|tree)\d+/gu)) {
          expect(accounted).toContain(word);
        }
        for (const { reason } of dropped) expect(reason).not.toBe("");
      }),
      { numRuns: 400 },
    );
  });

  test("invents no text and keeps the law of spans", async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (source) => {
        const { text, blocks } = parseHtml(source);
        for (const { spans } of blocks) {
          for (const { start, end } of spans) expect(text.slice(start, end).trim()).not.toBe("");
        }

        const document = await readIfReadable(`<html>${source}`);
        for (const { sentences } of document?.articles ?? []) {
          for (const sentence of sentences) {
            const cited = sentence.spans.map(({ start, end }) => document!.text.slice(start, end));
            expect(solid(cited.join(""))).toBe(solid(sentence.text));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["elements nested without end", "<div>".repeat(50_000) + "湖水很清。"],
    ["tags that are opened anew in each block", manyOpenTags(3000)],
    ["tables in tables", "<table><tr><td>".repeat(5000) + "湖水很清。"],
    ["links never closed", "<a href=x><div>".repeat(5000) + "湖水很清。"],
    ["one long attribute", `<p class="${"nav ".repeat(100_000)}">湖水很清。`],
    [
      "JSON-LD nested without end",
      `<script type="application/ld+json">${"[".repeat(50_000)}</script>湖水很清。`,
    ],
  ])("reads %s", (_, source) => {
    const { text, dropped } = parseHtml(`<body>${source}`);

    expect([text, ...dropped.map((one) => one.text)].join("\n")).toContain("湖水很清。");
  });
});

function manyOpenTags(count: number): string {
  return Array.from({ length: count }, (_, at) => `<b a=${at}><p>湖水很清。`).join("");
}

async function readIfReadable(
  source: string,
): Promise<Awaited<ReturnType<typeof readDocument>> | undefined> {
  try {
    return await readDocument(new TextEncoder().encode(source), { path: "lake.html" });
  } catch (error) {
    if (error instanceof CorpusError) return undefined;
    throw error;
  }
}
