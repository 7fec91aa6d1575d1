/** What the buttons of the reader of sources carry. */

import { isAnswerId, isNumber, isSentenceId } from "./button-fields.ts";

/** A sentence to be read in its place: as an answer cites it, or alone. */
export type ReaderSource =
  | { readonly kind: "citation"; readonly answerId: string; readonly n: number }
  | { readonly kind: "sentence"; readonly sentenceId: string };

/** What the reader of a source shows. */
export type ReaderView =
  /** The sentence between its neighbours. */
  | { readonly kind: "cited" }
  /** The page of the article that begins, or ends, with a part of a sentence. */
  | { readonly kind: "from" | "upTo"; readonly localId: string; readonly part: number }
  | { readonly kind: "outline" };

export function sourceCode(source: ReaderSource): string {
  return source.kind === "citation" ? `${source.answerId}.${source.n}` : source.sentenceId;
}

export function parseSource(code = ""): ReaderSource | undefined {
  const [id = "", n, ...rest] = code.split(".");
  if (rest.length > 0) return undefined;
  if (n === undefined) {
    return isSentenceId(id) ? { kind: "sentence", sentenceId: id } : undefined;
  }
  return isAnswerId(id) && isNumber(n)
    ? { kind: "citation", answerId: id, n: Number(n) }
    : undefined;
}

const viewLetters = { cited: "c", from: "f", upTo: "u", outline: "d" } as const;

export function viewCode(view: ReaderView): string {
  const letter = viewLetters[view.kind];
  return "localId" in view ? `${letter}${view.localId}.${view.part}` : letter;
}

export function parseView(code = ""): ReaderView | undefined {
  if (code === viewLetters.cited) return { kind: "cited" };
  if (code === viewLetters.outline) return { kind: "outline" };
  const [, letter, localId, part] = /^([fu])([A-Za-z0-9_-]{1,16})\.(\d{1,3})$/u.exec(code) ?? [];
  if (localId === undefined) return undefined;
  const kind = letter === viewLetters.from ? "from" : "upTo";
  return { kind, localId, part: Number(part) };
}
