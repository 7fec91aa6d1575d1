/** Finds what belongs to a page's text whatever its tags and styles say. */

import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  parentElement,
  textContent,
  textsOf,
} from "./html-tree.ts";

export interface Landmarks {
  /** Around an `article`, a `main` or the `h1` that is the page's title and no link. */
  readonly around: ReadonlySet<HtmlElement>;
  /** Holding most of the page's sentences: scripts show such a part once they have run. */
  readonly mainText: ReadonlySet<HtmlElement>;
}

const codeTags = /^(?:script|style|noscript|textarea|template)$/u;
const sentenceEnds = /[。！？]|[.!?]\s/gu;
/** A part with fewer sentences is no text. */
export const sentencesOfText = 3;

/** How many sentences end below a node, outside of scripts. */
export function countSentences(root: HtmlNode): number {
  let count = 0;
  for (const { sentences } of sentencesOf(root)) count += sentences;
  return count;
}

export function findLandmarks(root: HtmlNode): Landmarks {
  const around = new Set<HtmlElement>();
  const titles: HtmlElement[] = [];
  let pageTitle = "";
  for (const element of elementsOf(root)) {
    if (element.tagName === "h1") titles.push(element);
    if (element.tagName === "title") pageTitle ||= textContent(element).trim();
    if (element.tagName === "article" || element.tagName === "main") addAround(element, around);
  }
  const named = titles.filter((title) => isNamed(title, pageTitle));
  const [title, ...others] = named.length === 1 ? named : titles;
  if (title !== undefined && others.length === 0 && !isLink(title)) addAround(title, around);
  return { around, mainText: findMainText(root) };
}

function addAround(element: HtmlElement, around: Set<HtmlElement>): void {
  for (
    let at: HtmlElement | undefined = element;
    at !== undefined && !around.has(at);
    at = parentElement(at)
  ) {
    around.add(at);
  }
}

/** Whether the page's title begins with this one. */
function isNamed(title: HtmlElement, pageTitle: string): boolean {
  const words = textContent(title).trim();
  return words !== "" && pageTitle.startsWith(words);
}

function isLink(title: HtmlElement): boolean {
  const all = textContent(title).trim();
  return [...elementsOf(title)].some(
    (element) => element.tagName === "a" && textContent(element).trim() === all,
  );
}

/** All that hold most of the sentences hold the middle one, so lie one within another. */
function findMainText(root: HtmlNode): ReadonlySet<HtmlElement> {
  const counted = [...sentencesOf(root)];
  const total = counted.reduce((sum, { sentences }) => sum + sentences, 0);
  let seen = 0;
  const middle = counted.find(({ sentences }) => {
    seen += sentences;
    return seen * 2 >= total;
  });
  const within = new Map<HtmlElement, number>();
  for (let at = middle?.parent; at !== undefined; at = parentElement(at)) within.set(at, 0);
  for (const { parent, sentences } of counted) {
    let at = parent;
    while (at !== undefined && !within.has(at)) at = parentElement(at);
    if (at !== undefined) within.set(at, (within.get(at) ?? 0) + sentences);
  }
  const found = new Set<HtmlElement>();
  let below = 0;
  for (const [element, sentences] of within) {
    below += sentences;
    if (below >= sentencesOfText && below * 2 > total) found.add(element);
  }
  return found;
}

interface CountedText {
  readonly parent: HtmlElement | undefined;
  readonly sentences: number;
}

function* sentencesOf(root: HtmlNode): Generator<CountedText> {
  for (const text of textsOf(root)) {
    const sentences = text.value.match(sentenceEnds)?.length ?? 0;
    const parent = parentElement(text);
    if (sentences > 0 && !codeTags.test(parent?.tagName ?? "")) yield { parent, sentences };
  }
}
