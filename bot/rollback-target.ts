/** Which generation "take the last change back" means. */

import type { Generation } from "../retrieval/corpus-store.ts";
import { RetrievalError } from "../retrieval/errors.ts";

/**
 * Number of the newest generation older than the content that is served now, so that rolling back
 * twice goes two steps back.
 *
 * @param generations newest first
 * @throws {RetrievalError} `E_NO_CORPUS`; `E_GENERATION_UNKNOWN` where nothing is older
 */
export function rollbackTarget(generations: readonly Generation[]): number {
  const [served] = generations;
  if (served === undefined) {
    throw new RetrievalError(
      "E_NO_CORPUS",
      "Expected a loaded corpus to roll back, found none. Load documents first.",
    );
  }
  const content = contentOf(served, generations);
  const older = generations.find((generation) => generation.number < content);
  if (older === undefined) {
    throw new RetrievalError(
      "E_GENERATION_UNKNOWN",
      `Expected a generation before ${content}, found none. There is nothing to go back to.`,
    );
  }
  return older.number;
}

/** Number of the generation that first held this content. */
function contentOf(generation: Generation, generations: readonly Generation[]): number {
  const { rolledBackTo } = generation;
  if (rolledBackTo === undefined) return generation.number;
  const origin = generations.find(({ number }) => number === rolledBackTo);
  return origin === undefined ? rolledBackTo : contentOf(origin, generations);
}
