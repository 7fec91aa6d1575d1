import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../../corpus/text/decode-text.ts";
import { CorpusError } from "../../../corpus/errors.ts";

const utf8 = new TextEncoder();

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

/** The inverse of the decoder, by trying all two-byte codes. */
function encode(text: string, encoding: "gb18030" | "big5"): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(
    text.split("").flatMap((character) => {
      const code = character < "\u0080" ? [character.charCodeAt(0)] : codes.get(character);
      if (code === undefined) throw new TypeError(`${character} is not in ${encoding}`);
      return code;
    }),
  );
}

const simplified = "湖水很清，我们在那里看到了很多鱼。\n一九九八年，这个地方还没有路。";
const traditional = "湖水很清，我們在那裡看到了很多魚。\n這個地方還沒有路，來的人不多。";

describe("decodeText", () => {
  test.each([
    ["UTF-8", utf8.encode(simplified), simplified],
    ["UTF-8 with a mark", utf8.encode(`\ufeff${simplified}`), simplified],
    ["little-endian UTF-16 with a mark", utf16(`\ufeff${simplified}`, true), simplified],
    ["big-endian UTF-16 with a mark", utf16(`\ufeff${simplified}`, false), simplified],
    ["little-endian UTF-16", utf16(simplified, true), simplified],
    ["big-endian UTF-16", utf16(simplified, false), simplified],
    ["English in UTF-16", utf16("The lake is clear.", true), "The lake is clear."],
    ["GB18030", encode(simplified, "gb18030"), simplified],
    ["Big5", encode(traditional, "big5"), traditional],
    [
      "GB18030 within much ASCII",
      encode(`${"lake ".repeat(200)}我们`, "gb18030"),
      `${"lake ".repeat(200)}我们`,
    ],
    [
      "Windows Latin",
      Uint8Array.of(...utf8.encode("The caf"), 0xe9, ...utf8.encode(" is open.")),
      "The café is open.",
    ],
  ])("reads %s", (_, bytes, expected) => {
    expect(decodeText(bytes)).toBe(expected);
  });

  test("knows hand-made bytes", () => {
    expect(decodeText(Uint8Array.of(0xd6, 0xd0, 0xb9, 0xfa, 0xc8, 0xcb))).toBe("中国人");
    expect(decodeText(Uint8Array.of(0xa4, 0xa4, 0xa4, 0x48, 0xa4, 0x6a))).toBe("中人大");
  });

  test("reads UTF-8 that was cut within a character", () => {
    const bytes = utf8.encode("湖水很清。".repeat(100));

    expect(decodeText(bytes.subarray(0, -1)).startsWith("湖水很清。湖水很清。")).toBe(true);
  });

  test("reads UTF-16 that was cut within a character", () => {
    const bytes = utf16(simplified, true);

    expect(decodeText(bytes.subarray(0, -1))).toBe(simplified.slice(0, -1));
    expect(decodeText(utf16(`\ufeff${simplified}`, false).subarray(0, -1))).toBe(
      simplified.slice(0, -1),
    );
  });

  test("reads GB18030 with a broken byte", () => {
    const bytes = encode(simplified.repeat(10), "gb18030");
    bytes[200] = 0xff;

    expect(decodeText(bytes).startsWith("湖水很清，我们在那里看到了很多鱼。")).toBe(true);
  });

  test.each([
    ["gb18030", simplified],
    ["big5", traditional],
  ] as const)("reads a line of %s among lines of UTF-8", (encoding, line) => {
    const mixed = Buffer.concat([
      utf8.encode(`东湖\nlake\n${simplified}\n`),
      encode(line, encoding),
      utf8.encode(`\n\n${simplified}`),
    ]);

    expect(decodeText(mixed)).toBe(`东湖\nlake\n${simplified}\n${line}\n\n${simplified}`);
  });

  test("reads lines of UTF-8 in whatever place among lines of GB18030", () => {
    const lines = simplified.split("\n");
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 12 }), (areUtf8) => {
        const parts = areUtf8.map((isUtf8, at) => {
          const line = `${lines[at % 2]}\n`;
          return isUtf8 ? utf8.encode(line) : encode(line, "gb18030");
        });
        const expected = areUtf8.map((_, at) => `${lines[at % 2]}\n`).join("");

        expect(decodeText(Buffer.concat(parts))).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  test("takes a page's word on its encoding where the bytes leave a doubt", () => {
    const page = (encoding: string): Uint8Array =>
      Buffer.concat([
        utf8.encode(`<html><head><meta charset="${encoding}"></head><body>`),
        // „Привет“ in windows-1251.
        Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
        utf8.encode("</body></html>"),
      ]);

    expect(decodeText(page("windows-1251"))).toContain("Привет");
    expect(decodeText(page("no-such-encoding"))).toContain("Ïðèâåò");
    expect(decodeText(utf8.encode(`<meta charset=gbk>${simplified}`))).toContain(simplified);
  });

  test("makes all line ends one", () => {
    expect(decodeText(utf8.encode("湖\r\n水\r清\n"))).toBe("湖\n水\n清\n");
  });

  test.each([
    ["no bytes", new Uint8Array()],
    ["white space", utf8.encode(" \r\n\t\u3000")],
    ["only a mark", utf8.encode("\ufeff")],
  ])("refuses %s as empty", (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: "E_FILE_EMPTY" }));
  });

  test.each([
    ["text with NUL", utf8.encode("lake\0lake")],
    ["control characters", utf8.encode("\u0001\u0002\u0003lake")],
    [
      "random bytes",
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256),
    ],
    [
      "numbers of a program",
      Uint8Array.from({ length: 4000 }, (_, index) => (index % 4 === 0 ? index % 50 : 0)),
    ],
    ["a broken mark", Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
  ])("refuses %s as no text", (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(CorpusError);
    expect(() => decodeText(bytes)).toThrow(/Expected text in UTF-8.*found.*Save the file/su);
  });
});
