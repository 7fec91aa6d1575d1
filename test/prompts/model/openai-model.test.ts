import { afterEach, describe, expect, test } from "vitest";
import type { CompletionRequest } from "../../../prompts/model/language-model.ts";
import { createOpenAiModel, type OpenAiModelOptions } from "../../../prompts/model/openai-model.ts";
import {
  type ChatRequest,
  type ChatScript,
  failsWith,
  says,
  type ScriptedOpenAi,
  startScriptedOpenAi,
} from "../../support/scripted-openai.ts";

const opened: ScriptedOpenAi[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function open(chat: ChatScript, options: Partial<OpenAiModelOptions> = {}) {
  const server = await startScriptedOpenAi({ chat });
  opened.push(server);
  const model = createOpenAiModel({ model: "m", baseUrl: server.baseUrl, ...options });
  return { model, server };
}

function request(overrides: Partial<CompletionRequest> = {}): CompletionRequest {
  return {
    messages: (form) => [{ role: "user", content: `in ${form}` }],
    schema: { name: "thing", jsonSchema: { type: "object" } },
    maxTokens: 50,
    signal: new AbortController().signal,
    ...overrides,
  };
}

/** A server that knows only these of the three forms. */
const knowing =
  (...types: readonly (string | undefined)[]): ChatScript =>
  ({ response_format: format }) =>
    types.includes(format?.type)
      ? says("好")
      : failsWith(400, {}, `unknown response_format ${format?.type}`);

const formsAsked = (chats: readonly ChatRequest[]) =>
  chats.map((chat) => chat.response_format?.type ?? "text");

describe("createOpenAiModel", () => {
  test("asks for the schema and gives text, usage and form", async () => {
    const { model, server } = await open(() => says("  好。\n"), { apiKey: "sk-test" });
    expect(await model.complete(request())).toEqual({
      text: "好。",
      form: "schema",
      usage: { promptTokens: 100, completionTokens: 20 },
      finishReason: "stop",
    });
    expect(server.chats).toMatchObject([
      {
        model: "m",
        temperature: 0,
        max_tokens: 50,
        messages: [{ role: "user", content: "in schema" }],
        response_format: {
          type: "json_schema",
          json_schema: { name: "thing", strict: true, schema: { type: "object" } },
        },
      },
    ]);
    expect(server.keys).toEqual(["Bearer sk-test"]);
  });

  test.each([
    [["json_object", undefined], "json", ["json_schema", "json_object"]],
    [[undefined], "text", ["json_schema", "json_object", "text"]],
  ] as const)("learns once that a server knows only %j", async (known, form, asked) => {
    const { model, server } = await open(knowing(...known));
    expect(await model.complete(request())).toMatchObject({ form, text: "好" });
    expect(formsAsked(server.chats)).toEqual(asked);
    await model.complete(request());
    expect(formsAsked(server.chats)).toEqual([...asked, asked.at(-1)]);
    expect(server.chats.at(-1)?.messages[0]?.content).toBe(`in ${form}`);
  });

  test("learns nothing from a request that fails in every form", async () => {
    const { model, server } = await open((_, attempt) =>
      attempt <= 3 ? failsWith(404) : says("好"),
    );
    await expect(model.complete(request())).rejects.toMatchObject({ code: "E_MODEL_REJECTED" });
    await model.complete(request());
    expect(formsAsked(server.chats).at(-1)).toBe("json_schema");
  });

  test("does not look for another form where the prompt is too long", async () => {
    const { model, server } = await open(() =>
      failsWith(400, {}, "This model's maximum context length is 4096 tokens"),
    );
    await expect(model.complete(request())).rejects.toMatchObject({ code: "E_MODEL_REJECTED" });
    expect(server.chats).toHaveLength(1);
  });

  test("speaks to reasoning models as they want it", async () => {
    const { model, server } = await open((chat) => {
      if (chat.max_tokens !== undefined) {
        return failsWith(400, {}, "Unsupported 'max_tokens'. Use 'max_completion_tokens' instead.");
      }
      if (chat.temperature !== undefined) return failsWith(400, {}, "Unsupported: temperature");
      return says("<think>先想\n一想</think>好");
    });
    expect(await model.complete(request())).toMatchObject({ text: "好", form: "schema" });
    expect(server.chats.at(-1)).toMatchObject({ max_completion_tokens: 50 });
    expect(server.chats.at(-1)).not.toHaveProperty("temperature");
  });

  test.each([
    [401, "E_MODEL_REJECTED", false],
    [403, "E_MODEL_REJECTED", false],
    [429, "E_MODEL_UNAVAILABLE", true],
    [500, "E_MODEL_UNAVAILABLE", true],
    [503, "E_MODEL_UNAVAILABLE", true],
  ])("status %d fails as %s, without the server's words", async (status, code, retryable) => {
    const { model } = await open(() => failsWith(status), { maxRetries: 0 });
    await expect(model.complete(request())).rejects.toMatchObject({
      code,
      retryable,
      message: expect.not.stringContaining("sk-secret"),
    });
  });

  test("waits as long as the server asks, and tries again", async () => {
    const { model, server } = await open((_, attempt) =>
      attempt <= 2 ? failsWith(429, { "retry-after": "0" }) : says("好"),
    );
    expect(await model.complete(request())).toMatchObject({ text: "好" });
    expect(server.chats).toHaveLength(3);
  });

  test.each([
    { "retry-after": "60" },
    { "retry-after": new Date(Date.now() + 60_000).toUTCString() },
  ])("gives up at once where the server asks for more time than there is: %j", async (headers) => {
    const { model, server } = await open(() => failsWith(429, headers));
    const asking = model.complete(request({ deadlineMs: Date.now() + 5000 }));
    await expect(asking).rejects.toMatchObject({ code: "E_MODEL_UNAVAILABLE" });
    expect(server.chats).toHaveLength(1);
  });

  test("does not wait for money", async () => {
    const { model, server } = await open(() => ({
      kind: "sends",
      status: 429,
      body: { error: { message: "You exceeded your quota", code: "insufficient_quota" } },
    }));
    await expect(model.complete(request())).rejects.toMatchObject({ code: "E_MODEL_REJECTED" });
    expect(server.chats).toHaveLength(1);
  });

  test("times out an attempt that nobody answers", async () => {
    const { model } = await open(() => ({ kind: "hangs" }), { timeoutMs: 50, maxRetries: 0 });
    await expect(model.complete(request())).rejects.toMatchObject({ code: "E_MODEL_TIMEOUT" });
  });

  test("stops a request and a pause when told to", async () => {
    const hanging = new AbortController();
    const { model } = await open(() => {
      hanging.abort(new Error("stopped"));
      return { kind: "hangs" };
    });
    await expect(model.complete(request({ signal: hanging.signal }))).rejects.toThrow("stopped");

    const pausing = new AbortController();
    const { model: busy } = await open(() => {
      setTimeout(() => pausing.abort(new Error("stopped")), 20);
      return failsWith(429, { "retry-after": "600" });
    });
    await expect(busy.complete(request({ signal: pausing.signal }))).rejects.toThrow("stopped");
  });

  test("estimates what the server does not count", async () => {
    const { model } = await open(() => ({
      kind: "says",
      pieces: ["四个汉字"],
      withoutUsage: true,
    }));
    const { usage } = await model.complete(request());
    expect(usage).toEqual({ promptTokens: "in schema".length, completionTokens: 4 });
  });
});

describe("createOpenAiModel, streaming", () => {
  test("hands on pieces, without thoughts, as they come", async () => {
    const pieces = ["<thi", "nk>想", "</th", "ink>", "青石", "大桥", "<", "完"];
    const { model, server } = await open(() => ({ kind: "says", pieces }));
    const heard: string[] = [];
    const { text, usage } = await model.complete(request({ onText: (piece) => heard.push(piece) }));
    expect(heard.join("")).toBe("青石大桥<完");
    expect(text).toBe("青石大桥<完");
    expect(usage).toEqual({ promptTokens: 100, completionTokens: 20 });
    expect(server.chats[0]).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  test("does without usage where the server cannot stream it", async () => {
    const { model, server } = await open((chat) =>
      chat.stream_options === undefined
        ? { kind: "says", pieces: ["好"], withoutUsage: true }
        : failsWith(400, {}, "unknown field stream_options"),
    );
    expect(await model.complete(request({ onText: () => {} }))).toMatchObject({ form: "schema" });
    expect(server.chats).toHaveLength(2);
  });

  test("keeps what came before the stream broke off", async () => {
    const { model } = await open(() => ({ kind: "cuts", pieces: ["青石", "大桥"] }));
    const completion = await model.complete(request({ onText: () => {} }));
    expect(completion).toMatchObject({ text: "青石大桥", finishReason: "cut" });
  });

  test("tries again where the stream broke off before its first word", async () => {
    const { model, server } = await open((_, attempt) =>
      attempt === 1 ? { kind: "drops" } : says("好"),
    );
    const completion = await model.complete(request({ onText: () => {} }));
    expect(completion).toMatchObject({ text: "好", finishReason: "stop" });
    expect(server.chats).toHaveLength(2);
  });

  test("tells a reply that ran out of tokens", async () => {
    const { model } = await open(() => ({
      kind: "says",
      pieces: ["青石"],
      finishReason: "length",
    }));
    const completion = await model.complete(request({ onText: () => {} }));
    expect(completion.finishReason).toBe("length");
  });

  test("ends a silent stream when told to", async () => {
    const controller = new AbortController();
    async function* pieces() {
      yield "青石";
      await new Promise<void>(() => {});
    }
    const { model } = await open(() => ({ kind: "says", pieces: pieces() }));
    const asking = model.complete(
      request({
        signal: controller.signal,
        onText: () => controller.abort(new Error("stopped")),
      }),
    );
    await expect(asking).rejects.toThrow("stopped");
  });
});
