/** The ending of a fetched file, from what the server says it is. */

import { UploadError } from "../../errors.ts";

const endings: ReadonlyMap<string, string> = new Map([
  ["text/html", ".html"],
  ["application/xhtml+xml", ".html"],
  ["text/plain", ".txt"],
  ["text/markdown", ".md"],
  ["text/csv", ".csv"],
  ["text/tab-separated-values", ".tsv"],
  ["application/pdf", ".pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"],
  ["application/epub+zip", ".epub"],
  ["application/zip", ".zip"],
  ["application/x-zip-compressed", ".zip"],
  ["image/png", ".png"],
  ["image/jpeg", ".jpg"],
  ["image/webp", ".webp"],
  ["image/tiff", ".tif"],
]);
/** Said by servers that do not know; the address itself may tell, and the loader looks into it anyway. */
const unknownTypes = new Set(["", "application/octet-stream", "binary/octet-stream"]);

/** With its dot. @throws {UploadError} `E_LINK_FORMAT` */
export function linkEnding(contentType: string | undefined, pathname: string): string {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const known = endings.get(type);
  if (known !== undefined) return known;
  const ending = /\.[A-Za-z\d]{1,5}$/u.exec(pathname)?.[0].toLowerCase() ?? "";
  if (unknownTypes.has(type) && [...endings.values()].includes(ending)) return ending;
  throw new UploadError(
    "E_LINK_FORMAT",
    `Expected a page, a document, a table or a picture, found ${type === "" ? "no type" : type}. ` +
      "Give the address of a page that can be read.",
  );
}
