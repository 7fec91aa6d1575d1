/** Reads title and date from the YAML block that opens many Markdown files. */

import type { PublishedOn } from "../../article.ts";
import { findCalendarDate } from "../../dates/calendar-date.ts";

const block = /^---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const maxLength = 20_000;

export interface FrontMatter {
  readonly title?: string;
  readonly publishedOn?: PublishedOn;
  /** Its text, marks and all; empty where there is none. */
  readonly source: string;
}

/** Only `title:` and `date:` lines with plain values are understood. */
export function readFrontMatter(text: string): FrontMatter {
  const source = block.exec(text.slice(0, maxLength))?.[0] ?? "";
  // A line of dashes may also be a rule above ordinary text.
  if (!/^[\w-]+[ \t]*:/mu.test(source)) return { source: "" };
  const title = scalar(source, "title");
  const date = /^date[ \t]*:[^\n]*/imu.exec(source)?.[0];
  const found = date === undefined ? undefined : findCalendarDate(date);
  return {
    source,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined || found === undefined
      ? {}
      : { publishedOn: { value: found.value, kind: "metadata", evidence: date.trim() } }),
  };
}

function scalar(source: string, key: string): string | undefined {
  const line = new RegExp(String.raw`^${key}[ \t]*:[ \t]*([^\n]+)`, "imu")
    .exec(source)?.[1]
    ?.trim();
  const value = line?.replace(/^(["'])(.*)\1$/u, "$2").trim();
  return value === undefined || /^[|>[{&*]?$/u.test(value) ? undefined : value;
}
