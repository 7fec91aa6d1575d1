import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerSchema, type Turn } from "../../../prompts/answering/answer.ts";
import { createModelAnswerer } from "../../../prompts/answering/model-answerer.ts";
import { createOpenAiModel } from "../../../prompts/model/openai-model.ts";
import { draft, numberOf, readPrompt } from "../../support/read-prompt.ts";
import {
  type ChatRequest,
  type ChatScript,
  failsWith,
  type Reply,
  says,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../../support/scripted-openai.ts";
import { type ModelCorpus, openModelCorpus } from "./model-corpus.ts";

let corpus: ModelCorpus;
beforeAll(async () => {
  corpus = await openModelCorpus();
});
afterAll(() => corpus.close());

let server: ScriptedOpenAi | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const history: readonly Turn[] = [
  ["user", "青石一中2022年迁到了哪里？"],
  ["bot", "青石一中2022年迁到城南，新校园占地96亩。"],
];

function isRewriting({ messages }: ChatRequest): boolean {
  return messages[1]?.content.includes("<<<HISTORY ") === true;
}

/** Rewrites as it is told and cites the sentence with the words. */
function script(rewriting: () => Reply, text: string, words: string): ChatScript {
  return (request) =>
    isRewriting(request) ? rewriting() : says(draft([[text, numberOf(request, words)]]));
}

async function ask(chat: ChatScript, question: string, before = history) {
  server = await startScriptedOpenAi({ chat });
  const { baseUrl } = server;
  const answerer = createModelAnswerer({
    model: createOpenAiModel({ model: "scripted", apiKey: "sk", baseUrl, maxRetries: 0 }),
    findEvidence: corpus.findEvidence,
    deadlineMs: 10_000,
  });
  const found = await answerer.answer(corpus.snapshot, { question, history: before });
  return { ...found, answer: answerSchema.parse(found.answer), asked: server.chats };
}

describe("the model answerer, asked a follow-up", () => {
  test("answers the question that the model wrote out", async () => {
    const rewriting = () => says('{"question": "青石一中有多少名教师？"}');
    const chat = script(rewriting, "青石一中有教师210名。", "教师210名");
    const { answer, asked, rewriting: report } = await ask(chat, "教师有多少名？");
    expect(answer).toMatchObject({
      kind: "answered",
      answerer: "scripted",
      question: "青石一中有多少名教师？",
      citations: [{ path: "school.txt" }],
    });
    expect(report).toMatchObject({ isUsed: true });
    expect(asked).toHaveLength(2);
    expect(readPrompt(asked[1]!).question).toBe("青石一中有多少名教师？");
  });

  test.each([
    ["names what nobody said", () => says('{"question": "云溪一中有多少名教师？"}')],
    ["fails", () => failsWith(500)],
  ])("answers the rule's reading where the model %s", async (_what, rewriting) => {
    const chat = script(rewriting, "青石一中有教师210名。", "教师210名");
    const { answer, rewriting: report } = await ask(chat, "它有多少名教师？");
    expect(answer).toMatchObject({ kind: "answered", question: "青石一中有多少名教师？" });
    expect(report).toMatchObject({ isUsed: false });
  });

  test("asks once where the question stands alone", async () => {
    const chat = script(() => says("x"), "东湖大桥全长1860米。", "1860米");
    const { answer, asked, rewriting } = await ask(chat, "东湖大桥全长多少米？");
    expect(answer).toMatchObject({ kind: "answered", question: "东湖大桥全长多少米？" });
    expect(asked).toHaveLength(1);
    expect(rewriting).toBeUndefined();
  });
});
