/** The last look at a generation before readers get it. */

import { z } from "zod";
import type { CorpusSnapshot } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { readRows, storedVectorSchema } from "./arrow-rows.ts";
import { readCounts } from "./ledger.ts";
import type { PinnedTables } from "./pinned-tables.ts";
import { tokenMaxBytes } from "./whole-indices.ts";

const sampledChunks = 8;
const askedChunks = 3;
const askedTokens = 48;
const searchLimit = 3;

const sampleSchema = z.object({ tokens: z.string(), vector: storedVectorSchema });

/** What the tables hold, in the columns of the state row. */
export interface GenerationCounts {
  readonly documents: number;
  readonly articles: number;
  readonly sentences: number;
  readonly chunks: number;
}

/**
 * Counts what the pinned tables hold.
 *
 * @throws {RetrievalError} `E_LEG_UNHEALTHY` where chunks and documents do not belong together
 */
export async function countGeneration(tables: PinnedTables): Promise<GenerationCounts> {
  const { whole, broken } = await readCounts(tables.documents, tables.chunks);
  if (broken.size > 0) {
    throw new RetrievalError(
      "E_LEG_UNHEALTHY",
      `Expected every chunk to belong to a whole document, found ${broken.size} documents that ` +
        "are not whole; another load may be writing. Load again, one load at a time.",
    );
  }
  const counts = { documents: whole.size, articles: 0, sentences: 0, chunks: 0 };
  for (const row of whole.values()) {
    counts.articles += row.article_count;
    counts.sentences += row.sentence_count;
    counts.chunks += row.chunk_count;
  }
  return counts;
}

/**
 * Asks both legs for a few stored chunks by their own tokens and vectors.
 *
 * @throws {RetrievalError} `E_LEG_UNHEALTHY` where a leg finds nothing
 */
export async function checkLegs(snapshot: CorpusSnapshot, tables: PinnedTables): Promise<void> {
  const samples = await sampleChunks(tables, snapshot.generation.chunks);
  const bags = samples.map(({ tokens }) => distinct(tokens)).filter((bag) => bag.length > 0);
  // A few chunks may hold nothing but signs; so many that were drawn across the corpus may not.
  const isEnough = samples.length === sampledChunks;
  if (bags.length === 0 && isEnough) throw unhealthy("full text");
  for (const bag of bags.slice(0, askedChunks)) {
    const hits = await snapshot.searchFullText(bag, { limit: searchLimit });
    if (hits.length === 0) throw unhealthy("full text");
    const frequencies = await snapshot.documentFrequencies(bag);
    if (frequencies.size < bag.length) throw unhealthy("term");
  }
  const vectors = samples.map(({ vector }) => vector).filter((vector) => vector.some(Boolean));
  if (vectors.length === 0 && isEnough) throw unhealthy("vector");
  for (const vector of vectors.slice(0, askedChunks)) {
    const hits = await snapshot.searchVectors(vector, { limit: searchLimit });
    if (hits.length === 0) throw unhealthy("vector");
  }
}

function sampleChunks({ chunks }: PinnedTables, total: number) {
  if (total === 0) return [];
  const step = Math.max(1, Math.floor(total / sampledChunks));
  const offsets = Array.from({ length: Math.min(sampledChunks, total) }, (_, at) => at * step);
  return readRows(chunks.takeOffsets(offsets).select(["tokens", "vector"]), sampleSchema);
}

/** Those that the full text knows. */
function distinct(tokens: string): string[] {
  const known = new Set(
    tokens.split(" ").filter((token) => token !== "" && Buffer.byteLength(token) < tokenMaxBytes),
  );
  return [...known].slice(0, askedTokens);
}

function unhealthy(leg: string): RetrievalError {
  return new RetrievalError(
    "E_LEG_UNHEALTHY",
    `Expected the ${leg} search to find a stored chunk by its own content, found nothing. ` +
      "The old generation stays served; load again, or with --force to serve it all the same.",
  );
}
