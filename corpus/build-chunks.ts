/** Groups neighbouring sentences into what is embedded and stored. */

import type { Article } from "./article.ts";
import type { Chunk } from "./chunk.ts";
import type { Document } from "./document.ts";
import { groupId } from "./ids.ts";
import type { Sentence } from "./sentence.ts";
import { joinSentences } from "./text/visible-text.ts";

/** Characters of its sentences at which a chunk is full; measured on 500 to 1,500 character texts. */
const fullChunkLength = 400;
/** What no embedder would read to its end; only metadata gone wild makes so much. */
const maxEmbeddedLength = 4000;
/** A shorter chunk does not close at a section's end, and at an article's end joins the one before. */
const shortChunkLength = 120;

/**
 * The chunks of a document in reading order: consecutive sentences of one article and, where they
 * are long enough, one section. No sentence is split, left out or in two chunks.
 */
export function buildChunks(document: Document): readonly Chunk[] {
  const groups = document.articles.flatMap((article) =>
    groupSentences(article.sentences).map((sentences, at, all) => ({
      article,
      sentences,
      before: all[at - 1]?.at(-1)?.text,
      after: all[at + 1]?.[0]?.text,
    })),
  );
  return groups.map((group, sequence) => toChunk(document, group, sequence));
}

interface Group {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function toChunk(
  document: Document,
  { article, sentences, before, after }: Group,
  sequence: number,
): Chunk {
  const ids = sentences.map((sentence) => sentence.id);
  return {
    id: groupId("chunk", document.id, ids),
    documentId: document.id,
    articleId: article.id,
    sequence,
    path: document.path,
    ...(article.title === undefined ? {} : { title: article.title }),
    ...(article.publishedOn === undefined ? {} : { publishedOn: article.publishedOn }),
    sentences,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    embeddedText: embeddedText(article, sentences),
  };
}

function groupSentences(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const groups: Sentence[][] = [];
  let open: Sentence[] = [];
  for (const sentence of sentences) {
    const length = lengthOf(open);
    const isFull = length > 0 && length + sentence.text.length > fullChunkLength;
    const isSectionEnd = length >= shortChunkLength && open.at(-1)?.section !== sentence.section;
    if (isFull || isSectionEnd) {
      groups.push(open);
      open = [];
    }
    open.push(sentence);
  }
  const last = groups.at(-1);
  const isShortTail =
    last !== undefined &&
    lengthOf(open) < shortChunkLength &&
    lengthOf(last) + lengthOf(open) <= fullChunkLength + shortChunkLength;
  if (isShortTail) last.push(...open);
  else if (open.length > 0) groups.push(open);
  return groups;
}

function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((length, sentence) => length + sentence.text.length, 0);
}

function embeddedText(article: Article, sentences: readonly Sentence[]): string {
  const sections = new Set(sentences.flatMap((sentence) => sentence.section ?? []));
  const heading = [
    article.title,
    ...sections,
    article.publishedOn?.value,
    ...yearsMeant(sentences).map((year) => `${year}年`),
  ];
  const body = joinSentences(sentences.map((sentence) => sentence.text));
  const whole = [...heading.filter((line) => line !== undefined), body].join("\n");
  // Never between the halves of one character.
  return whole.slice(0, maxEmbeddedLength).replace(/[\ud800-\udbff]$/u, "");
}

/** The years that the sentences mean without naming them. */
function yearsMeant(sentences: readonly Sentence[]): readonly string[] {
  const values = sentences.flatMap(({ times = [] }) => times.map(({ value }) => value));
  return [...new Set(values.flatMap((value) => value.match(/\d{4}(?=-|\/|$)/gu) ?? []))].sort();
}
