import { describe, expect, test } from "vitest";
import { buildChunks } from "../../corpus/build-chunks.ts";
import type { Document } from "../../corpus/document.ts";
import { readDocument } from "../../corpus/read-document.ts";

async function documentOf(text: string, title?: string): Promise<Document> {
  const bytes = new TextEncoder().encode(text);
  return readDocument(bytes, { path: "lake.md", ...(title === undefined ? {} : { title }) });
}

let made = 0;

/** A sentence of exactly so many characters, unlike any other. */
function sentence(length: number, mark = "湖"): string {
  made += 1;
  return `${mark.repeat(length - 3)}${String(made).padStart(2, "0")}。`;
}

function lengths(document: Document): readonly number[] {
  return buildChunks(document).map((chunk) =>
    chunk.sentences.reduce((length, one) => length + one.text.length, 0),
  );
}

describe("buildChunks", () => {
  test("holds every sentence once and in order", async () => {
    const document = await documentOf(
      `# 湖\n\n${["甲", "乙", "丙", "丁", "戊", "己"].map((mark) => sentence(150, mark)).join("")}`,
    );
    const chunks = buildChunks(document);

    expect(chunks.flatMap((chunk) => chunk.sentences)).toEqual(document.articles[0]?.sentences);
    expect(chunks.map((chunk) => chunk.sequence)).toEqual([0, 1, 2]);
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(3);
    expect(chunks.every((chunk) => chunk.documentId === document.id)).toBe(true);
  });

  test("knows the sentence before and after a chunk", async () => {
    const texts = ["甲", "乙", "丙"].map((mark) => sentence(390, mark));
    const [first, second, third] = buildChunks(await documentOf(texts.join("")));

    expect([first?.before, first?.after]).toEqual([undefined, texts[1]]);
    expect([second?.before, second?.after]).toEqual([texts[0], texts[2]]);
    expect([third?.before, third?.after]).toEqual([texts[1], undefined]);
  });

  test("keeps what is embedded short, whatever title the metadata has", async () => {
    const [chunk] = buildChunks(await documentOf("湖水很清。", "𠮷湖".repeat(3000)));

    expect(chunk?.embeddedText).toHaveLength(3999);
    expect(chunk?.embeddedText).not.toMatch(/\p{Surrogate}/u);
    expect(chunk?.sentences.map(({ text }) => text)).toEqual(["湖水很清。"]);
  });

  test("closes a chunk before four hundred characters", async () => {
    expect(
      lengths(await documentOf([150, 150, 150, 150].map((length) => sentence(length)).join(""))),
    ).toEqual([300, 300]);
  });

  test("keeps a longer sentence whole", async () => {
    expect(lengths(await documentOf(sentence(200) + sentence(700) + sentence(200)))).toEqual([
      200, 700, 200,
    ]);
  });

  test("adds a short tail to the chunk before", async () => {
    expect(lengths(await documentOf(sentence(200) + sentence(190) + sentence(60)))).toEqual([450]);
  });

  test("closes at a section that follows enough text", async () => {
    const long = await documentOf(`# 题\n\n## 甲\n\n${sentence(150)}\n\n## 乙\n\n${sentence(150)}`);
    const short = await documentOf(`# 题\n\n## 甲\n\n${sentence(50)}\n\n## 乙\n\n${sentence(50)}`);

    expect(lengths(long)).toEqual([150, 150]);
    expect(lengths(short)).toEqual([100]);
    expect(buildChunks(short)[0]?.embeddedText.startsWith("题\n甲\n乙\n湖湖")).toBe(true);
  });

  test("embeds title, section and date but quotes only sentences", async () => {
    const document = await documentOf(
      "---\ntitle: 湖志\ndate: 2024-05-01\n---\n## 水\n\n湖水很清。Fish swim. They do.",
    );
    const [chunk] = buildChunks(document);

    expect(chunk?.embeddedText).toBe("湖志\n水\n2024-05-01\n湖水很清。Fish swim. They do.");
    expect(chunk?.title).toBe("湖志");
    expect(chunk?.publishedOn?.value).toBe("2024-05-01");
  });

  test("embeds the years that a sentence means", async () => {
    const document = await documentOf("---\ndate: 2024-05-01\n---\n今年湖水很清，去年鱼很多。");
    const [chunk] = buildChunks(document);

    expect(chunk?.embeddedText).toBe("2024-05-01\n2023年\n2024年\n今年湖水很清，去年鱼很多。");
    expect(chunk?.sentences[0]?.text).toBe("今年湖水很清，去年鱼很多。");
  });

  test("keeps its id while its sentences stay", async () => {
    const [before] = buildChunks(await documentOf("湖水很清。", "甲"));
    const [after] = buildChunks(await documentOf("湖水很清。", "乙"));

    expect(after?.id).toBe(before?.id);
  });

  test("never mixes articles", async () => {
    const document = await documentOf("湖水很清。\n\n![湖岸风光](a.png)\n\n鱼很多。");

    expect(buildChunks(document).map((chunk) => chunk.sentences.map((one) => one.text))).toEqual([
      ["湖水很清。", "鱼很多。"],
      ["湖岸风光"],
    ]);
  });
});
