/** Tells what one generation holds that another does not, document by document. */

import type { Document } from "../corpus/document.ts";
import type { CorpusSnapshot, DocumentSummary } from "./corpus-store.ts";

/** A document that only one of the two holds. */
export interface DocumentMoved {
  readonly kind: "added" | "removed";
  readonly path: string;
  readonly articles: number;
  readonly sentences: number;
}

/** A document of both. Lists are in the order of the document; a text that stands twice counts twice. */
export interface DocumentChanged {
  readonly kind: "changed";
  readonly path: string;
  /** Titles; an article without one shows by its sentences. */
  readonly articlesGained: readonly string[];
  readonly articlesLost: readonly string[];
  readonly sentencesGained: readonly string[];
  readonly sentencesLost: readonly string[];
}

export type DocumentDifference = DocumentMoved | DocumentChanged;

/**
 * In the order of paths. Only documents of other bytes or another reading are opened, one at a time;
 * one that was merely read by other code, with the same outcome, is no difference.
 *
 * @throws {RetrievalError} `E_STORE_UNREACHABLE`
 */
export async function* compareGenerations(
  before: CorpusSnapshot,
  after: CorpusSnapshot,
  signal?: AbortSignal,
): AsyncGenerator<DocumentDifference, void> {
  const old = byId(await before.listDocuments());
  const current = byId(await after.listDocuments());
  const all = [...new Map([...old, ...current]).values()].sort(byPath);
  for (const { id, path } of all) {
    signal?.throwIfAborted();
    const was = old.get(id);
    const is = current.get(id);
    if (was === undefined || is === undefined) {
      const { articles, sentences } = was ?? is ?? { articles: 0, sentences: 0 };
      yield { kind: was === undefined ? "added" : "removed", path, articles, sentences };
    } else if (was.stamp !== is.stamp) {
      const change = compareDocuments(path, await before.document(id), await after.document(id));
      if (was.contentHash !== is.contentHash || isVisible(change)) yield change;
    }
  }
}

function byId(summaries: readonly DocumentSummary[]): Map<string, DocumentSummary> {
  return new Map(summaries.map((summary) => [summary.id, summary]));
}

function byPath(one: DocumentSummary, other: DocumentSummary): number {
  return one.path < other.path ? -1 : 1;
}

function compareDocuments(
  path: string,
  before: Document | undefined,
  after: Document | undefined,
): DocumentChanged {
  const [oldTitles, newTitles] = [titlesOf(before), titlesOf(after)];
  const [oldSentences, newSentences] = [sentencesOf(before), sentencesOf(after)];
  return {
    kind: "changed",
    path,
    articlesGained: without(newTitles, oldTitles),
    articlesLost: without(oldTitles, newTitles),
    sentencesGained: without(newSentences, oldSentences),
    sentencesLost: without(oldSentences, newSentences),
  };
}

function isVisible(change: DocumentChanged): boolean {
  const { articlesGained, articlesLost, sentencesGained, sentencesLost } = change;
  return [articlesGained, articlesLost, sentencesGained, sentencesLost].some(
    ({ length }) => length > 0,
  );
}

function titlesOf(document: Document | undefined): readonly string[] {
  const titles = (document?.articles ?? []).map(({ title }) => title);
  return titles.filter((title) => title !== undefined);
}

function sentencesOf(document: Document | undefined): readonly string[] {
  return (document?.articles ?? []).flatMap(({ sentences }) => sentences.map(({ text }) => text));
}

/** The texts, less each of the others once. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}
