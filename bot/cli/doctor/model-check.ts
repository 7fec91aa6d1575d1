/** Checks the configured model by what it is for: one question on one sentence, checked as any answer. */

import type { EvidenceSentence } from "../../../prompts/verification/evidence.ts";
import type { ModelConfig } from "../../config.ts";
import { type Check, type Finding, bad, good } from "./check.ts";

const question = "青石大桥全长多少米？";
const evidence: readonly EvidenceSentence[] = [
  { n: 1, text: "青石大桥全长1260米，2019年通车。", title: "青石大桥" },
];

export function modelChecks(model: ModelConfig | undefined): readonly Check[] {
  if (model === undefined) return [];
  return [{ name: "model", run: (signal) => checkModel(model, signal) }];
}

async function checkModel(config: ModelConfig, signal: AbortSignal): Promise<Finding> {
  const { createOpenAiModel } = await import("../../../prompts/model/openai-model.ts");
  const { createMarker } = await import("../../../prompts/writing/fence.ts");
  const { writeStatements } = await import("../../../prompts/writing/write-statements.ts");
  const { deadlineMs } = config;
  const startedAt = performance.now();
  const written = await writeStatements({
    task: { question, language: "zh", evidence, marker: createMarker() },
    model: createOpenAiModel({ ...config, timeoutMs: deadlineMs }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
    deadlineMs: Date.now() + deadlineMs,
  });
  signal.throwIfAborted();
  if (written.failure !== undefined) throw written.failure;
  const { statements, usage, form = "text" } = written;
  const cost =
    `${(performance.now() - startedAt).toFixed(0)} ms,` +
    ` ${usage.promptTokens} + ${usage.completionTokens} tokens, form ${form}`;
  return statements.length > 0
    ? good(`${config.model} writes answers that pass the check; ${cost}`)
    : bad(
        `${config.model} wrote nothing that passes the check on a simple question; ${cost}`,
        "choose a stronger model; until then answers are the sentences themselves",
      );
}
