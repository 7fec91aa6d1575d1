/** Refuses books whose text is locked; locked fonts do no harm. */

import { type DocumentParts } from "../../archives/open-parts.ts";
import { CorpusError } from "../../errors.ts";
import { xmlTags } from "../xml/xml-tags.ts";
import { type BookPage, partOf } from "./read-package.ts";

/**
 * @throws {CorpusError} `E_FILE_ENCRYPTED`, and those of `parts`
 * @see https://www.w3.org/TR/epub-33/#sec-container-metainf-encryption.xml
 */
export async function checkEncryption(
  parts: DocumentParts,
  { path, pages }: { readonly path: string; readonly pages: readonly BookPage[] },
): Promise<void> {
  const source = await parts.text("META-INF/encryption.xml");
  if (source === undefined) return;
  const locked = new Set(
    [...xmlTags(source)]
      .filter(({ name }) => name === "CipherReference")
      .map((tag) => partOf(tag, "", "URI").replace(/^\//u, "")),
  );
  if (!pages.some(({ part }) => locked.has(part))) return;
  throw new CorpusError(
    "E_FILE_ENCRYPTED",
    `Expected a book that everybody may read, found ${path} locked by its seller's copy ` +
      "protection. Get it without, or leave it out.",
  );
}
