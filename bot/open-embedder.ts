/** Opens the embedder that the settings ask for. */

import { join } from "node:path";
import type { Embedder } from "../retrieval/embedder.ts";
import type { LateEmbedder } from "../retrieval/forgiving-embedder.ts";
import { createHashedEmbedder } from "../retrieval/hashed-embedder.ts";
import type { Config } from "./config.ts";

type EmbedderConfig = Pick<Config, "embedding" | "fusionWeight" | "dataFolder">;

/**
 * @throws {RetrievalError} `E_EMBEDDING_FAILED` where the configured server does not answer, or the
 *   package or the model of a local one is missing
 */
export async function openEmbedder(config: EmbedderConfig): Promise<Embedder> {
  return weighed(await openUnweighed(config), config);
}

/**
 * The same for questions: a server is only asked when the first of them comes. Whatever is wrong on
 * this machine shows at once.
 *
 * @param open opens the embedder once
 * @throws {RetrievalError} as `open`, but not because of a server
 */
export async function lateEmbedder(
  config: EmbedderConfig,
  open: () => Promise<Embedder>,
): Promise<LateEmbedder> {
  if (config.embedding?.kind !== "server") {
    const { name, fusionWeight } = await open();
    return { name, fusionWeight, open };
  }
  const { openAiEmbedderIdentity } = await import("../retrieval/openai-embedder.ts");
  return { ...weighed(openAiEmbedderIdentity(config.embedding.model), config), open };
}

async function openUnweighed({ embedding, dataFolder }: EmbedderConfig): Promise<Embedder> {
  switch (embedding?.kind) {
    case undefined:
      return createHashedEmbedder();
    case "server": {
      const { openOpenAiEmbedder } = await import("../retrieval/openai-embedder.ts");
      return openOpenAiEmbedder(embedding);
    }
    case "local": {
      const { openTransformerEmbedder } = await import("../retrieval/transformer-embedder.ts");
      const cacheFolder = join(dataFolder, "cache", "models");
      return openTransformerEmbedder({ model: embedding.model, cacheFolder });
    }
  }
}

function weighed<Weighed extends Pick<Embedder, "fusionWeight">>(
  embedder: Weighed,
  { fusionWeight = embedder.fusionWeight }: EmbedderConfig,
): Weighed {
  return { ...embedder, fusionWeight };
}
