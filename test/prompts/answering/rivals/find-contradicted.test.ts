import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../../../prompts/answering/answer.ts";
import { extractAnswer } from "../../../../prompts/answering/extract-answer.ts";
import { type ModelCorpus, openModelCorpus } from "../model-corpus.ts";

/** Sentences in much the same words: some contradict each other, some only look so. */
const documents = {
  "cup-a.txt": "决赛之夜\n\n最终选手陆远帆在决赛中以三比一胜出，夺得了2021年云岭杯冠军。\n",
  "cup-b.txt": "云岭杯落幕\n\n最终选手梁启川在决赛中以三比一胜出，夺得了2021年云岭杯冠军。\n",
  "eel-a.md":
    "---\ntitle: 高山泥鳗\n---\n\n高山泥鳗是云岭泥鳗属的一种，生活在溪流底部的泥沙里，以小虾为食。\n",
  "eel-b.md":
    "---\ntitle: 湖岸泥鳗\n---\n\n湖岸泥鳗是云岭泥鳗属的一种，生活在溪流底部的泥沙里，以小虾为食。\n",
  "bus.txt":
    "云岭的公交\n\n云岭32B线公交由北站开往松林镇，全程经过八个村庄。\n\n云岭32M线公交由北站开往青石镇，全程经过八个村庄。\n",
  "line-a.txt": "新线路\n\n南站的51路公交由南站开往桃花镇，每天发车二十班。\n",
  "line-b.txt": "老线路\n\n南站的52路公交由南站开往杏花镇，每天发车二十班。\n",
  "comet-talk.txt":
    "彗星号火箭发射时间引人关心\n\n彗星号火箭发射时间是人人关心的事，彗星号火箭发射时间要看天气。\n\n彗星号火箭发射时间表贴在墙上。\n\n彗星号火箭发射时间改过两次。\n",
  "comet-a.txt": "升空\n\n彗星号于2020年11月24日凌晨从云岭发射场发射升空，带回了样品。\n",
  "comet-b.txt": "样品\n\n彗星号于2012年1月24日凌晨从云岭发射场发射升空，带回了样品。\n",
};

let corpus: ModelCorpus;
beforeAll(async () => {
  corpus = await openModelCorpus(documents);
});
afterAll(() => corpus.close());

async function ask(question: string): Promise<Answer> {
  return extractAnswer(await corpus.findEvidence(corpus.snapshot, { question }));
}

describe("findContradicted", () => {
  test("tells two winners apart, though no dictionary knows them", async () => {
    const answer = await ask("2021年云岭杯冠军是谁？");
    expect(answer).toMatchObject({
      conflicts: [{ what: expect.stringMatching(/陆远帆.*梁启川|梁启川.*陆远帆/u) }],
    });
  });

  test("shows a pair that disagrees behind sentences that only repeat the question", async () => {
    const answer = await ask("彗星号火箭发射时间？");
    expect(answer).toMatchObject({
      conflicts: [
        { what: expect.stringMatching(/^(?:2020年11月 \/ 2012年1月|2012年1月 \/ 2020年11月)$/u) },
      ],
    });
    const cited = answer.kind === "answered" ? answer.citations.map(({ text }) => text) : [];
    expect(cited.join("")).toMatch(/2020年11月24日.*2012年1月24日|2012年1月24日.*2020年11月24日/u);
  });

  test.each(["云岭泥鳗属以什么为食？", "云岭32B线公交开往哪里？", "南站的51路公交开往哪里？"])(
    "hears no disagreement for %s in sentences about two things",
    async (question) => {
      const answer = await ask(question);
      expect(answer.kind).toBe("answered");
      expect(answer).not.toHaveProperty("conflicts");
    },
  );
});
