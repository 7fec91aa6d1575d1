/** Reads from a page's tags when it was published. */

import type { PublishedOn } from "../../article.ts";
import {
  attribute,
  type HtmlElement,
  type HtmlText,
  isText,
  nameWords,
  textsOf,
} from "./html-tree.ts";
import type { LinkedData } from "./linked-data.ts";
import { metadataDay } from "./metadata-day.ts";
import type { PageTag } from "./page-tags.ts";

/** Strongest first. Times of change, creation and crawling are no publication. */
const dateNames = [
  "article:published:time",
  "og:article:published:time",
  "og:published:time",
  "datepublished",
  "publishdate",
  "publish:date",
  "publish:time",
  "publishtime",
  "published",
  "published:time",
  "publication:date",
  "pubdate",
  "pub:date",
  "parsely:pub:date",
  "sailthru:date",
  "citation:publication:date",
  "dc:date:issued",
  "dcterms:issued",
  "dc:date",
  "dcterms:date",
  "og:release:date",
  "weibo:article:create:at",
  "firstpublishedtime",
  "date",
];
const changed = /更新|修改|编辑于|updated|modified|edited/iu;
const changedName = /^(?:updated?|modified|datemodified|dateupdated)$/u;

interface DateSources {
  readonly elements: readonly HtmlElement[];
  readonly tags: readonly PageTag[];
  readonly linked: LinkedData;
  /** Whether the text stands in a line beside the article's text. */
  readonly isInCredits: (text: HtmlText) => boolean;
}

/** The day as the tag writes it, whatever the time zone. */
export function readHtmlDate(sources: DateSources): PublishedOn | undefined {
  return tagDate(sources.tags) ?? linkedDate(sources.linked) ?? timeDate(sources);
}

function tagDate(tags: readonly PageTag[]): PublishedOn | undefined {
  for (const name of dateNames) {
    for (const tag of tags) {
      const date = tag.name === name ? metadataDate(tag.value, tag.element) : undefined;
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function linkedDate({ datePublished = "" }: LinkedData): PublishedOn | undefined {
  const value = metadataDay(datePublished);
  if (value === undefined) return undefined;
  return { value, kind: "metadata", evidence: `"datePublished": "${datePublished}"` };
}

/** A `time` counts where it is marked as the publication's, or no other day stands beside the text. */
function timeDate({ elements, isInCredits }: DateSources): PublishedOn | undefined {
  const times = elements.filter((element) => element.tagName === "time" && !isChange(element));
  const marked = times.find((time) => attribute(time, "pubdate") !== undefined);
  if (marked !== undefined) return metadataDate(attribute(marked, "datetime"), marked);
  const dates = times.flatMap((time) => {
    const texts = [...textsOf(time)];
    const isBesideText = texts.length === 0 || texts.some(isInCredits);
    return isBesideText ? (metadataDate(attribute(time, "datetime"), time) ?? []) : [];
  });
  return new Set(dates.map((date) => date.value)).size === 1 ? dates[0] : undefined;
}

/** Whether the time is that of the last change: so named, or so called in the words before it. */
function isChange(time: HtmlElement): boolean {
  const names = [...nameWords(time), (attribute(time, "itemprop") ?? "").toLowerCase()];
  if (names.some((name) => changedName.test(name))) return true;
  const siblings = time.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(time) - 1];
  return before !== undefined && isText(before) && changed.test(before.value.slice(-20));
}

function metadataDate(value: string | undefined, element: HtmlElement): PublishedOn | undefined {
  const day = metadataDay(value ?? "");
  if (day === undefined) return undefined;
  const attributes = element.attrs.map(({ name, value: content }) => `${name}="${content}"`);
  return {
    value: day,
    kind: "metadata",
    evidence: `<${[element.tagName, ...attributes].join(" ")}>`,
  };
}
