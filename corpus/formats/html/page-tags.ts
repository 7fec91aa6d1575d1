/** Lists what a page's tags say in names and values, whichever vocabulary they use. */

import { attribute, type HtmlElement } from "./html-tree.ts";

export interface PageTag {
  /** In lower case, with `:` for every mark between words: `dc:date`, `article:published:time`. */
  readonly name: string;
  readonly value: string;
  readonly element: HtmlElement;
}

/** Of `meta` elements and of those that carry an `itemprop`, in their order. */
export function readPageTags(elements: readonly HtmlElement[]): readonly PageTag[] {
  return elements.flatMap((element) => {
    const value = attribute(element, "content") ?? attribute(element, "datetime");
    if (value === undefined || value.trim() === "") return [];
    return ["property", "name", "itemprop"].flatMap((key) => {
      const name = attribute(element, key)?.trim().toLowerCase();
      return name
        ? [{ name: name.replace(/[._\-:\s]+/gu, ":"), value: value.trim(), element }]
        : [];
    });
  });
}

/** The values under the first of the names that has any. */
export function valuesOf(tags: readonly PageTag[], names: readonly string[]): readonly string[] {
  for (const name of names) {
    const values = tags.filter((tag) => tag.name === name).map(({ value }) => value);
    if (values.length > 0) return values;
  }
  return [];
}
