/** Shows on a terminal what the loader understood of a document. */

import type { Article, PublishedOn } from "../../corpus/article.ts";
import type { Document, DroppedText } from "../../corpus/document.ts";
import type { Sentence } from "../../corpus/sentence.ts";
import { placeLabel } from "../text/place-label.ts";
import { counted } from "./counted.ts";
import { printable } from "./printable.ts";

/** Of what was left out for one reason, so many pieces are shown. */
const shownDrops = 3;
const shownDropLength = 60;
const indent = "    ";

/**
 * The document's articles in reading order with every sentence under its section, then what was left
 * out, by reason.
 */
export function renderArticles({ path, mediaType, text, articles, dropped }: Document): string {
  const captions = articles.filter(({ kind }) => kind === "caption").length;
  const sentences = articles.reduce((sum, article) => sum + article.sentences.length, 0);
  const counts = [
    counted(articles.length - captions, "article"),
    ...(captions === 0 ? [] : [counted(captions, "caption")]),
    counted(sentences, "sentence"),
  ];
  const rendered = [
    `${path}  ${mediaType}, ${counts.join(", ")}`,
    ...articles.map((article) => renderArticle(article)),
    ...renderDropped(text, dropped),
  ];
  return printable(rendered.join("\n\n"));
}

function renderArticle(article: Article): string {
  const { kind, title, subtitle, byline, authors, publishedOn, sentences } = article;
  const by = [byline, authors.length === 0 ? undefined : `by ${authors.join(", ")}`];
  const about = [
    subtitle,
    by.filter((part) => part !== undefined).join("  ") || undefined,
    publishedOn && dateLine(publishedOn),
    ...marks(article),
  ];
  const head = title === undefined ? `[${kind}]` : `[${kind}] ${title}`;
  return [
    `  ${head}`,
    ...about.filter((line) => line !== undefined).map((line) => `${indent}${line}`),
    ...renderSentences(sentences),
  ].join("\n");
}

function dateLine({ value, kind, evidence }: PublishedOn): string {
  const [from = value, to] = value.split("/");
  const when = to === undefined ? from : `between ${from} and ${to}`;
  return `${when}, ${kind}: ${evidence}`;
}

function marks({ missing = [], displacedSections = [] }: Article): readonly string[] {
  return [
    ...missing.map((part) => `its ${part} is not on the page`),
    ...displacedSections.map((section) => `shown behind its end: ${section}`),
  ];
}

function renderSentences(sentences: readonly Sentence[]): readonly string[] {
  let section: string | undefined;
  return sentences.flatMap((sentence) => {
    const isNew = sentence.section !== section && sentence.section !== undefined;
    section = sentence.section;
    const { id, place, times = [], text } = sentence;
    const notes = [
      ...(place === undefined ? [] : [placeLabel(place, "en")]),
      ...times.map(({ start, end, value }) => `${text.slice(start, end)} = ${value}`),
    ];
    return [
      ...(isNew ? [`${indent}§ ${section}`] : []),
      `${indent}${id}  ${text}${notes.length === 0 ? "" : `  (${notes.join("; ")})`}`,
    ];
  });
}

function renderDropped(text: string, dropped: readonly DroppedText[]): readonly string[] {
  if (dropped.length === 0) return [];
  const byReason = new Map<string, DroppedText[]>();
  for (const drop of dropped)
    byReason.set(drop.reason, [...(byReason.get(drop.reason) ?? []), drop]);
  const lines = [...byReason].flatMap(([reason, drops]) => [
    `${indent}${reason}, ${drops.length} ×`,
    ...drops
      .slice(0, shownDrops)
      .map((drop) => `${indent}  line ${lineOf(text, drop.start)}  ${shorten(drop.text)}`),
    ...(drops.length > shownDrops ? [`${indent}  … (all with --json)`] : []),
  ]);
  return [["  left out", ...lines].join("\n")];
}

/** From 1, of the extracted text. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > shownDropLength ? `${line.slice(0, shownDropLength)}…` : line;
}
