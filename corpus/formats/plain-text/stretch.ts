/** A line of plain text on its way to becoming a block. */

import { authorsOf } from "../../articles/authors.ts";
import { isByline, photoCreditLength } from "../../articles/byline.ts";
import { openingBylineLength } from "../../articles/opening-byline.ts";
import { printedDate } from "../../dates/printed-date.ts";
import type { Span } from "../../sentence.ts";
import type { TextLine } from "../../text/text-lines.ts";
import { type LineMark, lineMark } from "./line-marks.ts";
import { type LineShape, lineShape } from "./line-shape.ts";

const maxCaptionLength = 150;
const maxSourceLength = 30;
/** Three characters of which the first is among the commonest family names. */
const likelyName =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石贾韦夏付邹熊孟秦邱侯江尹薛闫段雷龙陶贺顾郝龚邵万覃武钱戴严莫孔汤]\p{Script=Han}{2}$/u;

export interface Stretch {
  /** As a reader sees it, without heading marks and bullets. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly isAfterBlank: boolean;
  /** How many blank lines stand before it. */
  readonly blankLinesBefore: number;
  readonly mark?: LineMark;
  readonly role: "body" | "byline" | "dateline" | "caption";
  readonly shape: LineShape;
}

/** The lines with what each shows on its own and beside its neighbours. */
export function toStretches(lines: readonly TextLine[]): readonly Stretch[] {
  const plain = lines.map((line, index) => toStretch(line, index === 0));
  const authors = new Set(plain.flatMap((stretch) => namedAuthors(stretch)));
  return plain.map((stretch, index) =>
    isCredit(stretch, plain[index - 1], authors) ? withRole(stretch, "byline") : stretch,
  );
}

/** The stretch, known to be something else than body. */
export function withRole(stretch: Stretch, role: Stretch["role"]): Stretch {
  return { ...stretch, role };
}

/** Whether the line is an author's name under a title, or the source beside the date. */
function isCredit(
  stretch: Stretch,
  before: Stretch | undefined,
  authors: ReadonlySet<string>,
): boolean {
  if (before === undefined || stretch.role !== "body" || stretch.shape !== "short") return false;
  if (stretch.mark !== undefined) return false;
  if (before.role === "dateline") {
    return !stretch.isAfterBlank && stretch.text.length <= maxSourceLength;
  }
  const isUnderTitle = before.mark?.kind === "heading" || before.shape === "short";
  return isUnderTitle && (authors.has(stretch.text) || likelyName.test(stretch.text));
}

function toStretch(line: TextLine, isFirst: boolean): Stretch {
  const mark = lineMark(line.text);
  const markLength = mark !== undefined && "length" in mark ? mark.length : 0;
  const text = line.text
    .slice(markLength)
    .replace(mark?.kind === "heading" ? /\s+#+$/u : /$^/u, "");
  const start = line.start + markLength;
  return {
    text,
    // A mark ends on the first line, so the rest begins where the mark ends.
    spans: [{ start, end: mark?.kind === "heading" ? start + text.length : line.end }],
    isAfterBlank: line.isAfterBlank,
    blankLinesBefore: line.blankLinesBefore,
    ...(mark === undefined ? {} : { mark }),
    role: mark === undefined ? roleOf(text) : "body",
    shape: lineShape(text, isFirst),
  };
}

function roleOf(text: string): Stretch["role"] {
  if (printedDate(text) !== undefined) return "dateline";
  if (text.length <= maxCaptionLength && photoCreditLength(text) > 0) return "caption";
  return isByline(text) ? "byline" : "body";
}

function namedAuthors(stretch: Stretch): readonly string[] {
  if (stretch.role === "byline") return authorsOf(stretch.text);
  const length = openingBylineLength(stretch.text);
  return length === 0 ? [] : authorsOf(stretch.text.slice(0, length));
}
