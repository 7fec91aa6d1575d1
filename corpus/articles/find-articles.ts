/** Tells apart the pieces of writing in a parsed document. */

import type { Article, PublishedOn } from "../article.ts";
import { inferPublishedOn } from "../dates/infer-date.ts";
import { readTimes } from "../dates/relative-times.ts";
import type { DroppedText } from "../document.ts";
import type { Block, ParsedDocument } from "../formats/parsed-document.ts";
import { groupId } from "../ids.ts";
import { createSentenceNames, type NameSentences } from "../sentences/name-sentences.ts";
import { splitBlock } from "../sentences/split-block.ts";
import type { Sentence, Span } from "../sentence.ts";
import { visibleText } from "../text/visible-text.ts";
import { articleKind } from "./article-kind.ts";
import { authorsOf, authorsOfMetadata } from "./authors.ts";
import { displacedSections } from "./displaced-sections.ts";
import type { CaptionBlock, Draft } from "./draft.ts";
import { draftArticles } from "./draft-articles.ts";
import { missingParts } from "./incompleteness.ts";
import { labelBlocks } from "./label-blocks.ts";
import { removeRepeats } from "./remove-repeats.ts";
import { trimCaption, trimParagraph, type Trimming } from "./trim-paragraph.ts";

/** Longer documents did not appear on one day. */
const maxPageLength = 100_000;

/** Marks before a byline. */
const ornaments = /^[^\p{L}\p{N}（(【［[〔]+/u;

export interface FindArticlesOptions {
  readonly documentId: string;
  /** Title known from outside the bytes: the document is one piece of that title. */
  readonly title?: string;
}

export interface FoundArticles {
  /** In reading order, the captions after all others; none without sentences. */
  readonly articles: readonly Article[];
  /** Headings, bylines, date lines and repeats, which are not kept as sentences. */
  readonly dropped: readonly DroppedText[];
}

/**
 * 1. Labels the blocks, 2. sorts them into pieces, 3. cuts bylines and page jumps off the
 * paragraphs, 4. splits them into sentences, 5. tells kind, authors and what is missing.
 */
export function findArticles(parsed: ParsedDocument, options: FindArticlesOptions): FoundArticles {
  const { text } = parsed;
  const knownTitle = options.title ?? parsed.title;
  const isOnePiece = options.title !== undefined;
  const blocks = labelBlocks(parsed, { knownTitle, isOnePiece });
  const drafted = draftArticles(text, blocks, { knownTitle, isOnePiece });
  const nameSentences = createSentenceNames(options.documentId);

  const dropped: DroppedText[] = [];
  const drop = (span: Span, reason: string): void => {
    dropped.push({ text: text.slice(span.start, span.end), reason, ...span });
  };
  for (const { span, reason } of drafted.labels) drop(span, reason);

  const pageDate = parsed.publishedOn ?? drafted.publishedOn;
  const finish = { documentId: options.documentId, text, nameSentences, drop, pageDate };
  const pieces = drafted.drafts.map((draft, index) =>
    finishDraft(draft, index === 0 ? parsed.byline : undefined, finish),
  );
  const captions = drafted.captions.map((caption) => finishCaption(caption, finish));
  const articles = [...pieces, ...captions].filter(({ sentences }) => sentences.length > 0);
  return {
    articles: dateTogether(articles).map(withTimes),
    dropped: dropped.sort((one, other) => one.start - other.start),
  };
}

/** Gives pieces without a date the one that all of them together show. */
function dateTogether(articles: readonly Article[]): readonly Article[] {
  if (articles.every(({ publishedOn }) => publishedOn !== undefined)) return articles;
  const texts = articles.flatMap(({ byline = "", sentences }) => [
    byline,
    ...sentences.map((sentence) => sentence.text),
  ]);
  if (texts.reduce((sum, { length }) => sum + length, 0) > maxPageLength) return articles;
  const inferred = inferPublishedOn(texts);
  if (inferred === undefined) return articles;
  return articles.map((article) => ({ publishedOn: inferred, ...article }));
}

/** The article, its relative times read as of its date. */
function withTimes(article: Article): Article {
  const sentences = article.sentences.map((sentence) => {
    const times = readTimes(sentence.text, article.publishedOn)
      .filter(({ words, value }) => !words.includes(value.slice(0, 4)))
      .map(({ start, end, value }) => ({ start, end, value }));
    return times.length === 0 ? sentence : { ...sentence, times };
  });
  return { ...article, sentences };
}

interface Finish {
  readonly documentId: string;
  readonly text: string;
  readonly nameSentences: NameSentences;
  readonly drop: (span: Span, reason: string) => void;
  readonly pageDate: PublishedOn | undefined;
}

function finishDraft(draft: Draft, knownByline: string | undefined, finish: Finish): Article {
  const { text, drop, documentId } = finish;
  const bylines = [...(knownByline === undefined ? [] : [knownByline]), ...draft.bylines];
  const trimmed = draft.body.map(({ block, section }) => {
    const trimming = trimParagraph(text, block);
    dropAll(trimming, drop);
    return { ...trimming, section };
  });
  const cutBylines = trimmed.flatMap(({ byline }) => byline ?? []);
  const byline = strongest([...bylines, ...cutBylines])?.replace(ornaments, "");

  const split = trimmed.flatMap(({ block, section }) =>
    splitBlock(text, block).map((piece) => ({ piece, section, block })),
  );
  const kept = removeRepeats(split, ({ piece }) => {
    for (const span of piece.spans) drop(span, "repeated");
  });
  const sentences = kept.flatMap(({ piece, section, block: { place } }) =>
    finish.nameSentences([piece], { section, place }),
  );

  const paragraphs = trimmed.map(({ block, section }) => ({
    text: visibleText(block.spans.map(({ start, end }) => text.slice(start, end)).join("")),
    ...(section === undefined ? {} : { section }),
  }));
  const jumps = trimmed.flatMap(({ missing }) => missing);
  const judged = kept.map(({ piece, block }) => ({ text: piece.text, isProse: isProse(block) }));
  const missing = new Set([...jumps, ...missingParts(judged)]);
  const displaced = displacedSections(paragraphs);
  const publishedOn = draft.publishedOn ?? finish.pageDate;
  return {
    id: articleId(documentId, sentences),
    kind: articleKind({
      isNote: draft.isNote,
      isBrief: draft.isBrief,
      title: draft.title,
      labels: draft.labels,
      byline: byline ?? "",
      hasDateline: trimmed.some(({ hasDateline }) => hasDateline),
      hasBylineAbove: draft.bylines.some((one) => authorsOf(one).length > 0),
      hasSections: draft.sections.length > 0,
      text: paragraphs.map((paragraph) => paragraph.text).join(""),
    }),
    ...(draft.title === undefined ? {} : { title: draft.title }),
    ...(draft.subtitle === undefined ? {} : { subtitle: draft.subtitle }),
    ...(byline === undefined ? {} : { byline }),
    authors: byline === knownByline ? authorsOfMetadata(byline ?? "") : authorsOf(byline ?? ""),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    sections: [...new Set(draft.sections)],
    ...(missing.size === 0 ? {} : { missing: [...missing] }),
    ...(displaced.length === 0 ? {} : { displacedSections: displaced }),
    sentences,
  };
}

function finishCaption(caption: CaptionBlock, finish: Finish): Article {
  const { block, draft, title } = caption;
  const trimming = trimCaption(finish.text, block);
  dropAll(trimming, finish.drop);
  const sentences = finish.nameSentences(splitBlock(finish.text, trimming.block), {
    place: block.place,
  });
  const byline = trimming.byline ?? caption.byline;
  const publishedOn = draft?.publishedOn ?? finish.pageDate;
  return {
    id: articleId(finish.documentId, sentences),
    kind: "caption",
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    authors: authorsOf(byline ?? ""),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    sections: [],
    sentences,
  };
}

/** Whether the block is running text, and no cell of a table. */
function isProse({ kind, place }: Block): boolean {
  return kind === "paragraph" && place?.kind !== "row";
}

function dropAll({ cut }: Trimming, drop: Finish["drop"]): void {
  for (const { span, reason } of cut) drop(span, reason);
}

/** The first byline that names somebody, else the first. */
function strongest(bylines: readonly string[]): string | undefined {
  return bylines.find((byline) => authorsOf(byline).length > 0) ?? bylines[0];
}

function articleId(documentId: string, sentences: readonly Sentence[]): string {
  return groupId(
    "article",
    documentId,
    sentences.map((sentence) => sentence.id),
  );
}
