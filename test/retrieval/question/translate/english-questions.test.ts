import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../../../corpus/sources/open-folder.ts";
import { createExtractiveAnswerer } from "../../../../prompts/answering/extractive-answerer.ts";
import type { CorpusSnapshot, CorpusStore } from "../../../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../../../retrieval/load-corpus.ts";
import { createTranslator } from "../../../../retrieval/question/translate/create-translator.ts";
import { openLanceStore } from "../../../../retrieval/store/open-lance-store.ts";
import { tempFolder, writeFiles } from "../../loading/temp-folder.ts";

const chinese: Readonly<Record<string, string>> = {
  "museum.txt":
    "青石县博物馆重新开放\n\n青石县博物馆2021年5月18日重新开放，馆藏文物3200件。博物馆的屋顶由建筑师王小明设计。门票每张二十元，老人和学生免票。",
  "bridge.txt":
    "东湖大桥通车\n\n东湖大桥全长1860米，是全省最长的木结构步行桥。大桥的建设投资了4.6亿元，工期三年。桥上一共安装了240盏路灯。",
  "elevators.txt":
    "老楼装上电梯\n\n去年以来，青石县已经为老旧住宅加装电梯57部。居民赵大江说，母亲八年没有下过楼，现在天天去买菜。",
  "tea.txt":
    "龙山茶叶走出国门\n\n龙山镇今年春季采摘茶叶90吨，比去年增加12%。茶叶主要出口到德国和日本。合作社社长周兰把茶厂搬到了山脚下的旧小学。",
  "foil.txt": "铜箔下线\n\n青石铜业生产的铜箔仅3.5微米，厚度不到头发的十分之一。\n",
  "flood.txt":
    "为什么要拆水坝\n\n青石河上的旧水坝已经拆除，因为它挡住了鱼类洄游的路。水利局表示，河里的鲟鱼从11条增加到了180条。",
};
const english: Readonly<Record<string, string>> = {
  "harbour.txt":
    "The harbour of Northwick\n\nThe harbour of Northwick handled 2.4 million tons of timber in the year 2023. The lighthouse was built of red brick by Martha Hale. Ferries to the islands leave the pier every forty minutes.",
  "library.txt":
    "A library in a shed\n\nThe village of Elmford opened a library in an old railway shed on 3 March 2022. It holds 6,500 books and lends the most of them to children. Volunteers painted the walls because the council had no money left.",
  "orchard.txt":
    "Apples for the city\n\nThe orchards around Elmford harvested 740 tons of apples last autumn. Chen Dashan, a retired engineer, planted most of the trees. The cider is sold to twelve restaurants in Northwick.",
};

interface Corpus {
  readonly store: CorpusStore;
  readonly snapshot: CorpusSnapshot;
}

const embedder = createHashedEmbedder();
const opened: Corpus[] = [];
let cacheFolder: string;
let onlyChinese: Corpus;
let onlyEnglish: Corpus;
let both: Corpus;

async function load(files: Readonly<Record<string, string>>): Promise<Corpus> {
  const folder = await tempFolder();
  await writeFiles(join(folder, "documents"), files);
  const store = await openLanceStore({ folder: join(folder, "corpus") });
  await loadCorpus({ source: openFolder(join(folder, "documents")), store, embedder });
  const corpus = { store, snapshot: await store.snapshot() };
  opened.push(corpus);
  return corpus;
}

beforeAll(async () => {
  cacheFolder = await tempFolder();
  onlyChinese = await load(chinese);
  onlyEnglish = await load(english);
  both = await load({ ...chinese, ...english });
});

afterAll(() => {
  for (const { store, snapshot } of opened) {
    snapshot.close();
    store.close();
  }
});

function answererWith(options: Parameters<typeof createTranslator>[0]) {
  return createExtractiveAnswerer(embedder, { translator: createTranslator(options) });
}

async function ask(
  { snapshot }: Corpus,
  question: string,
  history: readonly ["user" | "bot", string][] = [],
  answerer = answererWith({ cacheFolder }),
) {
  const { answer } = await answerer.answer(snapshot, { question, history: [...history] });
  return {
    ...answer,
    texts: answer.kind === "answered" ? answer.citations.map(({ text }) => text) : [],
  };
}

const asked: readonly (readonly [string, string])[] = [
  ["When did the Qingshi county museum reopen?", "2021年5月18日重新开放"],
  ["Who designed the roof of the museum?", "王小明设计"],
  ["How much does a ticket to the museum cost?", "二十元"],
  ["How long is the Donghu bridge?", "1860米"],
  ["How many street lamps were installed on the bridge?", "240盏路灯"],
  ["How many elevators were added to old residential buildings?", "加装电梯57部"],
  ["To which countries is the tea exported?", "德国和日本"],
  ["What did Zhao Dajiang say about his mother?", "赵大江"],
  ["Why was the old dam demolished?", "鱼类洄游"],
  ["How thin is the copper foil?", "3.5微米"],
  ["How many sturgeon are there in the river?", "180条"],
];

describe("an English question on Chinese text", () => {
  test.each(asked)("%s cites the sentence with %s", async (question, gold) => {
    expect((await ask(onlyChinese, question)).texts.join("\n")).toContain(gold);
  });

  test("finds a person by pinyin, family name first or last", async () => {
    for (const name of ["Wang Xiaoming", "Xiaoming Wang"]) {
      expect((await ask(onlyChinese, `What did ${name} design?`)).texts[0]).toContain("王小明");
    }
  });

  test("goes on with what was asked before", async () => {
    const history: ["user" | "bot", string][] = [["user", "How long is the Donghu bridge?"]];
    const answer = await ask(onlyChinese, "And how much did it cost?", history);
    expect(answer.texts.join("\n")).toContain("4.6亿元");
  });

  test.each([
    "Which river flows through Baghdad?",
    "How do I reset the password of my router?",
    "What did Socrates drink before he died?",
  ])("%s is not answered", async (question) => {
    expect((await ask(onlyChinese, question)).kind).toBe("notFound");
  });

  test("does not tell of another what is asked of a name that the corpus lacks", async () => {
    const answer = await ask(
      onlyChinese,
      "How many elevators did Senegal add to old residential buildings?",
    );
    expect(answer).toMatchObject({ kind: "notFound", reason: "weak" });
  });

  test("does not count other things where the corpus lacks what is counted", async () => {
    const trams = await ask(onlyChinese, "How many tram lines does the Qingshi county have?");
    expect(trams.kind).toBe("notFound");
  });

  test("does not answer with the figure of another unit", async () => {
    const answer = await ask(onlyChinese, "How old is the museum of Qingshi county?");
    expect(answer).toMatchObject({ kind: "notFound", reason: "unit" });
  });

  test("without a dictionary is asked as it is, and the reason told once", async () => {
    const causes: unknown[] = [];
    const answerer = answererWith({
      pack: () => Promise.reject(new Error("no such package")),
      onUnavailable: (cause) => causes.push(cause),
    });
    for (const [question] of asked.slice(0, 2)) {
      expect((await ask(onlyChinese, question, [], answerer)).kind).toBe("notFound");
    }
    expect(causes).toEqual([new Error("no such package")]);
  });
});

describe("an English question on English text", () => {
  const questions = [
    ["How many tons of timber did the harbour handle?", "2.4 million tons"],
    ["Who built the lighthouse?", "Martha Hale"],
    ["How often do the ferries leave?", "every forty minutes"],
  ] as const;

  test("is answered as without a translator, and opens no dictionary", async () => {
    const plain = createExtractiveAnswerer(embedder);
    const translating = answererWith({ pack: () => Promise.reject(new Error("opened")) });
    for (const [question, gold] of questions) {
      const before = await ask(onlyEnglish, question, [], plain);
      const now = await ask(onlyEnglish, question, [], translating);
      expect(now.texts).toEqual(before.texts);
      expect(now.answerability).toBe(before.answerability);
      expect(now.texts[0]).toContain(gold);
    }
  });

  test.each([...questions, ...asked])("beside Chinese text: %s", async (question, gold) => {
    expect((await ask(both, question)).texts.join("\n")).toContain(gold);
  });
});

describe("a Chinese question", () => {
  const questions = [
    ["港口装卸了多少吨木材？", "2.4 million tons"],
    ["灯塔是谁建的？", "Martha Hale"],
    ["村里的图书馆是什么时候开放的？", "3 March 2022"],
    ["图书馆的墙是谁刷的？", "Volunteers painted the walls"],
    ["果园去年秋天收获了多少吨苹果？", "740 tons"],
    ["陈大山种了什么？", "planted most of the trees"],
  ] as const;

  test.each(questions)("on English text: %s cites %s", async (question, gold) => {
    expect((await ask(onlyEnglish, question)).texts.join("\n")).toContain(gold);
  });

  test("on English text beside Chinese is answered where English text surely does", async () => {
    const answer = await ask(both, "果园去年秋天收获了多少吨苹果？");
    expect(answer.texts.join("\n")).toContain("740 tons");
  });

  test.each(["巴格达有几座桥？", "怎么重设路由器的密码？"])(
    "%s is not answered",
    async (question) => {
      expect((await ask(onlyEnglish, question)).kind).toBe("notFound");
      expect((await ask(both, question)).kind).toBe("notFound");
    },
  );

  test("that Chinese text answers is not translated", async () => {
    const causes: unknown[] = [];
    const pack = () => Promise.reject(new Error("opened"));
    const answerer = answererWith({ pack, onUnavailable: (cause) => causes.push(cause) });
    for (const corpus of [onlyChinese, both]) {
      const answer = await ask(corpus, "东湖大桥有多长？", [], answerer);
      expect(answer.texts[0]).toContain("1860米");
    }
    expect((await ask(onlyChinese, "青石县博物馆门票多少钱？", [], answerer)).texts[0]).toContain(
      "二十元",
    );
    expect((await ask(onlyChinese, "谁发明了电话？", [], answerer)).kind).toBe("notFound");
    expect(causes).toEqual([]);
  });
});
