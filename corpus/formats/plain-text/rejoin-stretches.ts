/** Puts sentences together again that a column break or a caption cut in two. */

import { photoCreditLength } from "../../articles/byline.ts";
import { isDatelineAlone, openingBylineLength } from "../../articles/opening-byline.ts";
import type { Span } from "../../sentence.ts";
import { type BreakEvidence, createBreakEvidence } from "./break-evidence.ts";
import { sentenceEnds } from "../../sentences/sentence-ends.ts";
import { type Stretch, withRole } from "./stretch.ts";

/** A caption or label of one sentence up to this length may stand within a broken sentence. */
const maxInterruptionLength = 40;
/** So many lines are looked at for the second half. */
const reach = 4;
/** Known phrases across the break that show a short line to be cut. */
const phrasesForShort = 2;

/** A clause as short as this that ends so is a heading. */
const maxClauseHeading = 16;
const endsAsSaid = /[了吗呢吧啦]$/u;
/** No caption says all it says in so few characters. */
const maxTornLength = 4;

/** Characters that never begin a sentence. */
const dependent =
  /^(?:[，、。；：？！”’）》%,.;:?!)]|[得的地着了过们吗呢吧啊]|等(?![到待候你我他她])|与此(?!同时))/u;
const endsInNumber = /(?:\d|[一二三四五六七八九十百千万亿])$/u;
const beginsAsNumber =
  /^(?:[\d.%多余几]|[一二三四五六七八九十百千万亿]{1,4}[^是、]|[个名家户元米吨件座项亩](?!\p{Script=Han}?说))/u;

/** The stretches, each cut one followed by its second half, in the order of their first halves. */
export function rejoinStretches(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const evidence = createBreakEvidence(text);
  const isPrinted = stretches.some((stretch, index) => {
    const next = stretches[index + 1];
    return isOpen(stretch) && stretch.shape === "cut" && next !== undefined && isBody(next);
  });
  const taken = new Set<number>();
  const interruptions = new Set<number>();
  const joined: Stretch[] = [];
  for (const [index, stretch] of stretches.entries()) {
    if (taken.has(index)) continue;
    let whole = interruptions.has(index) ? withRole(stretch, "caption") : stretch;
    let last = index;
    for (;;) {
      const next = continuation(stretches, whole, last, { evidence, isPrinted, taken });
      const second = next === undefined ? undefined : stretches[next];
      if (next === undefined || second === undefined) break;
      taken.add(next);
      for (let between = last + 1; between < next; between += 1) interruptions.add(between);
      last = next;
      whole = join(text, whole, second);
      if (isTornCaption(second)) whole = withRole(whole, "caption");
    }
    joined.push(whole);
  }
  return joined;
}

interface Circumstances {
  readonly evidence: BreakEvidence;
  /** Whether some line of the document surely is cut, as in print and its scans. */
  readonly isPrinted: boolean;
  readonly taken: ReadonlySet<number>;
}

/** Index of the second half of a stretch that ends at `last`. */
function continuation(
  stretches: readonly Stretch[],
  whole: Stretch,
  last: number,
  { evidence, isPrinted, taken }: Circumstances,
): number | undefined {
  const below = stretches[last + 1];
  if (below !== undefined && isDatelineAlone(whole.text) && isBody(below)) return last + 1;
  if (!isOpen(whole)) return undefined;
  if (below !== undefined && whole.shape === "short" && isTornCaption(below)) return last + 1;
  const candidates = secondHalves(stretches, last, taken);
  const textAt = (index: number): string => stretches[index]?.text ?? "";
  // A short line is more likely a heading, which must not swallow the text below it.
  const needed = whole.shape === "short" ? phrasesForShort : 1;
  const evident = candidates.find(
    (index) => evidence.phrasesAcross(whole.text, textAt(index)) >= needed,
  );
  if (evident !== undefined) return evident;

  const [next, ...later] = candidates;
  const following = next === undefined ? undefined : stretches[next];
  if (next === undefined || following === undefined || whole.shape === "short") return undefined;
  const behind = candidates.find((index) => stretches[index]?.role !== "caption");
  const beyond = behind === undefined ? undefined : stretches[behind];
  if (beyond !== undefined && /^\p{Ll}/u.test(beyond.text) && isBody(beyond)) return behind;
  if (!/\p{Script=Han}/u.test(whole.text.slice(-12))) return undefined;
  if (whole.shape === "clause" && (!isPrinted || isSetApart(whole, following))) return undefined;
  const isInterruption =
    following.role === "caption" || following.text.length <= maxInterruptionLength;
  if (isInterruption) {
    const goesOn = later.find((index) => continuesSurely(whole.text, textAt(index)));
    if (goesOn !== undefined && !continuesSurely(whole.text, following.text)) return goesOn;
    if (evidence.endsInWord(whole.text) && !evidence.completesWord(whole.text, following.text)) {
      const completing = later.find((index) => evidence.completesWord(whole.text, textAt(index)));
      if (completing !== undefined) return completing;
    }
  }
  if (isBody(following)) return hasSentenceEnd(following) ? next : undefined;
  // What surely is cut goes on behind the captions.
  if (whole.shape !== "cut" || following.role !== "caption") return undefined;
  return beyond !== undefined && isBody(beyond) && hasSentenceEnd(beyond) ? behind : undefined;
}

/** Whether blank lines part a short clause from its neighbours, as they part a heading: `路修通了，人回来了`. */
function isSetApart({ text, isAfterBlank }: Stretch, next: Stretch): boolean {
  const isShort = text.length <= maxClauseHeading && endsAsSaid.test(text);
  return isShort && isAfterBlank && next.isAfterBlank;
}

/** Whether the line is the last characters of a caption and its credit: `苔。 某某 摄`. */
function isTornCaption({ role, text }: Stretch): boolean {
  const credit = photoCreditLength(text);
  const rest = text.length - credit;
  return role === "caption" && credit > 0 && rest > 0 && rest <= maxTornLength;
}

/** Whether the second line cannot begin a sentence, or goes on with the number before the break. */
function continuesSurely(left: string, right: string): boolean {
  return dependent.test(right) || (endsInNumber.test(left) && beginsAsNumber.test(right));
}

/** Indices of lines that may go on behind a break, perhaps behind captions and labels. */
function secondHalves(
  stretches: readonly Stretch[],
  last: number,
  taken: ReadonlySet<number>,
): readonly number[] {
  const candidates: number[] = [];
  for (let index = last + 1; index <= last + reach; index += 1) {
    const stretch = stretches[index];
    if (stretch === undefined || stretch.mark !== undefined) break;
    if (stretch.role === "byline" || stretch.role === "dateline") break;
    if (openingBylineLength(stretch.text) > 0) break;
    if (!taken.has(index)) candidates.push(index);
    if (stretch.role !== "caption" && stretch.text.length > maxInterruptionLength) break;
  }
  return candidates;
}

/** Lines that all go without sentence marks are rows or verses, not halves. */
function hasSentenceEnd(stretch: Stretch): boolean {
  return stretch.shape === "complete" || sentenceEnds(stretch.text).length > 0;
}

function isOpen(stretch: Stretch): boolean {
  return (
    stretch.role === "body" && stretch.mark?.kind !== "heading" && stretch.shape !== "complete"
  );
}

/** Running text, not a label. */
function isBody(stretch: Stretch): boolean {
  return stretch.role === "body" && stretch.mark === undefined && stretch.shape !== "short";
}

/** The stretch is known by its last line from here on, which is all that further joining looks at. */
function join(text: string, first: Stretch, second: Stretch): Stretch {
  return {
    ...first,
    text: second.text,
    spans: mergeTouching(text, [...first.spans, ...second.spans]),
    shape: second.shape === "complete" ? "complete" : "cut",
  };
}

/** One span for two with nothing but white space between them. */
function mergeTouching(text: string, spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && text.slice(last.end, span.start).trim() === "") {
      merged[merged.length - 1] = { start: last.start, end: span.end };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
