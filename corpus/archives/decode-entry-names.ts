/** Reads the names of archive entries, which carry no word on their encoding. */

import { hasHan } from "../text/characters.ts";
import { chinesePlausibility } from "../text/chinese-plausibility.ts";
import { getFileNameLowLevel, type ExtraField } from "yauzl";

/** Wrongly decoded bytes stay below 0.15 (see `text/decode-text.ts`); names are short samples. */
const plausibleShare = 0.2;
const utf8Flag = 0x800;
/** Info-ZIP's extra field for a name in UTF-8. */
const unicodePathField = 0x7075;
/** Level one of GB 2312 has both bytes of a character above this; other encodings seldom do. */
const pairsOfGb2312 = /^(?:\p{ASCII}|[\xa1-\xf7][\xa1-\xfe])*$/u;

export interface RawEntryName {
  readonly fileNameRaw: Buffer;
  readonly generalPurposeBitFlag: number;
  readonly extraFields: readonly ExtraField[];
}

/**
 * The names in the entries' order. Marked ones are UTF-8; the others UTF-8 where they are valid,
 * else GBK or Big5 where that makes sense of all of them, else what DOS used.
 */
export function decodeEntryNames(entries: readonly RawEntryName[]): readonly string[] {
  const unmarked = entries
    .filter((entry) => !isMarked(entry))
    .map((entry) => entry.fileNameRaw)
    .filter((raw) => decodeStrictly(raw, "utf-8") === undefined);
  const chinese = chineseEncoding(Buffer.concat(unmarked));
  return entries.map((entry) => {
    const raw = entry.fileNameRaw;
    const known = isMarked(entry) ? undefined : decodeStrictly(raw, "utf-8");
    const decoded =
      known ??
      (isMarked(entry) || chinese === undefined ? undefined : decodeStrictly(raw, chinese));
    return (
      decoded ?? getFileNameLowLevel(entry.generalPurposeBitFlag, raw, [...entry.extraFields], true)
    );
  });
}

function isMarked({ generalPurposeBitFlag, extraFields }: RawEntryName): boolean {
  const hasUnicodePath = extraFields.some((field) => field.id === unicodePathField);
  return (generalPurposeBitFlag & utf8Flag) !== 0 || hasUnicodePath;
}

/** Undefined where the bytes are no Chinese. */
function chineseEncoding(names: Buffer): string | undefined {
  const candidates = ["gb18030", "big5"].flatMap((encoding) => {
    const text = decodeStrictly(names, encoding);
    return text === undefined || !hasHan(text)
      ? []
      : [{ encoding, plausibility: chinesePlausibility(text) }];
  });
  const best = candidates.toSorted((one, other) => other.plausibility - one.plausibility)[0];
  if (best !== undefined && best.plausibility >= plausibleShare) return best.encoding;
  return best !== undefined && pairsOfGb2312.test(names.toString("latin1")) ? "gb18030" : undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding, which is the answer asked for.
    return undefined;
  }
}
