/** Opens the room of uploads: its desk, and its files laid over the documents that are loaded. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CorpusLimits } from "../../corpus/limits.ts";
import type { DocumentSource } from "../../corpus/source.ts";
import { openFolder } from "../../corpus/sources/open-folder.ts";
import { overlaySource } from "../../corpus/sources/overlay-source.ts";
import { RetrievalError } from "../../retrieval/errors.ts";
import type { ServedView } from "../documents/served-view.ts";
import type { ServedDocuments } from "./served-documents.ts";
import { createStaging } from "./staging.ts";
import { createUploadDesk, type UploadDesk, type UploadDeskOptions } from "./upload-desk.ts";

export interface OpenUploadsOptions extends Pick<
  UploadDeskOptions,
  "uploads" | "load" | "bringBack" | "allowedAddresses"
> {
  readonly dataFolder: string;
  readonly limits: CorpusLimits;
  readonly view: ServedView;
}

export interface OpenUploads {
  readonly desk: UploadDesk;
  /**
   * The files of a folder with those that were sent, which belong to the corpus whichever folder is
   * loaded into it: else a load of another folder would take them out.
   */
  layOver(folder: string): DocumentSource;
}

/** Touches the disk when it is first needed. */
export function openUploads(options: OpenUploadsOptions): OpenUploads {
  const { dataFolder, limits, view } = options;
  const staging = createStaging(join(dataFolder, "uploads"));
  const served: ServedDocuments = {
    list: () => view.use((snapshot) => snapshot.listDocuments()).catch(nothingWhereNoCorpus),
    document: (id) => view.use((snapshot) => snapshot.document(id)),
  };
  return {
    desk: createUploadDesk({ ...options, staging, served, now: Date.now }),
    layOver: (folder) => {
      const files = openFolder(folder, { limits });
      const { documentsFolder: sent } = staging;
      return existsSync(sent) ? overlaySource(files, openFolder(sent, { limits })) : files;
    },
  };
}

function nothingWhereNoCorpus(error: unknown): readonly never[] {
  if (error instanceof RetrievalError && error.code === "E_NO_CORPUS") return [];
  throw error;
}
