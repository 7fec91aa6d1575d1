/** Tells code in `pre` from prose that was only pasted with its line ends. */

import { visibleText } from "../../text/visible-text.ts";
import { parseText } from "../plain-text/parse-text.ts";
import { elementsOf, type HtmlElement, nameWords, textContent } from "./html-tree.ts";

const codeTags = /^(?:code|samp|kbd|var)$/u;
const codeNames = /^(?:code|highlight|hljs|brush|prettyprint|language|lang|sourcecode|src)$/u;
const sentenceEnd = /[。！？]|[.!?](?=\s|$)/gu;
const codeMark = /[{}();=<>$#\\_|*+[\]]/gu;
const indentation = /^(?:\u3000{2}| {4})/u;
const paragraphStart = /\n(?=\u3000{2}| {4}|[ \t]*\n)/u;
const sentencesOfProse = 2;
const codeMarkShare = 0.02;

export interface PreformattedProse {
  readonly paragraphs: readonly string[];
  /** What is no part of them, with reasons. */
  readonly dropped: readonly { readonly text: string; readonly reason: string }[];
}

/** The paragraphs of prose; undefined for code, whose lines stay as they are. */
export function readPreformatted(element: HtmlElement): PreformattedProse | undefined {
  const text = textContent(element).replace(/\r\n?/gu, "\n");
  const sentences = text.match(sentenceEnd)?.length ?? 0;
  const marks = text.match(codeMark)?.length ?? 0;
  if (sentences < sentencesOfProse || marks > text.length * codeMarkShare) return undefined;
  for (const inner of [element, ...elementsOf(element)]) {
    if (codeTags.test(inner.tagName) || nameWords(inner).some((word) => codeNames.test(word))) {
      return undefined;
    }
  }
  const indented = indentedParagraphs(text);
  return indented === undefined ? plainParagraphs(text) : { paragraphs: indented, dropped: [] };
}

/** Paragraphs that each begin with an indented line; undefined where indentation shows none. */
function indentedParagraphs(text: string): readonly string[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const indented = lines.filter((line) => indentation.test(line)).length;
  if (indented === 0 || indented === lines.length) return undefined;
  const paragraphs = text.split(paragraphStart).map(visibleText);
  return paragraphs.filter((paragraph) => paragraph !== "");
}

function plainParagraphs(text: string): PreformattedProse {
  const { blocks, dropped } = parseText(text);
  const paragraphs = blocks.map(({ spans }) =>
    visibleText(spans.map((span) => text.slice(span.start, span.end)).join("\n")),
  );
  return { paragraphs, dropped };
}
