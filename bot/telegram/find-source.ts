/** Finds a source for its reader: where it stands now, or what is still known of it. */

import type { SentenceInPlace } from "../../corpus/locate-sentence.ts";
import { documentIdOfSentence } from "../../corpus/ids.ts";
import type { Answer, Citation } from "../../prompts/answering/answer.ts";
import type { App } from "../app.ts";
import type { StoredAnswer } from "../operations/answers.ts";
import type { Operations } from "../operations/open-operations.ts";
import { day } from "../text/day.ts";
import type { ReaderSource } from "./reader-button.ts";
import { type GivenFrom, givenFrom } from "./given-from.ts";

export type FoundSource =
  | {
      readonly kind: "stands";
      readonly place: SentenceInPlace;
      /** As an answer cites it; undefined where only its id was known. */
      readonly citation: Citation | undefined;
      /** What the answer was given from, where its article is no longer what it was then. */
      readonly changed: GivenFrom | undefined;
    }
  /** Its document no longer holds it; the answer knows how it read. */
  | { readonly kind: "gone"; readonly citation: Citation; readonly changed: GivenFrom }
  /** Its document is shown to nobody any more; since when, where that is known. */
  | { readonly kind: "removed"; readonly on: string | undefined }
  /** Only its id is known, and the served corpus does not hold it. */
  | { readonly kind: "unknown" }
  /** The answer that cites it is no longer kept. */
  | { readonly kind: "forgotten" };

interface Reach {
  readonly app: Pick<App, "locate" | "removals" | "generations">;
  readonly operations: Pick<Operations, "answers" | "documentChanges">;
}

/** @param fallback id by which to look where the answer is no longer kept */
export async function findSource(
  reach: Reach,
  source: ReaderSource,
  fallback?: string,
): Promise<FoundSource> {
  if (source.kind === "sentence") return findSentence(reach, source.sentenceId);
  const found = await findCited(
    reach,
    await reach.operations.answers.find(source.answerId),
    source.n,
  );
  if (found.kind !== "forgotten" || fallback === undefined) return found;
  return findSentence(reach, fallback);
}

/** Where the answer's citation of that number stands; forgotten where the chat has no such answer. */
export async function findCited(
  reach: Reach,
  stored: StoredAnswer | undefined,
  n: number,
): Promise<FoundSource> {
  const citation = stored && citationOf(stored.answer, n);
  if (stored === undefined || citation === undefined) return { kind: "forgotten" };
  if (citation.removed !== undefined) return { kind: "removed", on: citation.removed.on };
  const place = await reach.app.locate(citation.sentenceId, 1);
  if (place !== undefined && !hasChanged(citation, place)) {
    return { kind: "stands", place, citation, changed: undefined };
  }
  const changed = await givenFrom(reach, stored, citation.documentId);
  return place === undefined
    ? { kind: "gone", citation, changed }
    : { kind: "stands", place, citation, changed };
}

async function findSentence({ app }: Reach, sentenceId: string): Promise<FoundSource> {
  const place = await app.locate(sentenceId, 1);
  if (place !== undefined)
    return { kind: "stands", place, citation: undefined, changed: undefined };
  const id = documentIdOfSentence(sentenceId);
  const removal = (await app.removals([id])).get(id);
  // Of a document that nobody knows, or whose file alone went, there is nothing to tell but that.
  if (removal?.at === undefined) return { kind: "unknown" };
  return { kind: "removed", on: day(removal.at) };
}

/** An article's id comes from its sentences; its title and date may change besides. */
function hasChanged(citation: Citation, { article }: SentenceInPlace): boolean {
  return (
    (citation.articleId !== undefined && citation.articleId !== article.id) ||
    citation.article !== article.title ||
    citation.publishedOn?.value !== article.publishedOn?.value
  );
}

function citationOf(answer: Answer, n: number): Citation | undefined {
  if (answer.kind === "unclear") return undefined;
  const shown = answer.kind === "answered" ? answer.citations : answer.nearest;
  return shown.find((citation) => citation.n === n);
}
