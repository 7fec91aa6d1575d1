import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../../../corpus/formats/pdf/load-library.ts";
import { atPage, openPdf } from "../../../../corpus/formats/pdf/open-pdf.ts";
import { drawPage } from "../../../../corpus/formats/pdf/draw-page.ts";
import { type DrawnParts, measureParts } from "../../../../corpus/formats/pdf/page-pictures.ts";
import { setAt, writePdf } from "./write-pdf.ts";

const picture = "BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI";

async function parts(drawing: string): Promise<DrawnParts> {
  const pdf = await openPdf(writePdf({ pages: [drawing] }), { path: "a.pdf", hasPictures: true });
  try {
    return await atPage(pdf, 1, "a.pdf", async (page) =>
      measureParts(await page.getOperatorList(), await loadLibrary()),
    );
  } finally {
    await pdf.close();
  }
}

describe("measureParts", () => {
  test("measures a picture through nested transformations", async () => {
    const drawing = `q 2 0 0 2 0 0 cm q 100 0 0 150 10 10 cm ${picture} Q Q`;

    expect(await parts(drawing)).toEqual({ pictureArea: 60_000, mayShowText: true });
  });

  test("sees letters in a picture, in text and in many outlines, not in a frame", async () => {
    const outline = "10 10 m 20 10 l 15 20 l f ";

    expect((await parts(setAt(50, 50, "船"))).mayShowText).toBe(true);
    expect((await parts(outline.repeat(300))).mayShowText).toBe(true);
    expect(await parts(outline)).toEqual({ pictureArea: 0, mayShowText: false });
  });
});

describe("drawPage", () => {
  test("draws no more pixels than it may", async () => {
    const bytes = writePdf({ pages: [setAt(50, 500, "Boats", "F", 40)] });
    const pdf = await openPdf(bytes, { path: "a.pdf", hasPictures: true });

    const drawn = await atPage(pdf, 1, "a.pdf", (page) => drawPage(page, 60_000));
    await pdf.close();

    expect([drawn.picture.width, drawn.picture.height]).toEqual([200, 300]);
    expect(drawn.scale).toBe(0.5);
    expect(drawn.picture.rgba).toHaveLength(200 * 300 * 4);
    expect(drawn.picture.rgba.some((part) => part < 100)).toBe(true);
  });
});
