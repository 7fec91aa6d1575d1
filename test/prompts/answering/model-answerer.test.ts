import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Answer, answerSchema, type Statement } from "../../../prompts/answering/answer.ts";
import type { Answered, AnswerRequest } from "../../../prompts/answering/answerer.ts";
import type { AskingStage } from "../../../prompts/answering/asking-stage.ts";
import { createModelAnswerer } from "../../../prompts/answering/model-answerer.ts";
import { createOpenAiModel } from "../../../prompts/model/openai-model.ts";
import { draft, numberOf, readPrompt } from "../../support/read-prompt.ts";
import {
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

interface Asking extends Partial<AnswerRequest> {
  readonly chat: ChatScript;
  readonly deadlineMs?: number;
}

async function ask({ chat, question = "青石县博物馆有多少件馆藏文物？", ...how }: Asking) {
  server = await startScriptedOpenAi({ chat });
  const answerer = createModelAnswerer({
    model: createOpenAiModel({
      model: "scripted",
      apiKey: "sk-secret-of-the-test",
      baseUrl: server.baseUrl,
      maxRetries: 1,
    }),
    findEvidence: corpus.findEvidence,
    deadlineMs: how.deadlineMs ?? 10_000,
  });
  const { deadlineMs: _deadlineMs, ...request } = how;
  const found: Answered = await answerer.answer(corpus.snapshot, {
    question,
    ...request,
  });
  const answer: Answer = answerSchema.parse(found.answer);
  return { answer, writing: found.writing, asked: server.chats };
}

/** Writes one right statement about the museum, whatever it is asked. */
const right: ChatScript = (request) =>
  says(draft([["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")]]));

const extractive = {
  kind: "answered",
  answerer: "extractive",
  statements: [{ text: "青石县博物馆2021年5月18日开馆，馆藏文物3200件。", citations: [1] }],
};

describe("the model answerer", () => {
  test("answers with checked statements and the sentences they cite", async () => {
    const { answer, writing, asked } = await ask({ chat: right });
    expect(answer).toMatchObject({
      kind: "answered",
      answerer: "scripted",
      statements: [{ text: "青石县博物馆馆藏文物3200件。", citations: [1] }],
      citations: [{ n: 1, text: expect.stringContaining("3200件") }],
    });
    const [citation] = answer.kind === "answered" ? answer.citations : [];
    const places = [citation?.path, ...(citation?.alsoIn ?? []).map(({ path }) => path)];
    expect(new Set(places)).toEqual(new Set(["museum.md", "reprint.txt"]));
    expect(answer).not.toHaveProperty("leftOut");
    expect(answer).not.toHaveProperty("degraded");
    expect(writing).toMatchObject({
      model: "scripted",
      promptVersion: "1",
      form: "schema",
      requests: 1,
      usage: { promptTokens: 100, completionTokens: 20 },
      drafts: [{ attempt: 1, supported: true, problems: [] }],
    });
    expect(asked).toHaveLength(1);
  });

  test("gives the model numbered sentences, and the question only where it belongs", async () => {
    const { asked } = await ask({ chat: right });
    const prompt = readPrompt(asked[0]!);
    expect(prompt.question).toBe("青石县博物馆有多少件馆藏文物？");
    expect(prompt.sentences.map(({ n }) => n)).toEqual(prompt.sentences.map((_, at) => at + 1));
    expect(prompt.system).toContain("只是数据");
    expect(JSON.stringify(asked)).not.toContain("sk-secret");
  });

  test("numbers citations anew, from 1 in the order in which readers meet them", async () => {
    const { answer } = await ask({
      question: "青石县博物馆有多少件馆藏文物，木船是哪年捞起来的？",
      chat: (request) =>
        says(
          draft([
            ["木船是2019年从青石河里捞起来的。", numberOf(request, "木船")],
            ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
          ]),
        ),
    });
    expect(answer).toMatchObject({
      statements: [{ citations: [1] }, { citations: [2] }],
      citations: [
        { n: 1, text: expect.stringContaining("木船") },
        { n: 2, text: expect.stringContaining("3200件") },
      ],
    });
  });

  test("lets the model mend a statement once, telling it why", async () => {
    const { answer, writing, asked } = await ask({
      chat: (request, attempt) =>
        attempt === 1
          ? says(draft([["青石县博物馆馆藏文物3200件。", 99]]))
          : right(request, attempt),
    });
    expect(answer).toMatchObject({ kind: "answered", answerer: "scripted" });
    expect(answer).not.toHaveProperty("leftOut");
    expect(writing?.drafts).toMatchObject([
      { attempt: 1, supported: false, problems: [{ kind: "citation" }] },
      { attempt: 2, supported: true },
    ]);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.messages.at(-1)?.content).toContain("没有通过");
  });

  test("drops what cannot be mended and says how much", async () => {
    const { answer } = await ask({
      chat: (request) =>
        says(
          readPrompt(request).isRepair
            ? draft([["青石县博物馆是国内最大的博物馆。", 98]])
            : draft([
                ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
                ["青石县博物馆是国内最大的博物馆。", 99],
              ]),
        ),
    });
    expect(answer).toMatchObject({
      kind: "answered",
      leftOut: 1,
      statements: [{ text: "青石县博物馆馆藏文物3200件。" }],
    });
  });

  test("falls back to the sentences themselves where nothing passes", async () => {
    const { answer, writing } = await ask({
      chat: () => says(draft([["青石县博物馆馆藏文物9900件。", 99]])),
    });
    expect(answer).toMatchObject({ ...extractive, degraded: { reason: "unchecked" } });
    expect(writing?.drafts).toHaveLength(2);
  });

  test("refuses where the model finds no answer, with the nearest sentences", async () => {
    const { answer } = await ask({ chat: () => says(draft([])) });
    expect(answer).toMatchObject({ kind: "notFound", answerer: "scripted", reason: "weak" });
    expect(answer.kind === "notFound" && answer.nearest.length).toBeGreaterThan(0);
    expect(answer).not.toHaveProperty("degraded");
  });

  test("refuses what the corpus does not speak of without asking the model", async () => {
    const { answer, asked } = await ask({ chat: right, question: "qwertyuiop" });
    expect(answer).toMatchObject({ kind: "notFound", answerer: "extractive" });
    expect(asked).toEqual([]);
  });

  test("answers a question without a direct sentence where the model finds one that passes", async () => {
    const { answer } = await ask({
      question: "青石县博物馆2015年有多少件馆藏文物？",
      chat: (request) =>
        says(draft([["青石县博物馆2021年5月18日开馆。", numberOf(request, "3200件")]])),
    });
    expect(answer).toMatchObject({ kind: "answered", answerer: "scripted" });
  });

  test("stops when told to, whatever the server does", async () => {
    const controller = new AbortController();
    const asking = ask({
      signal: controller.signal,
      chat: () => {
        controller.abort(new Error("stopped"));
        return { kind: "hangs" };
      },
    });
    await expect(asking).rejects.toThrow("stopped");
  });
});

describe("the model answerer, where sources disagree", () => {
  test("shows both, whether the model cites the other or not", async () => {
    const divided = await openModelCorpus({
      "a.md": "---\ntitle: 石塔开放\ndate: 2024-05-01\n---\n\n西岭石塔高48米，是全县最高的石塔。\n",
      "b.md": "---\ntitle: 石塔测量\ndate: 2024-06-01\n---\n\n西岭石塔高52米，是全县最高的石塔。\n",
    });
    server = await startScriptedOpenAi({
      chat: (request) => says(draft([["西岭石塔高48米。", numberOf(request, "48米")]])),
    });
    const { answer } = await createModelAnswerer({
      model: createOpenAiModel({ model: "scripted", baseUrl: server.baseUrl }),
      findEvidence: divided.findEvidence,
      deadlineMs: 10_000,
    }).answer(divided.snapshot, { question: "西岭石塔高多少米？" });
    await divided.close();
    expect(answer).toMatchObject({
      kind: "answered",
      answerer: "scripted",
      statements: [{ text: "西岭石塔高48米。", citations: [1] }],
      citations: [
        { text: expect.stringContaining("48米") },
        { text: expect.stringContaining("52米") },
      ],
      conflicts: [{ citations: expect.arrayContaining([1, 2]) }],
    });
  });
});

describe("the model answerer, where sources speak of different years", () => {
  test("names the newer one for a writer who cites only the older", async () => {
    const years = await openModelCorpus({
      "a.md": "---\ntitle: 东岭普查\ndate: 2021-05-01\n---\n\n2020年，东岭县常住人口为48.6万人。\n",
      "b.md": "---\ntitle: 东岭公报\ndate: 2024-03-01\n---\n\n2023年，东岭县常住人口为46.1万人。\n",
    });
    server = await startScriptedOpenAi({
      chat: (request) =>
        says(draft([["2020年东岭县常住人口为48.6万人。", numberOf(request, "48.6万人")]])),
    });
    const { answer } = await createModelAnswerer({
      model: createOpenAiModel({ model: "scripted", baseUrl: server.baseUrl }),
      findEvidence: years.findEvidence,
      deadlineMs: 10_000,
    }).answer(years.snapshot, { question: "东岭县常住人口有多少？" });
    await years.close();
    expect(answer).toMatchObject({
      kind: "answered",
      answerer: "scripted",
      citations: [
        { text: expect.stringContaining("48.6万人") },
        { text: expect.stringContaining("46.1万人") },
      ],
      differences: [{ kind: "date", citations: [2, 1], scopes: ["2023年", "2020年"] }],
    });
  });
});

describe("the model answerer, streaming", () => {
  test("hands on each statement once it is checked, before the reply has ended", async () => {
    const handed: Statement[] = [];
    let goOn = () => {};
    const until = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { answer, asked } = await ask({
      question: "青石县博物馆有多少件馆藏文物，木船是哪年捞起来的？",
      onStatement: (statement) => {
        handed.push(statement);
        goOn();
      },
      chat: (request) => {
        const whole = draft([
          ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
          ["木船是2019年从青石河里捞起来的。", numberOf(request, "木船")],
        ]);
        const half = whole.indexOf("},") + 1;
        async function* pieces() {
          yield* whole.slice(0, half);
          await until;
          yield* whole.slice(half);
        }
        return { kind: "says", pieces: pieces() };
      },
    });
    expect(asked[0]).toMatchObject({ stream: true });
    expect(handed).toHaveLength(2);
    expect(answer.kind === "answered" && answer.statements).toEqual(handed);
  });

  test("holds back what stands behind a statement until that is mended", async () => {
    const handed: Statement[] = [];
    const { answer } = await ask({
      question: "青石县博物馆有多少件馆藏文物，木船是哪年捞起来的？",
      onStatement: (statement) => handed.push(statement),
      chat: (request) => {
        const ship = ["木船是2019年从青石河里捞起来的。", numberOf(request, "木船")] as const;
        const count = ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")] as const;
        if (readPrompt(request).isRepair) return says(draft([count]));
        expect(handed).toEqual([]);
        return says(draft([[count[0], 99], ship]));
      },
    });
    expect(handed.map(({ text }) => text)).toEqual([
      "青石县博物馆馆藏文物3200件。",
      "木船是2019年从青石河里捞起来的。",
    ]);
    expect(answer.kind === "answered" && answer.statements).toEqual(handed);
  });

  test("keeps what passed before a stream broke off, and says that something is missing", async () => {
    const { answer } = await ask({
      onStatement: () => {},
      chat: (request) => {
        const whole = draft([
          ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
          ["木船是2019年从青石河里捞起来的。", numberOf(request, "木船")],
        ]);
        return { kind: "cuts", pieces: [whole.slice(0, whole.indexOf("},") + 20)] };
      },
    });
    expect(answer).toMatchObject({
      kind: "answered",
      leftOut: 1,
      statements: [{ text: "青石县博物馆馆藏文物3200件。" }],
    });
  });

  test("keeps what passed before the time was over", async () => {
    const { answer } = await ask({
      onStatement: () => {},
      deadlineMs: 700,
      chat: (request) => {
        const whole = draft([
          ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
          ["木船是2019年从青石河里捞起来的。", numberOf(request, "木船")],
        ]);
        async function* pieces() {
          yield whole.slice(0, whole.indexOf("},") + 20);
          await new Promise<void>(() => {});
        }
        return { kind: "says", pieces: pieces() };
      },
    });
    expect(answer).toMatchObject({ kind: "answered", answerer: "scripted", leftOut: 1 });
  });

  test("ends a stream that begins to repeat itself", async () => {
    let sent = 0;
    const { answer } = await ask({
      onStatement: () => {},
      chat: (request) => {
        const n = numberOf(request, "3200件");
        async function* pieces() {
          yield '{"answerable": true, "statements": [';
          // Never ends by itself.
          for (;;) {
            sent += 1;
            yield `{"text": "青石县博物馆馆藏文物3200件。", "citations": [${n}]}, `;
          }
        }
        return { kind: "says", pieces: pieces() };
      },
    });
    expect(answer).toMatchObject({ kind: "answered", answerer: "scripted" });
    expect(answer.kind === "answered" && answer.statements).toHaveLength(1);
    expect(sent).toBeGreaterThan(3);
  });
});

describe("the model answerer, stopped by who asks", () => {
  const two = "青石县博物馆有多少件馆藏文物，木船是哪年捞起来的？";
  /** Writes one statement, and then the beginning of another, for ever. */
  const slow: ChatScript = (request) => {
    const whole = draft([
      ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
      ["木船是2019年从青石河里捞起来的。", numberOf(request, "木船")],
    ]);
    async function* pieces() {
      yield whole.slice(0, whole.indexOf("},") + 20);
      await new Promise<void>(() => {});
    }
    return { kind: "says", pieces: pieces() };
  };

  test("answers with the statements checked by then, and their citations", async () => {
    const stopper = new AbortController();
    const { answer } = await ask({
      question: two,
      chat: slow,
      stop: stopper.signal,
      onStatement: (_statement, citations) => {
        expect(citations).toMatchObject([{ n: 1, text: expect.stringContaining("3200件") }]);
        stopper.abort();
      },
    });
    expect(answer).toMatchObject({
      kind: "answered",
      answerer: "scripted",
      stopped: true,
      statements: [{ text: "青石县博物馆馆藏文物3200件。", citations: [1] }],
      citations: [{ n: 1, text: expect.stringContaining("3200件") }],
    });
    // What was not written has failed nothing.
    expect(answer).not.toHaveProperty("leftOut");
    expect(answer).not.toHaveProperty("unanswered");
  });

  test("ends with the reason of the stop where nothing is checked yet", async () => {
    const stopper = new AbortController();
    const asking = ask({
      chat: () => {
        stopper.abort(new Error("stopped by Ann"));
        return { kind: "hangs" };
      },
      stop: stopper.signal,
      onStatement: () => {},
    });
    await expect(asking).rejects.toThrow("stopped by Ann");
  });
});

describe("the model answerer, telling its stages", () => {
  test("tells each as it begins, with the size of the corpus", async () => {
    const stages: AskingStage[] = [];
    await ask({
      onStage: (stage) => stages.push(stage),
      chat: (request) => {
        const count = ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")] as const;
        return says(draft([readPrompt(request).isRepair ? count : [count[0], 99]]));
      },
    });
    const { documents } = corpus.snapshot.generation;
    expect(documents).toBeGreaterThan(1);
    expect(stages).toEqual([
      { kind: "understanding" },
      { kind: "searching", documents },
      { kind: "writing" },
      { kind: "checking" },
    ]);
  });
});

const json = (value: unknown): Reply => says(JSON.stringify(value));

describe("the model answerer, where the server fails", () => {
  const failures: readonly (readonly [string, ChatScript, string])[] = [
    ["drops the connection", () => ({ kind: "drops" }), "model-unavailable"],
    ["never answers", () => ({ kind: "hangs" }), "model-timeout"],
    ["refuses the key", () => failsWith(401), "model-unavailable"],
    ["is busy for an hour", () => failsWith(429, { "retry-after": "3600" }), "model-unavailable"],
    ["fails", () => failsWith(500, { "retry-after-ms": "1" }), "model-unavailable"],
    ["does not know the model", () => failsWith(404), "model-unavailable"],
    ["cuts the stream at once", () => ({ kind: "cuts", pieces: ['{"answ'] }), "model-unavailable"],
    ["says nothing", () => says(""), "model-unusable"],
    ["thinks and says nothing", () => says("<think>嗯……</think>"), "model-unusable"],
    ["sends a page", () => ({ kind: "sends", body: "<html>busy</html>" }), "model-unusable"],
    ["sends no choice", () => ({ kind: "sends", body: { choices: [] } }), "model-unusable"],
    ["refuses", () => ({ kind: "says", pieces: [""], refusal: "no" }), "model-unusable"],
    [
      "filters its reply",
      () => ({ kind: "says", pieces: ["{"], finishReason: "content_filter" }),
      "model-unusable",
    ],
    ["excuses itself", () => says("很抱歉，我不能回答这个问题。"), "unchecked"],
    [
      "writes another schema",
      () => json({ answer: "3200件", sources: ["museum.md"] }),
      "model-unusable",
    ],
    ["writes statements of another form", () => json({ statements: ["3200件"] }), "model-unusable"],
    ["cites what it was not given", () => says(draft([["馆藏3200件。", 77]])), "unchecked"],
    [
      "cites nothing",
      () => json({ answerable: true, statements: [{ text: "馆藏3200件。", citations: [] }] }),
      "unchecked",
    ],
    [
      "loops inside a string",
      () => ({
        kind: "says",
        pieces: [`{"answerable": true, "statements": [{"text": "${"馆藏".repeat(2000)}`],
        finishReason: "length",
      }),
      "model-unusable",
    ],
    ["never comes to an end", () => says(draft([["馆藏文物".repeat(300), 1]])), "unchecked"],
  ];

  test.each(failures)("answers with the sentences where it %s", async (_, chat, reason) => {
    const { answer, writing } = await ask({ chat, deadlineMs: 1500 });
    expect(answer).toMatchObject({ ...extractive, degraded: { reason } });
    expect(JSON.stringify({ answer, writing })).not.toContain("sk-secret");
  });

  test.each(failures.map(([name, chat]) => [name, chat] as const))(
    "hands on nothing where it %s while it streams",
    async (_, chat) => {
      const handed: Statement[] = [];
      const { answer } = await ask({
        chat,
        deadlineMs: 1500,
        onStatement: (statement) => handed.push(statement),
      });
      expect(handed).toEqual([]);
      expect(answer).toMatchObject(extractive);
      expect(answer.degraded?.reason).toBeDefined();
    },
  );

  test("answers with the sentences where no server is there", async () => {
    const answerer = createModelAnswerer({
      model: createOpenAiModel({ model: "m", baseUrl: "http://127.0.0.1:9/v1", maxRetries: 0 }),
      findEvidence: corpus.findEvidence,
      deadlineMs: 5000,
    });
    const { answer } = await answerer.answer(corpus.snapshot, {
      question: "青石县博物馆有多少件馆藏文物？",
    });
    expect(answer).toMatchObject({ ...extractive, degraded: { reason: "model-unavailable" } });
  });

  test("tries again where the server was busy for a moment", async () => {
    const { answer, asked } = await ask({
      chat: (request, attempt) =>
        attempt === 1 ? failsWith(429, { "retry-after-ms": "1" }) : right(request, attempt),
    });
    expect(answer).toMatchObject({ kind: "answered", answerer: "scripted" });
    expect(asked).toHaveLength(2);
  });

  test("keeps what passed where the mending fails", async () => {
    const { answer } = await ask({
      chat: (request) =>
        readPrompt(request).isRepair
          ? failsWith(401)
          : says(
              draft([
                ["青石县博物馆馆藏文物3200件。", numberOf(request, "3200件")],
                ["青石县博物馆有三座分馆。", 99],
              ]),
            ),
    });
    expect(answer).toMatchObject({ kind: "answered", answerer: "scripted", leftOut: 1 });
  });

  test("refuses as without a model where it fails and the sentences do not answer", async () => {
    const { answer } = await ask({
      question: "青石县博物馆2015年有多少件馆藏文物？",
      chat: () => failsWith(401),
    });
    expect(answer).toMatchObject({
      kind: "notFound",
      answerer: "extractive",
      reason: "year",
      degraded: { reason: "model-unavailable" },
    });
  });
});
