/** Reads a text whose lines were saved in different encodings, as pasted and joined files are. */

/** Characters of UTF-8 lines that must not be common Latin, Greek or the like to be believed. */
const cjkShare = 0.5;
const lineFeed = 0x0a;

/**
 * Lines that are good UTF-8 stay; the others together are given to `decodeOthers`. Undefined where
 * there are no lines of both kinds, or the others are no text.
 */
export function decodeMixed(
  bytes: Uint8Array,
  decodeOthers: (bytes: Uint8Array) => string | undefined,
): string | undefined {
  const lines = new TextDecoder("utf-8").decode(bytes).split("\n");
  const others = new Set<number>();
  let seesUtf8 = false;
  lines.forEach((line, at) => {
    if (!isPlausibleUtf8(line)) others.add(at);
    else seesUtf8 ||= /\P{ASCII}/u.test(line);
  });
  if (!seesUtf8 || others.size === 0) return undefined;

  const decoded = decodeOthers(selectLines(bytes, others))?.split("\n");
  if (decoded === undefined) return undefined;
  const rest = decoded.values();
  return lines.map((line, at) => (others.has(at) ? (rest.next().value ?? "") : line)).join("\n");
}

/** Two bytes of a Chinese encoding often make one Latin letter of UTF-8, hardly ever a Han one. */
function isPlausibleUtf8(line: string): boolean {
  if (line.includes("\ufffd")) return false;
  const foreign = line.match(/\P{ASCII}/gu)?.length ?? 0;
  const cjk = line.match(/[\p{Script=Han}\u2010-\u2027\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return cjk >= foreign * cjkShare;
}

/** In all encodings of Chinese but UTF-16 a line feed is a byte of its own. */
function selectLines(bytes: Uint8Array, wanted: ReadonlySet<number>): Uint8Array {
  const selected: Uint8Array[] = [];
  let start = 0;
  for (let line = 0; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    if (wanted.has(line)) selected.push(bytes.subarray(start, end), Uint8Array.of(lineFeed));
    start = end + 1;
  }
  return Buffer.concat(selected.slice(0, -1));
}
