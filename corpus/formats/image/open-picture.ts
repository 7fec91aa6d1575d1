/** Decodes pictures: the only file here that knows sharp. */

import type { Sharp, SharpOptions } from "sharp";
import { CorpusError } from "../../errors.ts";
import type { ParseOptions } from "../parsers.ts";
import { loadPart } from "./load-part.ts";
import type { Picture } from "./picture.ts";

export interface PictureFile {
  /** More than 1 only in a TIFF. */
  readonly pageCount: number;
  /**
   * Upright as its EXIF orientation says, on white where it is transparent.
   *
   * @param index of the page, from 0
   * @throws {CorpusError} `E_FILE_TOO_LARGE`, `E_FILE_DAMAGED`
   */
  decode(index: number): Promise<Picture>;
}

/** A larger picture is decoded at this size, in pixels: text in it is large too. */
const maxDecodedPixels = 36_000_000;

/** @throws {CorpusError} `E_PART_MISSING`, `E_FILE_TOO_LARGE`, `E_FILE_DAMAGED` */
export async function openPicture(
  bytes: Uint8Array,
  { path, limits }: ParseOptions,
): Promise<PictureFile> {
  const { default: sharp } = await loadPart("sharp", () => import("sharp"));
  const options: SharpOptions = { failOn: "error", limitInputPixels: false };
  const { format, pages = 1 } = await attempt(() => sharp(bytes, options).metadata());
  // The pages of other formats are the frames of an animation.
  const pageCount = format === "tiff" ? pages : 1;
  if (pageCount > limits.maxPages) {
    throw new CorpusError(
      "E_FILE_TOO_LARGE",
      `Expected at most ${limits.maxPages} pages (the limit maxPages), found ${pageCount} in ` +
        `${path}. Split the file or raise the limit.`,
    );
  }

  return {
    pageCount,
    async decode(index) {
      const page = () => sharp(bytes, { ...options, page: index });
      const { width = 0, height = 0 } = await attempt(() => page().metadata());
      if (width * height > limits.maxPixels) {
        throw new CorpusError(
          "E_FILE_TOO_LARGE",
          `Expected at most ${limits.maxPixels} pixels (the limit maxPixels), found ${width} × ` +
            `${height} in ${path}. Make the picture smaller or raise the limit.`,
        );
      }
      const scale = Math.min(1, Math.sqrt(maxDecodedPixels / (width * height)));
      return attempt(() => decode(shrink(page().rotate(), width, height, scale)));
    },
  };

  async function attempt<Result>(read: () => Promise<Result>): Promise<Result> {
    try {
      return await read();
    } catch (error) {
      throw new CorpusError(
        "E_FILE_DAMAGED",
        `Expected a whole picture, found one in ${path} that breaks off or contradicts itself. ` +
          "Open it in an image viewer, save it anew, or leave it out.",
        { cause: error },
      );
    }
  }
}

function shrink(image: Sharp, width: number, height: number, scale: number): Sharp {
  if (scale === 1) return image;
  const side = Math.floor(Math.max(width, height) * scale);
  return image.resize({ width: side, height: side, fit: "inside" });
}

async function decode(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data };
}
