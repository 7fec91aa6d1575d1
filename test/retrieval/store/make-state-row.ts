/** Builder of a row of the table of generations. */

import type { StateRow } from "../../../retrieval/store/tables.ts";

/** A row that tells who wrote it by its embedder. */
export function makeStateRow(generation: number, writer: string): StateRow {
  return {
    generation,
    published_at: "2030-01-01T00:00:00.000Z",
    embedder: writer,
    dimension: 16,
    documents: 1,
    articles: 1,
    sentences: 1,
    chunks: 1,
    documents_table: "documents",
    documents_version: 1,
    chunks_table: "chunks",
    chunks_version: 1,
    terms_table: "terms",
    terms_version: 1,
    vector_index_rows: 0,
    rolled_back_to: null,
  };
}
