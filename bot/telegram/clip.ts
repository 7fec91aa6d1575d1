/** Shortens and splits text between what a reader sees as characters. */

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** The text, or as much of its beginning as fits with an ellipsis. @param maxUnits UTF-16 units */
export function clip(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  const [head = ""] = splitLong(text, maxUnits - 1);
  return `${head.trimEnd()}…`;
}

/**
 * The text in parts that join to it again, none longer than `maxUnits` UTF-16 units, none cutting a
 * grapheme that is not longer itself.
 */
export function splitLong(text: string, maxUnits: number): readonly string[] {
  if (text.length <= maxUnits) return [text];
  const parts: string[] = [];
  let part = "";
  for (const { segment } of graphemes.segment(text)) {
    for (const piece of segment.length <= maxUnits ? [segment] : segment) {
      if (part !== "" && part.length + piece.length > maxUnits) {
        parts.push(part);
        part = "";
      }
      part += piece;
    }
  }
  return part === "" ? parts : [...parts, part];
}
