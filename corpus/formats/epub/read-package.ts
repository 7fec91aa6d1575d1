/** Reads the list that an EPUB book keeps of itself: its pages in order, title, author and date. */

import { posix } from "node:path";
import type { PublishedOn } from "../../article.ts";
import { brokenDocument, type DocumentParts } from "../../archives/open-parts.ts";
import { findCalendarDate } from "../../dates/calendar-date.ts";
import { visibleText } from "../../text/visible-text.ts";
import { xmlAttribute, type XmlTag, xmlTags } from "../xml/xml-tags.ts";

const pageTypes = new Set(["application/xhtml+xml", "text/html", "text/x-oeb1-document"]);
/** What converters write where they know no author. */
const noAuthor = /^(?:unknown|anonymous|calibre\b.*|未知.{0,2}|佚名)?$/iu;
/** Roles of those who did not write the book. */
const otherRoles = /^(?!aut)[a-z]{3}$/u;

export interface BookPage {
  /** Name of the part; it may be missing. */
  readonly part: string;
  /** What the book says the page is: `nav`, `cover`, `toc`, ….  */
  readonly roles: readonly string[];
}

export interface BookPackage {
  /** In reading order. */
  readonly pages: readonly BookPage[];
  readonly title?: string;
  readonly byline?: string;
  readonly publishedOn?: PublishedOn;
}

/** @throws {CorpusError} `E_FILE_DAMAGED`, and those of `parts` */
export async function readPackage(parts: DocumentParts, path: string): Promise<BookPackage> {
  const container = (await parts.text("META-INF/container.xml")) ?? "";
  const rootFile = [...xmlTags(container)].find(({ name }) => name === "rootfile");
  const part = rootFile === undefined ? undefined : xmlAttribute(rootFile, "full-path");
  const source = part === undefined ? undefined : await parts.text(part);
  if (part === undefined || source === undefined) {
    throw brokenDocument(path, { expected: "an EPUB book", found: "no list of its pages" });
  }
  const tags = [...xmlTags(source)].filter(({ kind }) => kind !== "close");
  return { pages: readPages(tags, posix.dirname(part)), ...readMetadata(tags) };
}

function readPages(tags: readonly XmlTag[], folder: string): readonly BookPage[] {
  const items = new Map<string, XmlTag>();
  const guideRoles = new Map<string, string[]>();
  for (const tag of tags) {
    const id = xmlAttribute(tag, "id");
    if (tag.name === "item" && id !== undefined) items.set(id, tag);
    if (tag.name !== "reference") continue;
    const part = partOf(tag, folder);
    guideRoles.set(part, [...(guideRoles.get(part) ?? []), xmlAttribute(tag, "type") ?? ""]);
  }
  const seen = new Set<string>();
  return tags.flatMap((tag) => {
    const item = tag.name === "itemref" ? items.get(xmlAttribute(tag, "idref") ?? "") : undefined;
    if (item === undefined || !pageTypes.has(xmlAttribute(item, "media-type") ?? "")) return [];
    const part = partOf(item, folder);
    if (seen.has(part)) return [];
    seen.add(part);
    const properties = (xmlAttribute(item, "properties") ?? "").split(/\s+/u);
    return [{ part, roles: [...properties, ...(guideRoles.get(part) ?? [])] }];
  });
}

/** Links are written as in addresses, from the folder of the list. */
export function partOf(tag: XmlTag, folder: string, attribute = "href"): string {
  const link = (xmlAttribute(tag, attribute) ?? "").replace(/#.*$/u, "");
  try {
    return posix.join(folder, decodeURIComponent(link));
  } catch {
    // A lone `%` stands for itself.
    return posix.join(folder, link);
  }
}

function readMetadata(tags: readonly XmlTag[]): Omit<BookPackage, "pages"> {
  const titles = tags.filter(({ name }) => name === "title").map(({ text }) => visibleText(text));
  const title = titles.find((text) => text !== "");
  const authors = tags
    .filter((tag) => tag.name === "creator" && !otherRoles.test(xmlAttribute(tag, "role") ?? ""))
    .map(({ text }) => visibleText(text))
    .filter((author) => !noAuthor.test(author));
  const publishedOn = tags.map(readDate).find((date) => date !== undefined);
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { byline: [...new Set(authors)].join("、") }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  };
}

/** A full date that is not the one of a later change. */
function readDate(tag: XmlTag): PublishedOn | undefined {
  const event = xmlAttribute(tag, "event") ?? "publication";
  if (tag.name !== "date" || event !== "publication") return undefined;
  const text = tag.text.trim();
  const found = findCalendarDate(text);
  if (found === undefined) return undefined;
  return { value: found.value, kind: "metadata", evidence: `<dc:date>${text}</dc:date>` };
}
