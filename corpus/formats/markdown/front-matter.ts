/** Reads title, date and authors from the YAML block that opens many Markdown files. */

import { isMap, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import type { PublishedOn } from "../../article.ts";
import { authorLine } from "../html/author-line.ts";
import { metadataDay } from "../html/metadata-day.ts";

const block = /^(---|\+\+\+)[ \t]*\n(?:[^\n]*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|$)/u;
/** A line of dashes may also be a rule above ordinary text. */
const keyLine = /^["']?[\p{L}\w-]+["']?[ \t]*[:=]/mu;
const maxLength = 100_000;

const titleKeys = ["title", "标题"];
const dateKeys = ["date", "pubdate", "published", "publishdate", "publish_date", "日期"];
const authorKeys = ["author", "authors", "byline", "作者"];

export interface FrontMatter {
  readonly title?: string;
  readonly byline?: string;
  readonly publishedOn?: PublishedOn;
  /** Its text, marks and all; empty where there is none. */
  readonly source: string;
  /** Whether it could only be read line by line. */
  readonly isBroken: boolean;
}

/** Plain values only; aliases are not followed, so none can grow. Broken YAML is read line by line. */
export function readFrontMatter(text: string): FrontMatter {
  const source = block.exec(text.slice(0, maxLength))?.[0] ?? "";
  if (!keyLine.test(source)) return { source: "", isBroken: false };
  const entries = source.startsWith("-") ? readEntries(source) : undefined;
  const known = entries ?? readLines(source);
  const title = find(known, titleKeys)?.values[0];
  const byline = authorLine(find(known, authorKeys)?.values ?? []);
  const date = find(known, dateKeys);
  const day = metadataDay(date?.values[0] ?? "");
  return {
    source,
    isBroken: entries === undefined,
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(date === undefined || day === undefined
      ? {}
      : { publishedOn: { value: day, kind: "metadata", evidence: date.evidence } }),
  };
}

interface Entry {
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
  /** The words of the source. */
  readonly evidence: string;
}

function find(entries: readonly Entry[], keys: readonly string[]): Entry | undefined {
  for (const key of keys) {
    const entry = entries.find((one) => one.key === key && one.values.length > 0);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Undefined where it is not YAML. */
function readEntries(source: string): readonly Entry[] | undefined {
  const yaml = source.replace(/^---[^\n]*\n/u, "").replace(/(?:---|\.\.\.)[ \t]*\n?$/u, "");
  try {
    const { contents, errors } = parseDocument(yaml, { uniqueKeys: false, logLevel: "silent" });
    if (errors.length > 0 || !isMap(contents)) return undefined;
    return contents.items.flatMap((pair) => entryOf(pair, yaml));
  } catch {
    // Nested deeper than the stack; no header of a text is.
    return undefined;
  }
}

function entryOf({ key, value }: Pair, yaml: string): readonly Entry[] {
  if (!isScalar(key)) return [];
  const values = plainValues(value);
  const start = key.range?.[0];
  const end = isScalar(value) ? value.range?.[1] : undefined;
  const evidence =
    start === undefined || end === undefined
      ? `${String(key.value)}: ${values.join(", ")}`
      : yaml.slice(start, end).trim();
  return [{ key: String(key.value).toLowerCase(), values, evidence }];
}

/** Of a scalar, a list of them, or maps with a `name`. */
function plainValues(node: unknown): readonly string[] {
  if (isScalar(node)) {
    const { value } = node;
    const isPlain = typeof value === "string" || typeof value === "number";
    const text = isPlain ? String(value).trim() : "";
    return text === "" ? [] : [text];
  }
  if (isSeq(node)) return node.items.flatMap((one) => (isSeq(one) ? [] : plainValues(one)));
  return isMap(node) ? plainValues(node.get("name", true)) : [];
}

/** What single lines show: `title: 湖`, in TOML `title = "湖"`. */
function readLines(source: string): readonly Entry[] {
  return source.split("\n").flatMap((line) => {
    const [, key = "", rest = ""] =
      /^["']?([\p{L}\w-]+)["']?[ \t]*[:=][ \t]*(.+)$/u.exec(line.trimEnd()) ?? [];
    const value = rest
      .trim()
      .replace(/^(["'])(.*)\1$/u, "$2")
      .trim();
    const isPlain = value !== "" && !/^(?:[|>{&*[]|["'][^"']*$)/u.test(value);
    return isPlain ? [{ key: key.toLowerCase(), values: [value], evidence: line.trim() }] : [];
  });
}
