/** Opens the answerer that the settings ask for. */

import type { Answerer } from "../prompts/answering/answerer.ts";
import { createExtractiveAnswerer } from "../prompts/answering/extractive-answerer.ts";
import { createEvidenceFinder } from "../prompts/answering/find-evidence.ts";
import type { LanguageModel } from "../prompts/model/language-model.ts";
import type { TokenBudget } from "../prompts/model/token-budget.ts";
import type { Embedder } from "../retrieval/embedder.ts";
import type { QuestionTranslator } from "../retrieval/question/translate/create-translator.ts";
import type { Config, ModelConfig } from "./config.ts";

export interface AnswererParts {
  /** The one the corpus was loaded with. */
  readonly embedder: Embedder;
  readonly translator: QuestionTranslator;
  /** By which 去年 in a question is read. */
  readonly now: () => Date;
  /** @param tokensPerDay undefined where nothing limits them */
  readonly openBudget: (tokensPerDay: number | undefined) => Promise<TokenBudget>;
}

/** Asks no server: a model is first met by the first question. */
export async function openAnswerer(
  config: Pick<Config, "answerer" | "model">,
  { embedder, translator, openBudget, now }: AnswererParts,
): Promise<Answerer> {
  const { model } = config;
  if (config.answerer === "extractive" || model === undefined) {
    return createExtractiveAnswerer(embedder, { translator, now });
  }
  const { createModelAnswerer } = await import("../prompts/answering/model-answerer.ts");
  return createModelAnswerer({
    model: await openModel(model, openBudget),
    findEvidence: createEvidenceFinder(embedder, { translator, now }),
    deadlineMs: model.deadlineMs,
  });
}

/** The model behind its limits: requests at once, and tokens a day. */
export async function openModel(
  config: ModelConfig,
  openBudget: AnswererParts["openBudget"],
): Promise<LanguageModel> {
  const { createOpenAiModel } = await import("../prompts/model/openai-model.ts");
  const { limitModel } = await import("../prompts/model/limit-model.ts");
  const { requestsAtOnce, tokensPerDay, deadlineMs } = config;
  return limitModel(createOpenAiModel({ ...config, timeoutMs: deadlineMs }), {
    requestsAtOnce,
    budget: await openBudget(tokensPerDay),
  });
}
