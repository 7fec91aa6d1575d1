import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extractAnswer } from "../../../../prompts/answering/extract-answer.ts";
import {
  createEvidenceFinder,
  type FindEvidence,
} from "../../../../prompts/answering/find-evidence.ts";
import { createHashedEmbedder } from "../../../../retrieval/hashed-embedder.ts";
import { createTranslator } from "../../../../retrieval/question/translate/create-translator.ts";
import { tempFolder } from "../../../retrieval/loading/temp-folder.ts";
import { type ModelCorpus, openModelCorpus } from "../model-corpus.ts";

function page(title: string, date: string, text: string): string {
  return `---\ntitle: ${title}\ndate: ${date}\n---\n\n${text}\n`;
}

const documents = {
  "bridge-1.md": page("大桥通车", "2023-10-01", "东湖大桥全长1860米，双向六车道，昨日通车。"),
  "bridge-2.md": page("走过东湖", "2023-10-09", "记者了解到，东湖大桥总长1920米，是市里最长的桥。"),
  "library-1.md": page(
    "开馆",
    "2021-05-20",
    "龙山镇图书馆于2021年5月18日正式开馆，首日接待读者三千人。",
  ),
  "library-2.md": page(
    "读书的地方",
    "2022-03-02",
    "龙山镇图书馆2020年9月对外开放，馆内有三百个座位。",
  ),
  "people-1.md": page("人口公报", "2021-04-02", "截至2020年末，云溪县常住人口31.2万人。"),
  "people-2.md": page("人口公报", "2024-04-02", "截至2023年末，云溪县常住人口29.8万人。"),
  "station-1.md": page("投资", "2022-06-02", "松岭电站总投资12亿元，明年建成。"),
  "station-2.md": page("工地", "2022-07-02", "松岭电站项目投资额达15亿元，由省能源集团承建。"),
  "reservoir.md": page("水库", "2022-06-02", "白云水库面积为8.5平方公里，蓄水1.2亿立方米。"),
};

let corpus: ModelCorpus;
let findEvidence: FindEvidence;

beforeAll(async () => {
  corpus = await openModelCorpus(documents);
  const translator = createTranslator({ cacheFolder: await tempFolder() });
  findEvidence = createEvidenceFinder(createHashedEmbedder(), { translator });
});

afterAll(() => corpus.close());

async function ask(question: string) {
  const answer = extractAnswer(await findEvidence(corpus.snapshot, { question }));
  if (answer.kind !== "answered") return { kind: answer.kind };
  const { conflicts = [], differences = [] } = answer;
  return {
    kind: answer.kind,
    conflicts: conflicts.map(({ what }) => what).join(),
    differences: differences.map(({ kind, values }) => `${kind} ${values.join()}`).join(),
  };
}

describe("an English question whose Chinese sources differ", () => {
  test.each([
    ["How long is the Donghu bridge?", ["1860米", "1920米"]],
    ["What is the length of the Donghu bridge?", ["1860米", "1920米"]],
    ["When did the Longshan library open?", ["2021年5月18日", "2020年9月"]],
    ["How much was invested in the Songling power station?", ["12亿元", "15亿元"]],
  ])("tells the conflict: %s", async (question, values) => {
    const { conflicts } = await ask(question);
    for (const value of values) expect(conflicts).toContain(value);
  });

  test("tells two dates apart, the newest first", async () => {
    expect(await ask("What is the permanent population of Yunxi county?")).toMatchObject({
      conflicts: "",
      differences: "date 29.8万人,31.2万人",
    });
  });

  test("tells nothing where one source gives the value", async () => {
    expect(await ask("How large is the Baiyun reservoir?")).toEqual({
      kind: "answered",
      conflicts: "",
      differences: "",
    });
  });
});
