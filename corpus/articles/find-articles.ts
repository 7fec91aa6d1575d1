/** Tells apart the pieces of writing in a parsed document. */

import type { Article, PublishedOn } from "../article.ts";
import { authorsOf, openingBylineLength, photoCreditLength } from "./byline.ts";
import type { DroppedText } from "../document.ts";
import { groupId } from "../ids.ts";
import { type BlockLabel, labelBlocks } from "./label-blocks.ts";
import { createSentenceNames } from "../sentences/name-sentences.ts";
import { printedDate } from "../dates/printed-date.ts";
import type { Sentence, Span } from "../sentence.ts";
import type { Block, ParsedDocument } from "../formats/parsed-document.ts";
import { splitBlock } from "../sentences/split-block.ts";
import { visibleText } from "../text/visible-text.ts";

export interface FindArticlesOptions {
  readonly documentId: string;
  /** Title known from outside the bytes; stronger than any in the text. */
  readonly title?: string;
}

export interface FoundArticles {
  /** The piece itself, then its captions, each a piece of its own; none without sentences. */
  readonly articles: readonly Article[];
  /** Headings, bylines and date lines, which are kept as such and not as sentences. */
  readonly dropped: readonly DroppedText[];
}

/** One piece for the whole document, and one for each caption. */
export function findArticles(parsed: ParsedDocument, options: FindArticlesOptions): FoundArticles {
  const nameSentences = createSentenceNames(options.documentId);
  const dropped: DroppedText[] = [];
  const sections: string[] = [];
  const sentences: Sentence[] = [];
  const captions: (readonly Sentence[])[] = [];
  let title = options.title ?? parsed.title;
  let subtitle: string | undefined;
  let byline: string | undefined;
  let publishedOn: PublishedOn | undefined = parsed.publishedOn;

  let previous: BlockLabel | undefined;
  for (const { block, label, words } of labelBlocks(parsed, title)) {
    const before = previous;
    previous = label;
    if (label === "body" || label === "caption") {
      const parts = label === "body" ? cutByline(parsed, block) : cutCredit(parsed, block);
      const named = nameSentences(splitBlock(parsed.text, parts.block), sections.at(-1));
      if (label === "caption") captions.push(named);
      else for (const sentence of named) sentences.push(sentence);
      if (parts.cut === undefined) continue;
      const cutWords = parsed.text.slice(parts.cut.start, parts.cut.end);
      dropped.push({ text: cutWords, reason: parts.reason, ...parts.cut });
      if (label === "body") byline = strongerByline(byline, visibleText(cutWords));
      continue;
    }
    for (const span of block.spans) {
      dropped.push({ text: parsed.text.slice(span.start, span.end), reason: label, ...span });
    }
    switch (label) {
      case "title":
        title ??= words;
        break;
      case "subtitle":
        if (before === "title") subtitle ??= words;
        break;
      case "heading":
        sections.push(words);
        break;
      case "byline":
        byline = strongerByline(byline, words);
        break;
      case "date line":
        publishedOn ??= printedDate(words);
        break;
    }
  }

  const dated = publishedOn === undefined ? {} : { publishedOn };
  const feature: Article = {
    id: articleId(options.documentId, sentences),
    kind: "feature",
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(byline === undefined ? {} : { byline }),
    authors: authorsOf(byline ?? ""),
    ...dated,
    sections: [...new Set(sections)],
    sentences,
  };
  const ofCaptions = captions.map((ofCaption) => {
    const id = articleId(options.documentId, ofCaption);
    const caption = {
      id,
      kind: "caption",
      authors: [],
      sections: [],
      sentences: ofCaption,
    } as const;
    return Object.assign(caption, dated);
  });
  return { articles: [feature, ...ofCaptions].filter(hasSentences), dropped };
}

/** The first byline that names somebody, else the first. */
function strongerByline(known: string | undefined, words: string): string {
  const isStronger = known === undefined || authorsOf(known).length === 0;
  return isStronger && (known === undefined || authorsOf(words).length > 0) ? words : known;
}

function articleId(documentId: string, sentences: readonly Sentence[]): string {
  return groupId(
    "article",
    documentId,
    sentences.map((sentence) => sentence.id),
  );
}

function hasSentences(article: Article): boolean {
  return article.sentences.length > 0;
}

interface CutBlock {
  readonly block: Block;
  /** What was cut off; undefined where the block is whole. */
  readonly cut?: Span;
  readonly reason: string;
}

/** Takes `本报讯（记者某某）` off the start of a paragraph. */
function cutByline(parsed: ParsedDocument, block: Block): CutBlock {
  const reason = "byline";
  const [first, ...rest] = block.spans;
  if (first === undefined || block.kind !== "paragraph") return { block, reason };
  const length = openingBylineLength(parsed.text.slice(first.start, first.end));
  if (length === 0) return { block, reason };
  const start = first.start + length;
  return {
    block: { ...block, spans: [{ start, end: first.end }, ...rest] },
    cut: { start: first.start, end: start },
    reason,
  };
}

/** Takes `某某摄` off the end of a caption. */
function cutCredit(parsed: ParsedDocument, block: Block): CutBlock {
  const reason = "photo credit";
  const last = block.spans.at(-1);
  const length =
    last === undefined ? 0 : photoCreditLength(parsed.text.slice(last.start, last.end));
  if (last === undefined || length === 0) return { block, reason };
  const end = last.end - length;
  return {
    block: { ...block, spans: [...block.spans.slice(0, -1), { start: last.start, end }] },
    cut: { start: end, end: last.end },
    reason,
  };
}
