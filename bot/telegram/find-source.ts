/** Finds a source for its reader: where it stands now, or what is still known of it. */

import type { SentenceInPlace } from "../../corpus/locate-sentence.ts";
import type { Answer, Citation } from "../../prompts/answering/answer.ts";
import type { App } from "../app.ts";
import type { StoredAnswer } from "../operations/answers.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { ReaderSource } from "./callback-data.ts";

export type FoundSource =
  | {
      readonly kind: "stands";
      readonly place: SentenceInPlace;
      /** As an answer cites it; undefined where only its id was known. */
      readonly citation: Citation | undefined;
      /** Whether its article is no longer what it was when it was cited. */
      readonly hasChanged: boolean;
    }
  /** The served corpus no longer holds it; the answer knows how it read. */
  | { readonly kind: "gone"; readonly citation: Citation }
  /** Only its id is known, and the served corpus does not hold it. */
  | { readonly kind: "unknown" }
  /** The answer that cites it is no longer kept. */
  | { readonly kind: "forgotten" };

interface Reach {
  readonly app: Pick<App, "locate">;
  readonly operations: Pick<Operations, "answers">;
}

/** @param fallback id by which to look where the answer is no longer kept */
export async function findSource(
  { app, operations }: Reach,
  source: ReaderSource,
  fallback?: string,
): Promise<FoundSource> {
  if (source.kind === "sentence") return findSentence(app, source.sentenceId);
  const stored = await operations.answers.find(source.answerId);
  const citation = stored && citationOf(stored.answer, source.n);
  if (citation !== undefined) return findCitation(app, citation);
  return fallback === undefined ? { kind: "forgotten" } : findSentence(app, fallback);
}

/** Where the answer's citation of that number stands; forgotten where the chat has no such answer. */
export function findCited(
  { app }: Pick<Reach, "app">,
  stored: StoredAnswer | undefined,
  n: number,
): Promise<FoundSource> | FoundSource {
  const citation = stored && citationOf(stored.answer, n);
  return citation === undefined ? { kind: "forgotten" } : findCitation(app, citation);
}

async function findCitation(app: Reach["app"], citation: Citation): Promise<FoundSource> {
  const place = await app.locate(citation.sentenceId, 1);
  if (place === undefined) return { kind: "gone", citation };
  return { kind: "stands", place, citation, hasChanged: hasChanged(citation, place) };
}

async function findSentence(app: Reach["app"], sentenceId: string): Promise<FoundSource> {
  const place = await app.locate(sentenceId, 1);
  return place === undefined
    ? { kind: "unknown" }
    : { kind: "stands", place, citation: undefined, hasChanged: false };
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
