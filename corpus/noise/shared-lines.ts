/**
 * Finds the lines that many documents of a folder have at their beginning or end: what the site or
 * paper they were taken from puts around each of them.
 */

import type { Article } from "../article.ts";
import type { Document, DroppedText } from "../document.ts";
import { groupId, sha256 } from "../ids.ts";
import type { Sentence } from "../sentence.ts";
import { endsComplete } from "../text/ends-complete.ts";

/** Why such a line is left out. */
export const sharedReason = "shared with other documents";

/** So many sentences at each end of a document are looked at. */
const edgeSentences = 6;
/** A line must stand in so many documents of the folder that otherwise differ, and in this share. */
const leastDocuments = 3;
const leastShare = 0.2;
const keyLength = 12;

/** What comparing documents needs of one. */
export interface DocumentEdges {
  /** Of its path; only documents of one folder are compared. */
  readonly folder: string;
  /** Of its longest whole sentence: copies of one document count as one. */
  readonly signature: string;
  /** Keys of the lines at its ends that are no sentences; a sentence says something, and stays. */
  readonly lines: readonly string[];
}

/** The same for the same document, whatever stands beside it. */
export function documentEdges({ path, articles }: Document): DocumentEdges {
  const sentences = articles.flatMap((article) => article.sentences);
  const longest = sentences.reduce(
    (best, { text }) => (text.length > best.length && endsComplete(text) ? text : best),
    "",
  );
  const lines = [...edgesOf(sentences)].filter(isLine).map(({ text }) => keyOf(text));
  return {
    folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))),
    signature: keyOf(longest),
    lines: [...new Set(lines)].sort(),
  };
}

/** Keys of the shared lines, by folder; the order of the documents does not count. */
export function sharedLines(
  documents: Iterable<DocumentEdges>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const signatures = new Map<string, Set<string>>();
  const holders = new Map<string, Map<string, Set<string>>>();
  for (const { folder, signature, lines } of documents) {
    entry(signatures, folder, () => new Set<string>()).add(signature);
    const ofFolder = entry(holders, folder, () => new Map<string, Set<string>>());
    for (const line of lines) entry(ofFolder, line, () => new Set<string>()).add(signature);
  }
  return new Map(
    [...holders].map(([folder, lines]) => {
      const least = Math.max(leastDocuments, (signatures.get(folder)?.size ?? 0) * leastShare);
      const shared = [...lines].filter(([, { size }]) => size >= least).map(([line]) => line);
      return [folder, new Set(shared)];
    }),
  );
}

/** The document without those lines at its ends; they stand in `dropped`. */
export function withoutLines(document: Document, lines: ReadonlySet<string>): Document {
  const edges = edgesOf(document.articles.flatMap((article) => article.sentences));
  const removed = [...edges].filter((one) => isLine(one) && lines.has(keyOf(one.text)));
  if (removed.length === 0) return document;
  const ids = new Set(removed.map(({ id }) => id));
  return {
    ...document,
    articles: document.articles.flatMap((article) => withoutSentences(document.id, article, ids)),
    dropped: [...document.dropped, ...removed.flatMap((one) => dropsOf(document.text, one))].sort(
      (one, other) => one.start - other.start,
    ),
  };
}

function edgesOf(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  return new Set([...sentences.slice(0, edgeSentences), ...sentences.slice(-edgeSentences)]);
}

/** A row of a table says something without a sentence's mark. */
function isLine({ text, place }: Sentence): boolean {
  return !endsComplete(text) && place?.kind !== "row";
}

function keyOf(text: string): string {
  return sha256(text.replace(/\s+/gu, "")).slice(0, keyLength);
}

function withoutSentences(
  documentId: string,
  article: Article,
  ids: ReadonlySet<string>,
): readonly Article[] {
  const sentences = article.sentences.filter(({ id }) => !ids.has(id));
  if (sentences.length === article.sentences.length) return [article];
  if (sentences.length === 0) return [];
  const id = groupId(
    "article",
    documentId,
    sentences.map((sentence) => sentence.id),
  );
  return [{ ...article, id, sentences }];
}

function dropsOf(text: string, { spans }: Sentence): readonly DroppedText[] {
  return spans.map(({ start, end }) => ({
    text: text.slice(start, end),
    reason: sharedReason,
    start,
    end,
  }));
}

function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key) ?? create();
  map.set(key, known);
  return known;
}
