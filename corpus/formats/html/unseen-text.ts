/** Shows for the report what stands in a part of a page that no reader sees. */

import { parseFragment } from "parse5";
import { visibleText } from "../../text/visible-text.ts";
import { elementsOf, type HtmlElement, textContent, textsOf } from "./html-tree.ts";

/** The report shows less; scripts are long. */
const maxLength = 2000;

/**
 * The beginning of the element's text: of the head its title, of what is shown only where no scripts
 * run the text without tags.
 */
export function unseenText(element: HtmlElement): string {
  if (element.tagName === "head") {
    const titles = [...elementsOf(element)].filter(({ tagName }) => tagName === "title");
    return visibleText(titles.map(textContent).join("\n"));
  }
  let text = "";
  for (const node of textsOf(element)) {
    text += node.value;
    if (text.length > maxLength) break;
  }
  const isMarkup = element.tagName === "noscript" || element.tagName === "noframes";
  return visibleText(isMarkup ? textContent(parseFragment(text.slice(0, maxLength))) : text);
}
