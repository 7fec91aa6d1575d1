import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { answerSchema } from "../../../prompts/answering/answer.ts";
import { createExtractiveAnswerer } from "../../../prompts/answering/extractive-answerer.ts";
import type { CorpusSnapshot, CorpusStore } from "../../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";

const documents = {
  "museum.md":
    "---\ntitle: 青石县博物馆开馆\ndate: 2024-03-05\n---\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。该馆每逢周一闭馆。\n\n“孩子们最爱看那条木船。”讲解员周兰说，木船是2019年从河里捞起来的。\n",
  "reprint.txt":
    "青石县博物馆２０２１年５月１８日开馆,馆藏文物３２００件。该馆每逢周一闭馆。\n\n“孩子们最爱看那条木船。”讲解员周兰说,木船是２０１９年从河里捞起来的。\n",
  "school.txt":
    "青石一中搬了家\n\n青石一中2022年迁到城南，新校园占地96亩。学校有教师210名。搬家为什么拖了三年？\n",
  "spring.txt": "两县春茶\n\n2023年，青石县春茶产量1200吨。\n\n连日晴好，茶农忙着采摘。\n",
  "autumn.txt": "云溪县的茶\n\n2023年，云溪县春茶产量860吨。\n\n山上的茶园修了新路。\n",
  "bridge.txt": "清溪大桥通车\n\n清溪大桥全长1480米，2020年10月1日建成通车。\n",
  "bridge-copy.txt": "清溪大桥的故事\n\n清溪大桥全长1840米，2020年10月1日建成通车。\n",
  "trees.txt": "种树的人\n\n老林场今年种下杉树12万棵，成活率达到95%。\n",
};

const embedder = createHashedEmbedder();
const answerer = createExtractiveAnswerer(embedder);
let folder: string;
let store: CorpusStore;
let snapshot: CorpusSnapshot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-answerer-"));
  await mkdir(join(folder, "documents"));
  for (const [name, text] of Object.entries(documents)) {
    await writeFile(join(folder, "documents", name), text);
  }
  store = await openLanceStore({ folder: join(folder, "corpus") });
  await loadCorpus({ source: openFolder(join(folder, "documents")), store, embedder });
  snapshot = await store.snapshot();
});

afterAll(async () => {
  snapshot.close();
  store.close();
  await rm(folder, { recursive: true });
});

async function ask(question: string, history: ["user" | "bot", string][] = []) {
  const { answer } = await answerer.answer(snapshot, { question, history });
  return answerSchema.parse(answer);
}

describe("the extractive answerer", () => {
  test("answers with the sentence that says it, its title and its date", async () => {
    const answer = await ask("青石县博物馆有多少件馆藏文物？");
    expect(answer).toMatchObject({ kind: "answered", answerer: "extractive", generation: 1 });
    if (answer.kind !== "answered") return;
    expect(answer.citations[0]).toMatchObject({
      n: 1,
      text: "青石县博物馆2021年5月18日开馆，馆藏文物3200件。",
      path: "museum.md",
      article: "青石县博物馆开馆",
      publishedOn: { value: "2024-03-05" },
    });
    expect(answer.statements[0]?.citations).toEqual([1]);
  });

  test("cites a sentence that stands in two files once, and tells where else it stands", async () => {
    const answer = await ask("青石县博物馆有多少件馆藏文物？");
    const citations = answer.kind === "answered" ? answer.citations : [];
    expect(citations.filter(({ text }) => /3200|３２００/u.test(text))).toHaveLength(1);
    expect(citations[0]?.alsoIn).toMatchObject([{ path: "reprint.txt" }]);
    const [other] = citations[0]?.alsoIn ?? [];
    expect(other?.sentenceId.startsWith(other.documentId)).toBe(true);
  });

  test("lists documents that hold copies at one place", async () => {
    const found = await answerer.answer(snapshot, { question: "青石县博物馆哪天闭馆？" });
    const paths = new Map((await snapshot.listDocuments()).map(({ id, path }) => [id, path]));
    const places = found.documents.map((ids) => ids.map((id) => paths.get(id)));
    expect(places[0]).toEqual(["museum.md", "reprint.txt"]);
    expect(new Set(places.flat()).size).toBe(places.flat().length);
  });

  test("every quote is the document's text at its spans", async () => {
    for (const question of ["新校园占地多少亩？", "杉树的成活率是多少？", "木船是哪年捞起来的？"]) {
      const answer = await ask(question);
      const shown = answer.kind === "answered" ? answer.citations : [];
      expect(shown).not.toEqual([]);
      for (const { documentId, spans, text } of shown) {
        const document = await snapshot.document(documentId);
        const said = spans.map(({ start, end }) => document!.text.slice(start, end)).join("");
        expect(said.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      }
    }
  });

  test("never answers with a question", async () => {
    const answer = await ask("青石一中搬家为什么拖了三年？");
    expect(JSON.stringify(answer)).not.toContain('"text":"搬家为什么拖了三年？"');
  });

  test("refuses a year the documents do not speak of, says which, and shows the nearest", async () => {
    const answer = await ask("青石一中2015年迁到了哪里？");
    expect(answer).toMatchObject({ kind: "notFound", reason: "year", missing: "2015" });
    expect(answer.kind === "notFound" && answer.nearest[0]?.path).toBe("school.txt");
  });

  test("shows nothing where no sentence shares a word that tells anything", async () => {
    const answer = await ask("明天会不会下冰雹？");
    expect(answer).toMatchObject({ kind: "notFound", nearest: [] });
  });

  test("shows at most three sentences", async () => {
    for (const question of ["青石", "2021年2022年2019年", "老林场种了多少棵树？"]) {
      const answer = await ask(question);
      const shown =
        answer.kind === "answered"
          ? answer.citations
          : answer.kind === "notFound"
            ? answer.nearest
            : [];
      expect(shown.length).toBeLessThanOrEqual(3);
    }
  });

  test("cites a sentence for each of several things asked", async () => {
    const answer = await ask("2023年青石县和云溪县的春茶产量分别是多少？");
    const cited = answer.kind === "answered" ? answer.citations.map(({ text }) => text) : [];
    expect(cited.slice(0, 2)).toEqual([
      "2023年，青石县春茶产量1200吨。",
      "2023年，云溪县春茶产量860吨。",
    ]);
    expect(answer).not.toHaveProperty("conflicts");
  });

  test("says which of several things asked the documents do not say", async () => {
    const answer = await ask("老林场种了多少杉树？火星上的咖啡馆几点打烊？");
    expect(answer.kind === "answered" && answer.citations[0]?.text).toContain("杉树12万棵");
    expect(answer).toMatchObject({ unanswered: ["火星上的咖啡馆几点打烊"] });
  });

  test("shows both sources that give different values for the same", async () => {
    const answer = await ask("清溪大桥全长多少米？");
    expect(answer).toMatchObject({ conflicts: [{ citations: [1, 2] }] });
    const texts = answer.kind === "answered" ? answer.citations.map(({ text }) => text) : [];
    expect(texts.join("")).toMatch(/1480米.*1840米|1840米.*1480米/u);
  });

  test("understands a follow-up from the question before", async () => {
    const answer = await ask("面积多大？", [
      ["user", "青石一中迁到了哪里？"],
      ["bot", "迁到城南。"],
    ]);
    expect(answer.question).toContain("青石一中");
    expect(answer.kind === "answered" && answer.citations[0]?.text).toContain("96亩");
  });

  test("answers a question alone where no passage speaks of it and of what came before", async () => {
    const history: ["user" | "bot", string][] = [
      ["user", "清溪大桥全长多少米？"],
      ["bot", "清溪大桥全长1480米。"],
    ];
    const answer = await ask("木船是哪年捞起来的？", history);
    expect(answer.question).toBe("木船是哪年捞起来的？");
    expect(answer.kind === "answered" && answer.citations[0]?.text).toContain("木船是");
  });

  test("keeps to the chat where a passage speaks of both", async () => {
    const history: ["user" | "bot", string][] = [
      ["user", "老林场种了多少杉树？"],
      ["bot", "杉树12万棵。"],
    ];
    const answer = await ask("杉树活了几成？", history);
    expect(answer.question).toContain("老林场");
  });

  test.each(["？？？", "🙂", "qwertyuiop"])(
    "finds nothing for %s and says so",
    async (question) => {
      expect((await ask(question)).kind).toBe("notFound");
    },
  );
});
