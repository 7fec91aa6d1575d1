/** Documents ready for a writer, made by the real corpus layer. */

import { buildChunks } from "../../../corpus/build-chunks.ts";
import { documentEdges } from "../../../corpus/noise/shared-lines.ts";
import { readDocument } from "../../../corpus/read-document.ts";
import type { PreparedDocument } from "../../../retrieval/corpus-store.ts";
import { hashVector } from "../loading/small-embedder.ts";

export const smallSpace = { name: "small-1", dimension: 16 } as const;

export async function prepareDocument(
  path: string,
  text: string,
  dimension: number = smallSpace.dimension,
): Promise<PreparedDocument> {
  const document = await readDocument(new TextEncoder().encode(text), { path });
  const chunks = buildChunks(document);
  return {
    document,
    edges: { ...documentEdges(document), left: [] },
    loaderVersion: "test",
    chunks,
    vectors: chunks.map(({ embeddedText }) => hashVector(embeddedText, dimension)),
  };
}
