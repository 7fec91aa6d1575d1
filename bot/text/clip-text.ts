/** Shortens a line for a reader, between what they see as characters. */

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** One line without what could turn or break it, and an ellipsis in place of its end if it is long. */
export function clipText(text: string, maxUnits: number): string {
  const line = text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, " ").trim();
  if (line.length <= maxUnits) return line;
  let clipped = "";
  for (const { segment } of graphemes.segment(line)) {
    if (clipped.length + segment.length >= maxUnits) break;
    clipped += segment;
  }
  return `${clipped.trimEnd()}…`;
}
