/** Reads what a page's JSON-LD says of the article it shows. */

import { z } from "zod";
import { attribute, type HtmlElement, textContent } from "./html-tree.ts";
import { parseMarkup } from "./parse-markup.ts";

export interface LinkedData {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly datePublished?: string;
  readonly publisher?: string;
}

const name = z.union([
  z.string(),
  z.object({ name: z.string() }).transform((person) => person.name),
]);
const optionalText = z.string().optional().catch(undefined);
const nodeSchema = z.object({
  "@type": z.union([z.string(), z.array(z.string()).transform((types) => types.join(" "))]),
  headline: optionalText,
  datePublished: optionalText,
  author: z.union([name.transform((one) => [one]), z.array(name)]).catch([]),
  publisher: name.optional().catch(undefined),
});
type Node = z.infer<typeof nodeSchema>;

/** `NewsArticle`, `BlogPosting`, `Report`, … */
const articleType = /(?:Article|Posting|Report)\b/u;
const pageType = /\b(?:Web|Item)Page\b/u;

/** Of the only article the data describes, else the date of the page; empty where it has several. */
export function readLinkedData(elements: readonly HtmlElement[]): LinkedData {
  const scripts = elements.filter(
    (element) => attribute(element, "type") === "application/ld+json",
  );
  const nodes = scripts.flatMap((script) => readNodes(textContent(script)));
  const articles = nodes.filter((node) => articleType.test(node["@type"]));
  const [article] = articles;
  if (new Set(articles.map(({ headline }) => headline)).size > 1) return { authors: [] };
  const page = nodes.find((node) => pageType.test(node["@type"]));
  const datePublished = article?.datePublished ?? page?.datePublished;
  return {
    ...(article?.headline === undefined ? {} : { headline: plainText(article.headline) }),
    authors: (article?.author ?? []).map(plainText),
    ...(datePublished === undefined ? {} : { datePublished }),
    ...(article?.publisher === undefined ? {} : { publisher: plainText(article.publisher) }),
  };
}

function readNodes(source: string): readonly Node[] {
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/gu, ""));
  } catch {
    // Many pages paste text into it unescaped; the date is plain even then.
    const date = /"datePublished"\s*:\s*"([^"\n]+)"/u.exec(source)?.[1];
    return date === undefined
      ? []
      : [
          {
            "@type": "WebPage",
            headline: undefined,
            datePublished: date,
            author: [],
            publisher: undefined,
          },
        ];
  }
  return topNodes(json).flatMap((node) => {
    const parsed = nodeSchema.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
}

const graphSchema = z.object({ "@graph": z.array(z.unknown()) });
const pageSchema = z.object({ mainEntity: z.unknown() });

/** Comments, lists and parts lie deeper. */
function topNodes(json: unknown): readonly unknown[] {
  const roots = Array.isArray(json) ? json : [json];
  return roots.flatMap((root: unknown) => {
    const graph = graphSchema.safeParse(root);
    const page = pageSchema.safeParse(root);
    return [
      root,
      ...(graph.success ? graph.data["@graph"] : []),
      ...(page.success ? [page.data.mainEntity] : []),
    ];
  });
}

/** Some write HTML's character references in it. */
function plainText(text: string): string {
  return text.includes("&") ? textContent(parseMarkup(text)) : text;
}
