/**
 * Reads the tags of machine-made XML one by one. A sheet may have 60 MB, of which the usual parsers
 * read 3 a second into a tree; nothing but tags, attributes and text is needed of it.
 */

export interface XmlTag {
  /** Without namespace; empty for comments and the like. */
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  /** As they stand in the source. */
  readonly attributes: string;
  /** Text between this tag and the next. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu;
const maxCodePoint = 0x10ffff;

/** All tags in their order; a torn end is left out. */
export function* xmlTags(source: string): Generator<XmlTag> {
  let at = source.indexOf("<");
  while (at !== -1) {
    const special = specialEnd(source, at);
    const end = special === undefined ? source.indexOf(">", at) + 1 : special.end;
    if (end <= at) return;
    const next = source.indexOf("<", end);
    const textEnd = next === -1 ? source.length : next;
    const text = textEnd === end ? "" : decodeXml(source.slice(end, textEnd));
    if (special === undefined) yield readTag(source, at + 1, end - 1, text);
    else yield { name: "", kind: "empty", attributes: "", text: special.text + text };
    at = next;
  }
}

const exclamationMark = 0x21;
const questionMark = 0x3f;
const slash = 0x2f;
const colon = 0x3a;
const blank = 0x20;

/** Where a comment, an instruction or a stretch of plain text ends, no later than it begins if torn. */
function specialEnd(
  source: string,
  at: number,
): { readonly end: number; readonly text: string } | undefined {
  const mark = source.charCodeAt(at + 1);
  if (mark !== exclamationMark && mark !== questionMark) return undefined;
  if (source.startsWith("<!--", at)) return { end: endBehind(source, "-->", at), text: "" };
  if (source.startsWith("<![CDATA[", at)) {
    const end = endBehind(source, "]]>", at);
    return { end, text: source.slice(at + "<![CDATA[".length, end - "]]>".length) };
  }
  return { end: endBehind(source, ">", at), text: "" };
}

/** 0 where it is not closed. */
function endBehind(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? 0 : found + mark.length;
}

/** Of what stands between the brackets; by hand, since a sheet has millions of tags. */
function readTag(source: string, from: number, to: number, text: string): XmlTag {
  const isClose = source.charCodeAt(from) === slash;
  const isEmpty = !isClose && source.charCodeAt(to - 1) === slash;
  const end = isEmpty ? to - 1 : to;
  let start = isClose ? from + 1 : from;
  let at = start;
  for (; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code <= blank) break;
    if (code === colon) start = at + 1;
  }
  return {
    name: source.slice(start, at),
    kind: isClose ? "close" : isEmpty ? "empty" : "open",
    attributes: at === end ? "" : source.slice(at, end),
    text,
  };
}

/** The attribute's value, whatever its namespace. */
export function xmlAttribute({ attributes }: XmlTag, name: string): string | undefined {
  const match = attributePattern(name).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeXml(value);
}

const patterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(String.raw`[\s:]${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`, "u");
  patterns.set(name, pattern);
  return pattern;
}

function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > maxCodePoint ? "" : String.fromCodePoint(code);
  });
}
