import { expect, describe, test } from "vitest";
import { join } from "node:path";
import type { Sentence } from "../../../corpus/sentence.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { tempFolder } from "../loading/temp-folder.ts";
import { prepareDocument, smallSpace } from "./prepare-document.ts";

describe("a stored sentence", () => {
  test("keeps its page, its row and what its times mean", async () => {
    const prepared = await prepareDocument("a.txt", "大桥今年通车。桥上有四条车道。");
    const [first, second] = prepared.chunks[0]!.sentences;
    const sentences: Sentence[] = [
      {
        ...first!,
        place: { kind: "page", page: 3 },
        times: [{ start: 2, end: 4, value: "2024" }],
      },
      { ...second!, place: { kind: "row", row: 12, sheet: "桥梁" } },
    ];
    const store = await openLanceStore({ folder: join(await tempFolder(), "corpus") });
    const writer = await store.openWriter(smallSpace);
    await writer.replaceDocuments([
      { ...prepared, chunks: [{ ...prepared.chunks[0]!, sentences }] },
    ]);
    await writer.publish();
    writer.close();
    const snapshot = await store.snapshot();
    const [hit] = await snapshot.searchFullText(["大桥"], { limit: 1 });
    expect(hit?.chunk.sentences).toEqual(sentences);
    snapshot.close();
    store.close();
  });
});
