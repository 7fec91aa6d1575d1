/** Finds out for a dry run which sentences would come and go. */

import type { Document } from "../../corpus/document.ts";
import type { CorpusStore, HeldDocument, ServedCorpus } from "../corpus-store.ts";
import type { DocumentChange } from "../load-report.ts";
import type { CorpusDifference } from "./plan-load.ts";

interface SentenceChange {
  readonly sentencesGained: number;
  readonly sentencesLost: number;
}

export interface ChangeRecorder {
  /** Compares a document that was read with the one that is served; keeps numbers only. */
  onRead(document: Document): Promise<void>;
  /** Sorted by path. */
  changes(
    difference: CorpusDifference,
    after: ReadonlyMap<string, HeldDocument>,
  ): readonly DocumentChange[];
  close(): void;
}

/** @param served what `store` serves; undefined for nothing */
export async function recordChanges(
  store: CorpusStore,
  served: ServedCorpus | undefined,
): Promise<ChangeRecorder> {
  const snapshot = served === undefined ? undefined : await store.snapshot();
  const before = served?.documents ?? new Map<string, HeldDocument>();
  const byPath = new Map<string, SentenceChange>();
  return {
    async onRead(document) {
      const isServed = before.has(document.id);
      const old = isServed ? await snapshot?.document(document.id) : undefined;
      const oldIds = sentenceIds(old);
      const newIds = sentenceIds(document);
      byPath.set(document.path, {
        sentencesGained: countMissing(newIds, oldIds),
        sentencesLost: countMissing(oldIds, newIds),
      });
    },
    changes({ added, changed, removed }, after) {
      const sentencesBefore = countByPath(before);
      const sentencesAfter = countByPath(after);
      // What a killed load has left was not read again: of it only the totals are known.
      const byTotals = (path: string): SentenceChange => {
        const gained = (sentencesAfter.get(path) ?? 0) - (sentencesBefore.get(path) ?? 0);
        return { sentencesGained: Math.max(0, gained), sentencesLost: Math.max(0, -gained) };
      };
      const changeOf = (kind: DocumentChange["kind"]) => (path: string) => ({
        path,
        kind,
        ...(byPath.get(path) ?? byTotals(path)),
      });
      return [
        ...added.map(changeOf("added")),
        ...changed.map(changeOf("changed")),
        ...removed.map(changeOf("removed")),
      ].sort((one, other) => (one.path < other.path ? -1 : 1));
    },
    close: () => snapshot?.close(),
  };
}

function sentenceIds(document: Document | undefined): ReadonlySet<string> {
  const articles = document?.articles ?? [];
  return new Set(articles.flatMap(({ sentences }) => sentences.map(({ id }) => id)));
}

function countMissing(ids: ReadonlySet<string>, from: ReadonlySet<string>): number {
  let missing = 0;
  for (const id of ids) if (!from.has(id)) missing += 1;
  return missing;
}

function countByPath(documents: ReadonlyMap<string, HeldDocument>): ReadonlyMap<string, number> {
  return new Map([...documents.values()].map(({ path, sentences }) => [path, sentences]));
}
