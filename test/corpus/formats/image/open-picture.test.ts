import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { openPicture } from "../../../../corpus/formats/image/open-picture.ts";
import { defaultLimits } from "../../../../corpus/limits.ts";
import { greyAt, paintPicture } from "./paint-picture.ts";

/** 6 wide and 4 high, white but for a black upper left quarter. */
const { width, height, rgba } = paintPicture(6, 4, [{ left: 0, top: 0, width: 3, height: 2 }]);
const painted = () => sharp(rgba, { raw: { width, height, channels: 4 } });

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`fixtures/${name}`, import.meta.url));

const open = (bytes: Uint8Array, limits = {}) =>
  openPicture(bytes, { path: "页.png", limits: { ...defaultLimits, ...limits } });

describe("openPicture", () => {
  test.each([
    ["PNG", painted().png()],
    ["PNG of grey shades in 16 bits", painted().toColourspace("grey16").png()],
    ["JPEG", painted().jpeg({ quality: 100 })],
    ["JPEG in printers' colours", painted().removeAlpha().toColourspace("cmyk").jpeg()],
    ["WebP", painted().webp({ lossless: true })],
    ["TIFF", painted().tiff({ compression: "lzw" })],
  ])("decodes %s", async (_, image) => {
    const file = await open(await image.toBuffer());
    const picture = await file.decode(0);

    expect(file.pageCount).toBe(1);
    expect(picture).toMatchObject({ width: 6, height: 4 });
    expect(picture.rgba).toHaveLength(6 * 4 * 4);
    expect(greyAt(picture, 0, 0)).toBeLessThan(90);
    expect(greyAt(picture, 5, 3)).toBeGreaterThan(180);
  });

  test("turns a photo as its camera was held", async () => {
    const bytes = await painted().withMetadata({ orientation: 6 }).png().toBuffer();

    const picture = await (await open(bytes)).decode(0);

    expect(picture).toMatchObject({ width: 4, height: 6 });
    // The black quarter, on the left of the film, is at the top right.
    expect([greyAt(picture, 3, 0), greyAt(picture, 0, 0)]).toEqual([0, 255]);
  });

  test("shows what is transparent as paper", async () => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const clear = sharp({ create: { width: 5, height: 5, channels: 4, background } });

    const picture = await (await open(await clear.png().toBuffer())).decode(0);

    expect(greyAt(picture, 2, 2)).toBe(255);
  });

  test("counts the pages of a TIFF, and limits them", async () => {
    const tiff = await fixture("three-pages.tiff");

    expect((await open(tiff)).pageCount).toBe(3);
    await expect(open(tiff, { maxPages: 2 })).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringMatching(/2 pages \(the limit maxPages\), found 3 in 页\.png/u),
    });
  });

  test("names the limit of pixels before it decodes any", async () => {
    const file = await open(await painted().png().toBuffer(), { maxPixels: 23 });

    await expect(file.decode(0)).rejects.toMatchObject({
      code: "E_FILE_TOO_LARGE",
      message: expect.stringMatching(/23 pixels \(the limit maxPixels\), found 6 × 4/u),
    });
  });

  test("makes a huge picture smaller and keeps its shape", async () => {
    const paper = { width: 12_000, height: 4000, channels: 3, background: "#eee" } as const;
    const bytes = await sharp({ create: paper }).png().toBuffer();

    const picture = await (await open(bytes)).decode(0);

    expect(picture.width * picture.height).toBeLessThanOrEqual(36_000_000);
    expect(picture.width / picture.height).toBeCloseTo(3, 2);
  });

  test.each([
    ["a cut PNG", async () => (await fixture("two-columns.png")).subarray(0, 40_000)],
    ["a cut JPEG", async () => (await fixture("two-columns-photo.jpg")).subarray(0, 40_000)],
    ["a JPEG's first bytes", () => Promise.resolve(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))],
    ["a PNG's first bytes", async () => (await fixture("two-columns.png")).subarray(0, 8)],
  ])("says that %s is damaged", async (_, damaged) => {
    const decode = async () => (await open(await damaged())).decode(0);

    await expect(decode()).rejects.toMatchObject({
      code: "E_FILE_DAMAGED",
      message: expect.stringContaining("页.png"),
    });
  });
});
