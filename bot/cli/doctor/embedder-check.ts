/** Measures the embedder on known pairs: one that ranks worse than the full text alone does harm. */

import type { Embedder } from "../../../retrieval/embedder.ts";
import type { EmbeddingConfig } from "../../config.ts";
import { type Check, type Finding, good, warning } from "./check.ts";
import { knownPairs } from "./known-pairs.ts";
import type { PairFigures } from "./rank-known-pairs.ts";

/** @param embedding undefined: the built-in embedder, which is known to be weak and weighs little */
export function embedderChecks(
  embedding: EmbeddingConfig | undefined,
  open: () => Promise<Embedder>,
): readonly Check[] {
  const isBuiltIn = embedding === undefined;
  return [{ name: "embedder", run: async (signal) => measure(await open(), isBuiltIn, signal) }];
}

async function measure(
  embedder: Embedder,
  isBuiltIn: boolean,
  signal: AbortSignal,
): Promise<Finding> {
  const { fullTextScores, fusedScores, rankKnownPairs, sentencesOf, vectorScores } =
    await import("./rank-known-pairs.ts");
  const { name, dimension, fusionWeight } = embedder;
  const questions = knownPairs.map(({ question }) => question);
  const startedAt = performance.now();
  const cosines = vectorScores(
    await embedder.embed(questions, { role: "question", signal }),
    await embedder.embed(sentencesOf(knownPairs), { role: "passage", signal }),
  );
  const elapsedMs = performance.now() - startedAt;
  const scores = fullTextScores(knownPairs);
  const vectors = rankKnownPairs(cosines);
  const fullText = rankKnownPairs(scores);
  const both = rankKnownPairs(fusedScores(scores, cosines, fusionWeight));
  const found =
    `${name}, ${dimension} dimensions, ${elapsedMs.toFixed(0)} ms; answers of ${questions.length}` +
    ` known questions in first place (mean of 1 / rank): vectors ${shown(vectors)}, full text` +
    ` ${shown(fullText)}, both with weight ${fusionWeight} ${shown(both)}`;
  const isWorth =
    vectors.reciprocalRank >= fullText.reciprocalRank ||
    both.reciprocalRank > fullText.reciprocalRank;
  return isBuiltIn || isWorth
    ? good(found)
    : warning(
        `${found}. The vectors rank worse than the full text alone and do not help it`,
        "choose a model for the languages of your documents, or set FUSION_WEIGHT to 0.3 or less",
      );
}

function shown({ first, reciprocalRank }: PairFigures): string {
  return `${first} (${reciprocalRank.toFixed(2)})`;
}
