/** Builder of a load's report. */

import type { Generation } from "../../../retrieval/corpus-store.ts";
import type { LoadReport } from "../../../retrieval/load-report.ts";

export function makeGeneration(overrides: Partial<Generation> = {}): Generation {
  return {
    number: 8,
    publishedAt: new Date("2026-11-22T08:30:00Z"),
    embedder: "hashed-1024",
    dimension: 1024,
    documents: 43,
    articles: 210,
    sentences: 12_345,
    chunks: 4_321,
    ...overrides,
  };
}

export function makeLoadReport(overrides: Partial<LoadReport> = {}): LoadReport {
  return {
    generation: makeGeneration(),
    published: true,
    added: ["new.txt", "news.txt"],
    changed: ["museum.txt"],
    removed: [],
    unchanged: 40,
    failed: [],
    dropped: [],
    documents: 43,
    articles: 210,
    sentences: 12_345,
    chunksEmbedded: 17,
    bytesRead: 4_100_000,
    documentsPerSecond: 5.2,
    megabytesPerSecond: 0.47,
    elapsedMs: 8_240,
    timesMs: { list: 100, read: 2_100, embed: 4_000, write: 1_200, index: 800 },
    ...overrides,
  };
}
