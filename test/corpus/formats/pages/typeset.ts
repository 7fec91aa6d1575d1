/** Sets text in rows and columns, as a newspaper's editor would, for tests of the way back. */

import type { PageLine } from "../../../../corpus/formats/pages/page.ts";

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Default: endless. */
  readonly height?: number;
  readonly typeSize?: number;
  readonly isBold?: boolean;
  readonly align?: "justify" | "center" | "left";
}

export const bodySize = 10;
const rowHeight = 1.6;
const noRowStart = /^[，。、；：！？”’）》]/u;

export interface Typeset {
  readonly lines: readonly PageLine[];
  /** Where the next text may begin. */
  readonly bottom: number;
  /** Rows that found no room, as text without its indentation. */
  readonly rest: string;
}

/** One paragraph of Chinese, indented by two letters where it is justified. */
export function setText(text: string, frame: Frame, isContinued = false): Typeset {
  const { left, top, width, height = Infinity, typeSize = bodySize } = frame;
  const isText = (frame.align ?? "justify") === "justify";
  const perRow = Math.max(1, Math.floor(width / typeSize));
  const lines: PageLine[] = [];
  let rest = text;
  let y = top;
  while (rest !== "" && y + typeSize <= top + height) {
    const indent = isText && !isContinued && rest === text ? 2 : 0;
    let count = perRow - indent;
    // A mark that must not begin a row takes the letter before it along.
    while (count > 1 && noRowStart.test(rest.slice(count))) count -= 1;
    const row = rest.slice(0, count);
    const rowWidth = row.length * typeSize;
    const isFull = rest.length > count;
    const start =
      left + indent * typeSize + (frame.align === "center" ? (width - rowWidth) / 2 : 0);
    lines.push({
      text: row,
      left: start,
      top: y,
      right: isText && isFull ? left + width : start + rowWidth,
      bottom: y + typeSize,
      typeSize,
      isBold: frame.isBold ?? false,
    });
    rest = rest.slice(count);
    y += typeSize * rowHeight;
  }
  return { lines, bottom: y, rest };
}

/** Paragraphs flowing through columns from left to right. */
export function setColumns(
  paragraphs: readonly string[],
  columns: readonly Frame[],
): readonly PageLine[] {
  const lines: PageLine[] = [];
  const free = [...columns];
  let frame = free.shift();
  for (const paragraph of paragraphs) {
    let rest = paragraph;
    while (rest !== "" && frame !== undefined) {
      const set = setText(rest, frame, rest !== paragraph);
      lines.push(...set.lines);
      rest = set.rest;
      const height = (frame.height ?? Infinity) - (set.bottom - frame.top);
      frame = rest === "" ? { ...frame, top: set.bottom, height } : free.shift();
    }
    if (rest !== "") throw new Error(`no room for “${rest}”`);
  }
  return lines;
}

/** Columns of one width side by side. */
export function frames(
  count: number,
  { left, top, width, height }: Frame & { readonly height: number },
  gutter = 15,
): readonly Frame[] {
  const column = (width - gutter * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({
    left: left + index * (column + gutter),
    top,
    width: column,
    height,
  }));
}

/** Running text of sentences that all differ. */
export function sentences(name: string, count: number): string {
  const places = ["东湖", "青石", "北山", "南桥", "西堤", "柳林"];
  const acts = ["修好了水渠", "种下一片樟树", "办起了夜校", "换上了新路灯", "迎来第一批游客"];
  return Array.from({ length: count }, (_, index) => {
    const place = places[index % places.length];
    const act = acts[index % acts.length];
    return `${name}第${index + 1}次来到${place}时，那里刚刚${act}。`;
  }).join("");
}
