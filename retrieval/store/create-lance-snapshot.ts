/** A reader's pinned view of one generation. */

import { MatchQuery, Operator } from "@lancedb/lancedb";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { publishedOnSchema } from "../../corpus/article.ts";
import type { Chunk } from "../../corpus/chunk.ts";
import { sentenceSchema } from "../../corpus/sentence.ts";
import type { CorpusSnapshot, Hit, SearchOptions } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { readRows } from "./arrow-rows.ts";
import { createCallGate } from "./call-gate.ts";
import { callLance } from "./connect-lance.ts";
import { equals, isInFolders } from "./filters.ts";
import { readHeldRows } from "./ledger.ts";
import { unpackDocument } from "./packed-document.ts";
import { closePinnedTables, type PinnedTables } from "./pinned-tables.ts";
import { toGeneration } from "./create-state-table.ts";
import { chunkRowSchema, columnsOf, type ChunkRow, type StateRow } from "./tables.ts";
import { bucketOf, readBucket } from "./term-buckets.ts";

/** Partitions to look into and candidates to measure again: recall 0.95 on a million rows. */
const searchedPartitions = 40;
const refineFactor = 20;
/** LanceDB's number for looking on until there are enough rows. */
const allPartitions = 0;
const rememberedTerms = 20_000;

const sentencesSchema = z.array(sentenceSchema);
const fullTextRowSchema = chunkRowSchema.extend({ _score: z.number() });
const vectorRowSchema = chunkRowSchema.extend({ _distance: z.number() });
const bodyRowSchema = z.object({ body: z.instanceof(Uint8Array) });
const bucketRowSchema = z.object({ terms: z.string() });

/** Takes over the tables and closes them. */
export function createLanceSnapshot(row: StateRow, tables: PinnedTables): CorpusSnapshot {
  const chunkCounts = new LRUCache<string, number>({ max: rememberedTerms });
  const gate = createCallGate(() => closePinnedTables(tables));
  let bucketCount: number | undefined;

  function read<Result>(doing: string, call: () => Promise<Result>): Promise<Result> {
    return gate.run(() => callLance(doing, call));
  }

  /** Counts of the tokens as stored, 0 for those the corpus does not hold. */
  async function readTerms(tokens: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map(tokens.map((token) => [token, 0]));
    if (tokens.length === 0) return counts;
    const rows = (bucketCount ??= await tables.terms.countRows());
    const buckets = [...new Set(tokens.map((token) => bucketOf(token, rows)))];
    const query = tables.terms.takeOffsets(buckets.sort((one, other) => one - other));
    for (const { terms } of await readRows(query, bucketRowSchema)) {
      readBucket(terms, (token, count) => {
        if (counts.has(token)) counts.set(token, count);
      });
    }
    return counts;
  }

  return {
    generation: toGeneration(row),

    async searchFullText(tokens, { limit, scope, signal }) {
      signal?.throwIfAborted();
      if (tokens.length === 0 || row.chunks === 0) return [];
      const query = new MatchQuery(tokens.join(" "), "tokens", { operator: Operator.Or });
      const rows = await read("search the full text", () => {
        const search = tables.chunks.query().fullTextSearch(query);
        if (scope !== undefined) search.where(isInFolders("path", scope));
        return readRows(
          search.select(columnsOf(fullTextRowSchema)).limit(limit),
          fullTextRowSchema,
        );
      });
      signal?.throwIfAborted();
      return rows.map((found) => ({ chunk: toChunk(found), score: found._score })).sort(byScore);
    },

    async searchVectors(vector, { limit, scope, signal }: SearchOptions) {
      signal?.throwIfAborted();
      if (vector.length > 0) checkLength(vector, row);
      if (row.chunks === 0 || vector.every((value) => value === 0)) return [];
      const rows = await read("search the vectors", () => {
        const query = tables.chunks.query().nearestTo(vector).distanceType("cosine");
        // An index from larger times may still be there, and without refining it is inexact.
        if (row.vector_index_rows === 0) query.bypassVectorIndex();
        else query.nprobes(searchedPartitions).refineFactor(refineFactor);
        if (scope !== undefined) {
          // Rows of a small scope may all lie in partitions that are far from the question.
          query.where(isInFolders("path", scope)).maximumNprobes(allPartitions);
        }
        return readRows(query.select(columnsOf(vectorRowSchema)).limit(limit), vectorRowSchema);
      });
      signal?.throwIfAborted();
      return rows
        .map((found) => ({ chunk: toChunk(found), score: 1 - found._distance }))
        .sort(byScore);
    },

    async documentFrequencies(tokens) {
      // Taken out before anything is put in, which may push them out of what is remembered.
      const counts = new Map(tokens.map((token) => [token, chunkCounts.get(token)]));
      const unknown = tokens.filter((token) => counts.get(token) === undefined);
      for (const [token, count] of await read("look up terms", () => readTerms(unknown))) {
        counts.set(token, count);
        chunkCounts.set(token, count);
      }
      return new Map(
        [...counts].flatMap(([token, count = 0]) => (count > 0 ? [[token, count]] : [])),
      );
    },

    async listDocuments() {
      const rows = await read("list documents", () => readHeldRows(tables.documents));
      return rows
        .map((held) => ({
          id: held.id,
          path: held.path,
          mediaType: held.media_type,
          contentHash: held.content_hash,
          articles: held.article_count,
          sentences: held.sentence_count,
        }))
        .sort((one, other) => (one.path < other.path ? -1 : 1));
    },

    async document(id) {
      const query = tables.documents.query().where(equals("id", id)).select(["body"]).limit(1);
      const [found] = await read("read a document", () => readRows(query, bodyRowSchema));
      return found === undefined ? undefined : unpackDocument(found.body);
    },

    close() {
      gate.close();
    },
  };
}

function checkLength(vector: Float32Array, row: StateRow): void {
  if (vector.length === row.dimension) return;
  throw new RetrievalError(
    "E_EMBEDDING_DIMENSION",
    `Expected a vector of ${row.dimension} numbers (embedder ${row.embedder}), found ` +
      `${vector.length}. Use the embedder the corpus was loaded with, or load it again.`,
  );
}

function toChunk(row: ChunkRow): Chunk {
  return {
    id: row.id,
    documentId: row.document_id,
    articleId: row.article_id,
    sequence: row.sequence,
    path: row.path,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.published_on === null
      ? {}
      : { publishedOn: publishedOnSchema.parse(JSON.parse(row.published_on)) }),
    sentences: sentencesSchema.parse(JSON.parse(row.sentences)),
    ...(row.before === null ? {} : { before: row.before }),
    ...(row.after === null ? {} : { after: row.after }),
    embeddedText: row.embedded_text,
  };
}

/** Equal scores by id, so that one generation always answers alike. */
function byScore(one: Hit, other: Hit): number {
  return other.score - one.score || (one.chunk.id < other.chunk.id ? -1 : 1);
}
