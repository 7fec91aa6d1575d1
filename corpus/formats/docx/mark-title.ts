/** Finds the title of a Word document that was written without styles. */

import { isByline } from "../../articles/byline.ts";
import { visibleText } from "../../text/visible-text.ts";

const maxTitleLength = 60;
const titleStyle = /^(?:title|标题|heading|标题 ?\d)/iu;
const sentenceMark = /[。！？；]/u;

/** What is needed of mammoth's document, which it calls unstable. */
export interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly styleName?: string | null;
  readonly alignment?: string | null;
  readonly value?: string;
}

/** The document, whose first paragraph has the style of a title if it is set in the middle. */
export function markTitle(document: WordElement): WordElement {
  const children = document.children ?? [];
  const at = children.findIndex((child) => wordsOf(child) !== "");
  const first = children[at];
  if (first?.type !== "paragraph" || first.alignment !== "center") return document;
  const words = wordsOf(first);
  const isTitle =
    !hasTitle(children) &&
    words.length <= maxTitleLength &&
    !sentenceMark.test(words) &&
    !isByline(words);
  if (!isTitle) return document;
  const title = { ...first, styleName: "Title" };
  return { ...document, children: children.with(at, title) };
}

function hasTitle(children: readonly WordElement[]): boolean {
  return children.some(({ styleName }) => titleStyle.test(styleName ?? ""));
}

function wordsOf({ value, children = [] }: WordElement): string {
  return visibleText((value ?? "") + children.map(wordsOf).join(""));
}
