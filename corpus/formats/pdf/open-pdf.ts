/** Opens a PDF, or says what is wrong with it. */

import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { CorpusError } from "../../errors.ts";
import { libraryFolders, loadLibrary } from "./load-library.ts";

export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

export interface OpenPdfOptions {
  /** Error messages name it. */
  readonly path: string;
  /** Whether pictures are decoded, which only drawing a page needs. */
  readonly hasPictures: boolean;
}

const errorsOnly = 0;
const noLimit = -1;

/** @throws {CorpusError} `E_FILE_ENCRYPTED`, `E_FILE_DAMAGED` */
export async function openPdf(
  bytes: Uint8Array,
  { path, hasPictures }: OpenPdfOptions,
): Promise<OpenedPdf> {
  const { getDocument } = await loadLibrary();
  const task = getDocument({
    // The library takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    ...libraryFolders(),
    cMapPacked: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: hasPictures ? noLimit : 1,
    verbosity: errorsOnly,
  });
  try {
    const document = await task.promise;
    return { document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw openError(path, error);
  }
}

function openError(path: string, cause: unknown): CorpusError {
  if (cause instanceof Error && cause.name === "PasswordException") {
    return new CorpusError(
      "E_FILE_ENCRYPTED",
      `Expected a PDF that opens without a password, found one that asks for it: ${path}. ` +
        "Save a copy without the password, or leave the file out.",
      { cause },
    );
  }
  return damaged(path, "its structure is broken", cause);
}

/**
 * What `read` makes of a page.
 *
 * @param number from 1
 * @throws {CorpusError} `E_FILE_DAMAGED` where the page cannot be read, or what `read` throws of it
 */
export async function atPage<T>(
  { document }: OpenedPdf,
  number: number,
  path: string,
  read: (page: PDFPageProxy) => Promise<T>,
): Promise<T> {
  try {
    const page = await document.getPage(number);
    try {
      return await read(page);
    } finally {
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw damaged(path, `page ${number} cannot be read`, error);
  }
}

function damaged(path: string, what: string, cause: unknown): CorpusError {
  return new CorpusError(
    "E_FILE_DAMAGED",
    `Expected a whole PDF, found that ${what}: ${path}. ` +
      "Get the file anew, or open it in a PDF program and save a copy.",
    { cause },
  );
}
