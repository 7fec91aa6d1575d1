/** Takes off a paragraph what is about the piece and not in it. */

import type { Article } from "../article.ts";
import type { Block } from "../formats/parsed-document.ts";
import { cutLoops } from "../noise/looped-spans.ts";
import type { Span } from "../sentence.ts";
import { visibleText } from "../text/visible-text.ts";
import { authorsOf } from "./authors.ts";
import { photoCreditLength } from "./byline.ts";
import { closingCreditsLength } from "./closing-credits.ts";
import { openingBylineLength } from "./opening-byline.ts";
import { jumpFromLength, jumpToLength } from "./page-jump.ts";
import { readByline } from "./read-byline.ts";

export interface Trimming {
  readonly block: Block;
  readonly cut: readonly { readonly span: Span; readonly reason: string }[];
  /** As a reader sees it. */
  readonly byline?: string;
  /** Whether the byline opened the paragraph. */
  readonly hasDateline: boolean;
  readonly missing: NonNullable<Article["missing"]>;
}

/** Takes `（上接第1版）`, `本报讯（记者某某）`, `（记者某某）`, `（下转第2版）` and loops off. */
export function trimParagraph(text: string, block: Block): Trimming {
  if (block.kind !== "paragraph") return untrimmed(block);
  const edges = createEdges(text, block);
  const missing: ("beginning" | "end")[] = [];
  if (edges.cutStart(jumpFromLength, "page jump") !== undefined) missing.push("beginning");
  const opening = edges.cutStart(openingBylineLength, "byline");
  if (edges.cutEnd(jumpToLength, "page jump") !== undefined) missing.push("end");
  const closing = edges.cutEnd(closingCreditsLength, "credits");
  const { kept, cut } = cutLoops(text, edges.spans());
  const signed = closing?.replace(/^[（(【]|[）)】]$/gu, "");
  const byline = opening ?? (signed !== undefined && saysWho(signed) ? signed : undefined);
  return {
    block: { ...block, spans: kept },
    cut: [...edges.cut(), ...cut.map((span) => ({ span, reason: "repeated" }))],
    ...(byline === undefined ? {} : { byline }),
    hasDateline: opening !== undefined,
    missing,
  };
}

/** `（完）` and `（作者为文史工作者）` are credits that name nobody. */
function saysWho(credit: string): boolean {
  return readByline(credit) !== undefined || authorsOf(credit).length > 0;
}

/** Takes `某某摄` off the end of a caption. */
export function trimCaption(text: string, block: Block): Trimming {
  const edges = createEdges(text, block);
  const byline = edges.cutEnd(photoCreditLength, "photo credit")?.replace(/^[（(]|[）)]$/gu, "");
  return {
    ...untrimmed({ ...block, spans: edges.spans() }),
    cut: edges.cut(),
    ...(byline === undefined ? {} : { byline }),
  };
}

function untrimmed(block: Block): Trimming {
  return { block, cut: [], hasDateline: false, missing: [] };
}

type Measure = (words: string) => number;

interface Edges {
  /** The words cut off, undefined where the measure finds none. */
  cutStart(measure: Measure, reason: string): string | undefined;
  cutEnd(measure: Measure, reason: string): string | undefined;
  spans(): readonly Span[];
  cut(): Trimming["cut"];
}

function createEdges(text: string, block: Block): Edges {
  let spans = block.spans;
  const cut: { span: Span; reason: string }[] = [];
  const note = (span: Span, reason: string): string => {
    cut.push({ span, reason });
    return visibleText(text.slice(span.start, span.end));
  };
  return {
    cutStart(measure, reason) {
      const [first, ...rest] = spans;
      const length = first === undefined ? 0 : measure(text.slice(first.start, first.end));
      if (first === undefined || length === 0) return undefined;
      const start = first.start + length;
      spans = [{ start, end: first.end }, ...rest];
      return note({ start: first.start, end: start }, reason);
    },
    cutEnd(measure, reason) {
      const last = spans.at(-1);
      const length = last === undefined ? 0 : measure(text.slice(last.start, last.end));
      if (last === undefined || length === 0) return undefined;
      const end = last.end - length;
      spans = [...spans.slice(0, -1), { start: last.start, end }];
      return note({ start: end, end: last.end }, reason);
    },
    spans: () => spans.filter(({ start, end }) => start < end),
    cut: () => cut,
  };
}
