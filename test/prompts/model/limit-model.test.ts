import { afterEach, describe, expect, test } from "vitest";
import type { CompletionRequest } from "../../../prompts/model/language-model.ts";
import { limitModel, type ModelLimits } from "../../../prompts/model/limit-model.ts";
import { createOpenAiModel } from "../../../prompts/model/openai-model.ts";
import type { TokenBudget } from "../../../prompts/model/token-budget.ts";
import {
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

async function open(chat: ChatScript, limits: Partial<ModelLimits>) {
  const server = await startScriptedOpenAi({ chat });
  opened.push(server);
  const model = createOpenAiModel({ model: "m", baseUrl: server.baseUrl, maxRetries: 0 });
  return { model: limitModel(model, { requestsAtOnce: 4, ...limits }), server };
}

function createBudget(tokens: number): TokenBudget & { readonly left: number } {
  let left = tokens;
  return {
    reserve: (wanted) => {
      if (wanted > left) return Promise.resolve(false);
      left -= wanted;
      return Promise.resolve(true);
    },
    settle: (reserved, spent) => {
      left += reserved - spent;
      return Promise.resolve();
    },
    get left() {
      return left;
    },
  };
}

function request(overrides: Partial<CompletionRequest> = {}): CompletionRequest {
  return {
    messages: () => [{ role: "user", content: "十个汉字十个汉字十个" }],
    schema: { name: "thing", jsonSchema: { type: "object" } },
    maxTokens: 190,
    signal: new AbortController().signal,
    ...overrides,
  };
}

describe("limitModel", () => {
  test("keeps to the requests at once", async () => {
    const { model, server } = await open(() => says("好"), { requestsAtOnce: 2 });
    await Promise.all(Array.from({ length: 8 }, () => model.complete(request())));
    expect(server.chats).toHaveLength(8);
    expect(server.load.most).toBeLessThanOrEqual(2);
  });

  test("lets a caller go who no longer waits for its turn", async () => {
    const { model, server } = await open(() => ({ kind: "hangs" }), { requestsAtOnce: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const hanging = model.complete(request({ signal: first.signal }));
    const waiting = model.complete(request({ signal: second.signal }));
    second.abort(new Error("no longer"));
    await expect(waiting).rejects.toThrow("no longer");
    first.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");
    expect(server.chats.length).toBeLessThanOrEqual(1);
  });

  test("takes what was used from the budget, no more", async () => {
    const budget = createBudget(1000);
    const { model } = await open(() => says("好"), { budget });
    await model.complete(request());
    expect(budget.left).toBe(1000 - 120);
  });

  test("asks nobody where the budget cannot hold the longest reply", async () => {
    const budget = createBudget(199);
    const { model, server } = await open(() => says("好"), { budget });
    await expect(model.complete(request())).rejects.toMatchObject({ code: "E_MODEL_BUDGET" });
    expect(server.chats).toEqual([]);
    expect(budget.left).toBe(199);
  });

  test("gives back what a server that is down did not use", async () => {
    const budget = createBudget(1000);
    const { model } = await open(() => failsWith(500), { budget });
    await expect(model.complete(request())).rejects.toMatchObject({ code: "E_MODEL_UNAVAILABLE" });
    expect(budget.left).toBe(1000);
  });

  test("counts a prompt whose reply was not waited for, and what had been heard", async () => {
    const budget = createBudget(1000);
    async function* pieces() {
      yield "四个汉字";
      await new Promise<void>(() => {});
    }
    const { model } = await open(() => ({ kind: "says", pieces: pieces() }), { budget });
    const controller = new AbortController();
    const asking = model.complete(
      request({
        signal: controller.signal,
        onText: () => controller.abort(new Error("stopped")),
      }),
    );
    await expect(asking).rejects.toThrow("stopped");
    await expect.poll(() => budget.left).toBe(1000 - 10 - 4);
  });
});
