/** Keeps track of the lines that documents share, and of those that were left out for it. */

import type { Document } from "../../corpus/document.ts";
import { documentEdges, sharedLines, withoutLines } from "../../corpus/noise/shared-lines.ts";
import type { HeldDocument, HeldEdges } from "../corpus-store.ts";

/** Keys of the shared lines, by folder. */
export type SharedLines = ReturnType<typeof sharedLines>;

export interface CleanedDocument {
  readonly document: Document;
  readonly edges: HeldEdges;
}

/** The lines that the documents share, as they are in their files. */
export function linesSharedBy(documents: ReadonlyMap<string, HeldDocument>): SharedLines {
  return sharedLines([...documents.values()].map(({ edges }) => edges));
}

/** The document without what it shares. */
export function leaveShared(document: Document, shared: SharedLines): CleanedDocument {
  const edges = documentEdges(document);
  const left = linesToLeave(edges, shared);
  return { document: withoutLines(document, new Set(left)), edges: { ...edges, left } };
}

/** Ids of the documents that were read before it was known what they share, or no longer share it. */
export function documentsToClean(
  documents: ReadonlyMap<string, HeldDocument>,
): ReadonlySet<string> {
  const shared = linesSharedBy(documents);
  const outdated = [...documents.values()].filter(
    ({ edges }) => linesToLeave(edges, shared).join() !== edges.left.join(),
  );
  return new Set(outdated.map(({ id }) => id));
}

function linesToLeave(
  { folder, lines }: Pick<HeldEdges, "folder" | "lines">,
  shared: SharedLines,
): readonly string[] {
  const ofFolder = shared.get(folder);
  return lines.filter((line) => ofFolder?.has(line) === true);
}
