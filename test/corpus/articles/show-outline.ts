/** Shows what was understood of a page, as a text that can be compared and read. */

import type { Article } from "../../../corpus/article.ts";
import type { Document } from "../../../corpus/document.ts";

/** Labels are shown where they belong; these reasons say that something was thrown away. */
const placed = new Set(["title", "subtitle", "heading", "byline", "photo credit", "note label"]);

/** Every article with all its sentences, then what was thrown away. */
export function showOutline({ articles, dropped }: Document): string {
  const thrown = dropped
    .filter(({ reason }) => !placed.has(reason))
    .map(({ reason, text }) => `- ${reason}: ${text.replace(/\s+/gu, " ").trim()}`);
  return `${[...articles.map(showArticle), thrown.join("\n")].filter((part) => part !== "").join("\n\n")}\n`;
}

function showArticle(article: Article): string {
  const { kind, title, subtitle, byline, authors, publishedOn, missing, displacedSections } =
    article;
  const facts = [
    `# ${kind}${title === undefined ? "" : `: ${title}`}`,
    ...(subtitle === undefined ? [] : [`  subtitle: ${subtitle}`]),
    ...(byline === undefined
      ? []
      : [`  byline: ${byline}${authors.length === 0 ? "" : ` = ${authors.join(" + ")}`}`]),
    ...(publishedOn === undefined ? [] : [`  date: ${publishedOn.value} (${publishedOn.kind})`]),
    ...(missing === undefined ? [] : [`  missing: ${missing.join(", ")}`]),
    ...(displacedSections === undefined ? [] : [`  displaced: ${displacedSections.join(", ")}`]),
  ];
  let section: string | undefined;
  const sentences = article.sentences.flatMap((sentence) => {
    const heading = sentence.section === section ? [] : [`§ ${sentence.section ?? ""}`];
    section = sentence.section;
    return [...heading, sentence.text];
  });
  return [...facts, ...sentences].join("\n");
}
