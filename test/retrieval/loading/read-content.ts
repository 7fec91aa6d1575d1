/** Everything a snapshot serves, read through every way in and checked against itself. */

import { buildChunks } from "../../../corpus/build-chunks.ts";
import type { CorpusSnapshot } from "../../../retrieval/corpus-store.ts";

/** Above the chunks of any test. */
const limit = 100_000;
/** Every text of the tests has this mark. */
const everywhere = "。";
const anyWord = ["一", "二", "的", "是", "大", "在", "要", "有", "第"];

/**
 * Texts by path.
 *
 * @throws {Error} where documents, chunks, vectors and counts are not of one generation
 */
export async function readContent(snapshot: CorpusSnapshot): Promise<Record<string, string>> {
  const { generation } = snapshot;
  const content: Record<string, string> = {};
  const expected = new Map<string, string>();
  for (const { id, path, contentHash } of await snapshot.listDocuments()) {
    const document = await snapshot.document(id);
    if (document?.path !== path || document.contentHash !== contentHash) {
      throw new Error(`${path} is listed but not there`);
    }
    if (!document.text.includes(everywhere)) throw new Error(`${path} has lost its text`);
    content[path] = document.text.trim();
    for (const chunk of buildChunks(document)) expected.set(chunk.id, JSON.stringify(chunk));
  }
  const direction = new Float32Array(generation.dimension).fill(1);
  const byVector = await snapshot.searchVectors(direction, { limit });
  const byWord = await snapshot.searchFullText(anyWord, { limit });
  check("documents", Object.keys(content).length, generation.documents);
  check("chunks", expected.size, generation.chunks);
  check("vectors", byVector.length, expected.size);
  check("words", byWord.length, expected.size);
  for (const { chunk } of [...byVector, ...byWord]) {
    if (expected.get(chunk.id) !== JSON.stringify(chunk)) {
      throw new Error(`${chunk.path} has a chunk of another version`);
    }
  }
  return content;
}

function check(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${found} ${what} instead of ${expected}`);
}
