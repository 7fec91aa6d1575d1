/** `parse_mode: "HTML"`, with the server's refusals. */

import type { MessageEntity } from "grammy/types";
import type { FormattedText } from "../formatted-text.ts";
import { byteOffset, cantParse, closeMark, createMarkedText } from "./marked-text.ts";

type SimpleType = "bold" | "italic" | "underline" | "strikethrough" | "spoiler" | "code" | "pre";

const simpleTags: Readonly<Record<string, SimpleType>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  code: "code",
  pre: "pre",
};
const otherTags = ["a", "span", "blockquote", "tg-emoji", "tg-time"];

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const tagPattern = /<(\/?)([a-z0-9-]*)([^>]*)>/iuy;
const referencePattern = /&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot));/iuy;

/**
 * Unknown character references stay as written.
 * @throws {ApiRefusal} for unknown, crossed and open tags
 * @see tdlib/td, `parse_html`
 */
export function parseHtml(html: string): FormattedText {
  const marked = createMarkedText();
  for (let index = 0; index < html.length;) {
    const character = html.charAt(index);
    if (character === "&") {
      const [whole, symbol] = readReference(html, index);
      marked.text += symbol;
      index += whole.length;
      continue;
    }
    if (character !== "<") {
      marked.text += character;
      index += 1;
      continue;
    }
    const atByte = byteOffset(html, index);
    tagPattern.lastIndex = index;
    const [whole, slash, rawName = "", attributes = ""] = tagPattern.exec(html) ?? [];
    if (whole === undefined) throw cantParse(`Unclosed start tag at byte offset ${atByte}`);
    const name = rawName.toLowerCase();
    index += whole.length;
    if (slash === "/") {
      const innermost = marked.open.at(-1);
      if (innermost === undefined) throw cantParse(`Unexpected end tag at byte offset ${atByte}`);
      if (name !== "" && name !== innermost.name) {
        throw cantParse(
          `Unmatched end tag at byte offset ${atByte}, expected "</${innermost.name}>", found "</${name}>"`,
        );
      }
      closeMark(marked);
      continue;
    }
    if (!(name in simpleTags) && !otherTags.includes(name)) {
      throw cantParse(`Unsupported start tag "${name}" at byte offset ${atByte}`);
    }
    if (name === "span" && !attributes.includes("tg-spoiler")) {
      throw cantParse(`Tag "span" must have class "tg-spoiler" at byte offset ${atByte}`);
    }
    marked.open.push({
      name,
      atByte,
      offset: marked.text.length,
      finish: (offset, length) => entityOf(name, attributes, { offset, length }),
    });
  }
  const unclosed = marked.open.at(-1);
  if (unclosed !== undefined) {
    throw cantParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  return marked;
}

function readReference(html: string, index: number): readonly [whole: string, symbol: string] {
  referencePattern.lastIndex = index;
  const [whole, decimal, hexadecimal, name] = referencePattern.exec(html) ?? [];
  if (whole === undefined) return ["&", "&"];
  if (name !== undefined) return [whole, named[name.toLowerCase()] ?? whole];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code === 0 || code > 0x10ffff ? [whole, whole] : [whole, String.fromCodePoint(code)];
}

function entityOf(
  name: string,
  attributes: string,
  place: { readonly offset: number; readonly length: number },
): MessageEntity | undefined {
  const simple = simpleTags[name];
  if (simple !== undefined) return { type: simple, ...place };
  if (name === "span") return { type: "spoiler", ...place };
  if (name === "blockquote") {
    const isFolded = /\bexpandable\b/u.test(attributes);
    return { type: isFolded ? "expandable_blockquote" : "blockquote", ...place };
  }
  const url = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/iu.exec(attributes);
  const address = url?.[1] ?? url?.[2] ?? url?.[3];
  // A link to nowhere is plain text, and so are the tags that tests have no use for.
  return address === undefined ? undefined : { type: "text_link", url: address, ...place };
}
