/** Loads pdf.js, which reads everything it needs from its own package, never the network. */

import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfLibrary = typeof pdfjs;

/** Classes of browsers that the library names when it loads but uses only to draw. */
const drawingClasses = ["DOMMatrix", "ImageData", "Path2D"] as const;

/** Loads it once; text can be read also where the package that draws is not installed. */
export async function loadLibrary(): Promise<PdfLibrary> {
  try {
    await import("@napi-rs/canvas");
  } catch {
    // Drawing a page says so itself; reading its text needs the names only.
    for (const name of drawingClasses) {
      if (!(name in globalThis)) Object.assign(globalThis, { [name]: Object });
    }
  }
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** Folders of the package with what files may leave out: encodings, usual fonts, decoders. */
export function libraryFolders(): Readonly<
  Record<"cMapUrl" | "standardFontDataUrl" | "wasmUrl" | "iccUrl", string>
> {
  const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string): string => join(root, name) + sep;
  return {
    cMapUrl: folder("cmaps"),
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    iccUrl: folder("iccs"),
  };
}
