import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openArchive } from "../../../corpus/archives/open-archive.ts";
import { openParts } from "../../../corpus/archives/open-parts.ts";
import { packArchive } from "../../../corpus/archives/pack-archive.ts";
import { defaultLimits } from "../../../corpus/limits.ts";
import { buildZip } from "./build-zip.ts";

const options = { path: "lake.docx", limits: defaultLimits };

describe("openParts", () => {
  test("reads parts by their names, hidden ones too", async () => {
    const parts = await openParts(
      buildZip([
        { name: "_rels/.rels", content: "<a>湖</a>" },
        { name: "b.xml", content: Buffer.from("\ufeff<b/>", "utf16le") },
      ]),
      options,
    );

    expect(await parts.text("_rels/.rels")).toBe("<a>湖</a>");
    expect(await parts.text("b.xml")).toBe("<b/>");
    expect(await parts.text("c.xml")).toBeUndefined();
    expect(await parts.bytes("c.xml")).toBeUndefined();
  });

  test("packs only what is wanted, and inflates nothing else", async () => {
    const bomb = { name: "bomb.png", content: Buffer.alloc(10_000_000) };
    const parts = await openParts(buildZip([{ name: "a.xml", content: "湖" }, bomb]), options);
    const packed = await parts.pack((name) => name.endsWith(".xml"));
    const entries = await openArchive(packed, options);

    expect(entries.map(({ name }) => name)).toEqual(["a.xml"]);
    await expect(parts.pack(() => true)).rejects.toMatchObject({ code: "E_FILE_TOO_LARGE" });
  });
});

describe("packArchive", () => {
  test("makes archives that open to the same files", async () => {
    const name = fc.stringMatching(/^[a-z湖水]{1,9}(?:\/[a-z湖水]{1,9}){0,2}\.xml$/u);
    const file = fc.record({ name, bytes: fc.uint8Array({ maxLength: 50 }) });
    const files = fc.uniqueArray(file, { maxLength: 6, selector: (one) => one.name });
    await fc.assert(
      fc.asyncProperty(files, async (packed) => {
        const entries = await openArchive(packArchive(packed), options);
        const opened: unknown[] = [];
        for (const entry of entries) {
          opened.push({ name: entry.name, bytes: new Uint8Array(await entry.read()) });
        }
        expect(opened).toEqual(packed);
      }),
      { numRuns: 100 },
    );
  });
});
