/** A line of plain text on its way to becoming a block. */

import type { Span } from "../../sentence.ts";
import type { TextLine } from "../../text/text-lines.ts";
import { columnOf } from "../../articles/column-label.ts";
import { isEndMarkAfterBullet } from "../../articles/end-mark.ts";
import { mastheadLength } from "../../articles/masthead.ts";
import { noteLabel } from "../../articles/note-label.ts";
import { type LineMark, lineMark } from "./line-marks.ts";
import { hasPageStamps, type LineRole, lineRole } from "./line-role.ts";
import { type LineShape, lineShape } from "./line-shape.ts";
import { findSignatures, isSignature, ornaments } from "./find-signatures.ts";

export interface Stretch {
  /** As a reader sees it, without heading marks and bullets. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly isAfterBlank: boolean;
  /** How many blank lines stand before it. */
  readonly blankLinesBefore: number;
  readonly mark?: LineMark;
  readonly role: LineRole;
  readonly shape: LineShape;
}

/** The lines with what each shows on its own and beside its neighbours. */
export function toStretches(lines: readonly TextLine[]): readonly Stretch[] {
  const plain: Stretch[] = [];
  const words = lines.map(({ text }) => text);
  const isPageStamp = hasPageStamps(words);
  const masthead = mastheadLength(words);
  /** Whether only lines about the page stand above. */
  let isFirst = true;
  for (const [index, line] of lines.entries()) {
    const read = toStretch(line, isFirst, isPageStamp);
    const stretch = index < masthead ? withRole(read, "dateline") : read;
    plain.push(stretch);
    isFirst &&= stretch.role === "dateline";
  }
  const signatures = findSignatures(plain);
  return plain.map((stretch, index) =>
    signatures.has(index) ? withoutMark(withRole(stretch, "byline")) : stretch,
  );
}

/** The stretch, known to be something else than body. */
export function withRole(stretch: Stretch, role: LineRole): Stretch {
  return { ...stretch, role };
}

function withoutMark(stretch: Stretch): Stretch {
  const { text, spans, isAfterBlank, blankLinesBefore, role, shape } = stretch;
  return { text, spans, isAfterBlank, blankLinesBefore, role, shape };
}

function toStretch(line: TextLine, isFirst: boolean, isPageStamp: boolean): Stretch {
  const mark = markOf(line.text);
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
    role: mark === undefined ? lineRole(text, isPageStamp) : "body",
    shape: lineShape(text, isFirst),
  };
}

/** A bullet before a byline, a column's name or a note's is an ornament: `□ 本报记者 某某`. */
function markOf(line: string): LineMark | undefined {
  const mark = lineMark(line);
  if (mark?.kind !== "bullet") return mark;
  const words = line.slice(mark.length);
  const isOrnament =
    lineRole(words, false) !== "body" ||
    isEndMarkAfterBullet(words) ||
    columnOf(words) !== undefined ||
    noteLabel(words) !== undefined ||
    (ornaments.has(mark.symbol) && isSignature(words));
  return isOrnament ? undefined : mark;
}
