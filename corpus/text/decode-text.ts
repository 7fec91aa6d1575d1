/** Turns bytes into text whatever encoding they were saved in. */

import { countHan } from "./characters.ts";
import { chinesePlausibility } from "./chinese-plausibility.ts";
import { CorpusError } from "../errors.ts";
import { declaredEncoding } from "./declared-encoding.ts";
import { decodeMixed } from "./decode-mixed.ts";

/** Real Chinese reaches 0.5 to 0.8; wrongly decoded bytes stay below 0.15. */
const plausibleShare = 0.3;
/** Characters of the head of a text that tell its encoding. */
const sampleLength = 20_000;
/** Share of usual characters in UTF-16; the wrong order of bytes stays far below. */
const usualShareOfText = 0.5;
/** Text with at most one broken character in so many good non-ASCII ones was damaged on its way. */
const goodPerBroken = 100;
/** A shorter run of an odd number of bytes is no sign of UTF-16 that was cut off. */
const fewestCutBytes = 40;
/** Windows Latin text is ASCII but for a few accents and quotes. */
const latinAsciiShare = 0.9;
/** One control character in so many may be a slip; more are no text. */
const charactersPerControl = 1000;

/**
 * The text of the bytes, without byte order mark and with `\n` line ends.
 *
 * 1. a byte order mark decides; 2. UTF-16 by its zero bytes; 3. valid UTF-8; 4. lines of UTF-8 among
 * lines of GB18030 or Big5; 5. slightly damaged UTF-8; 6. what an HTML page says of itself; 7. GB18030
 * or Big5, whichever gives more common characters; 8. Windows Latin.
 *
 * @throws {CorpusError} `E_FILE_EMPTY`, `E_NOT_TEXT`
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  const decoded = marked === undefined ? decodeUnmarked(bytes) : decodeWhole(bytes, marked);
  if (decoded === undefined || isBinary(decoded)) {
    throw new CorpusError(
      "E_NOT_TEXT",
      `Expected text in UTF-8, UTF-16, GB18030 or Big5, found ${notTextReason(decoded)}. ` +
        "Save the file as UTF-8 text, or leave it out.",
    );
  }
  const text = decoded.replace(/\r\n?/gu, "\n");
  if (text.trim() === "") {
    throw new CorpusError(
      "E_FILE_EMPTY",
      `Expected text, found ${bytes.length === 0 ? "an empty file" : "nothing but white space"}. ` +
        "Fill the file or remove it.",
    );
  }
  return text;
}

function notTextReason(decoded: string | undefined): string {
  return decoded?.includes("\0") === true
    ? "zero bytes, the mark of a binary or broken file"
    : "bytes that are text in none of them";
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding, which is the answer asked for.
    return undefined;
  }
}

/** With the few characters that were damaged on the way replaced by `\ufffd`. */
function decodeDamaged(bytes: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = count(text, /\ufffd/gu);
  return count(text, /[^\p{ASCII}\ufffd]/gu) >= broken * goodPerBroken ? text : undefined;
}

/** Half a unit at the end was cut off on the way. */
function decodeWhole(bytes: Uint8Array, utf16: string): string | undefined {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return decodeStrictly(whole, utf16) ?? decodeDamaged(whole, utf16);
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function decodeUnmarked(bytes: Uint8Array): string | undefined {
  return (
    decodeUtf16(bytes) ??
    decodeStrictly(bytes, "utf-8") ??
    decodeMixed(bytes, decodeChinese) ??
    decodeDamaged(bytes, "utf-8") ??
    decodeDeclared(bytes) ??
    decodeChinese(bytes) ??
    decodeLatin(bytes)
  );
}

/** Without a mark, ASCII characters and line ends still leave zero bytes. */
function decodeUtf16(bytes: Uint8Array): string | undefined {
  if (!bytes.subarray(0, sampleLength).includes(0)) return undefined;
  if (bytes.length % 2 === 1 && bytes.length < fewestCutBytes) return undefined;
  const candidates = ["utf-16le", "utf-16be"].flatMap((encoding) => {
    const text = decodeWhole(bytes, encoding);
    return text === undefined ? [] : [{ text, plausibility: usualShare(text) }];
  });
  return mostPlausible(candidates, usualShareOfText);
}

function decodeDeclared(bytes: Uint8Array): string | undefined {
  const declared = declaredEncoding(bytes);
  return declared === undefined ? undefined : decodeDamaged(bytes, declared);
}

/** Share of Latin letters, common Chinese characters and the marks that go with them. */
function usualShare(text: string): number {
  const sample = text.slice(0, sampleLength);
  const marks = count(sample, /[\t\n\r -~\u00a0-\u024f\u3000-\u303f\uff00-\uffef‘’“”…—]/gu);
  return (marks + chinesePlausibility(sample) * countHan(sample)) / sample.length;
}

function decodeChinese(bytes: Uint8Array): string | undefined {
  const candidates = ["gb18030", "big5"].flatMap((encoding) => {
    const text = decodeDamaged(bytes, encoding);
    if (text === undefined) return [];
    return [{ text, plausibility: chinesePlausibility(chineseSample(text)) }];
  });
  return mostPlausible(candidates, plausibleShare);
}

interface Candidate {
  readonly text: string;
  readonly plausibility: number;
}

function mostPlausible(candidates: readonly Candidate[], cutoff: number): string | undefined {
  const best = candidates.toSorted((one, other) => other.plausibility - one.plausibility)[0];
  return best !== undefined && best.plausibility >= cutoff ? best.text : undefined;
}

/** The first Han characters, wherever they begin. */
function chineseSample(text: string): string {
  const from = Math.max(0, text.search(/\p{Script=Han}/u));
  return text.slice(from, from + sampleLength);
}

function decodeLatin(bytes: Uint8Array): string | undefined {
  let ascii = 0;
  for (const byte of bytes) if (byte < 0x80) ascii += 1;
  return ascii >= bytes.length * latinAsciiShare
    ? decodeStrictly(bytes, "windows-1252")
    : undefined;
}

/** NUL anywhere, or many other control characters, are the mark of a binary file. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  const controls = count(text, /(?![\t\n\v\f\r])\p{Cc}/gu);
  return controls > Math.max(1, text.length / charactersPerControl);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
