/**
 * Ids from content. The same sentence of the same document keeps its id across reloads, machines
 * and versions of the splitter, so that a citation in last month's chat still opens.
 */

import { createHash } from "node:crypto";

const documentIdLength = 16;
const localIdLength = 12;

/** Lower-case hexadecimal SHA-256 of bytes or UTF-8 text. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Id of the document at a path: 16 hexadecimal digits. A changed file stays the same document. */
export function documentId(path: string): string {
  return sha256(`document\n${path}`).slice(0, documentIdLength);
}

/**
 * Id of a sentence: `<document id>-<12 hexadecimal digits>`, so that the document can be found from
 * it. White space does not count.
 *
 * @param occurrence how many equal sentences stand before it in the document, from 0
 */
export function sentenceId(ofDocument: string, text: string, occurrence: number): string {
  const content = text.replace(/\s+/gu, "");
  return `${ofDocument}-${sha256(`sentence\n${content}\n${occurrence}`).slice(0, localIdLength)}`;
}

/** The document a sentence id belongs to; the id itself where it has no such form. */
export function documentIdOfSentence(id: string): string {
  return id.slice(0, documentIdLength);
}

/** Id of an article or chunk: `<document id>-<12 hexadecimal digits>` over its sentences' ids. */
export function groupId(
  kind: "article" | "chunk",
  ofDocument: string,
  sentenceIds: readonly string[],
): string {
  return `${ofDocument}-${sha256([kind, ...sentenceIds].join("\n")).slice(0, localIdLength)}`;
}
