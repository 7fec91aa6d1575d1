/** Takes one file of a card in: aside on the disk, and into the database; or the reason why not. */

import { AppError } from "../../corpus/errors.ts";
import type { CorpusLimits } from "../../corpus/limits.ts";
import { newUploadId, type Uploads } from "../operations/uploads.ts";
import type { FileContent, StagedFile, Staging } from "./staging.ts";
import { safeName } from "./upload-path.ts";

export interface TakenFile {
  /** As it was sent; made safe here. */
  readonly name: string;
  readonly content: FileContent;
  /** Where it was fetched from. */
  readonly url?: string;
}

export interface ReceivedFile {
  readonly cardId: string;
  /** Among the files of the card; where it is taken already, nothing is done. */
  readonly position: number;
  /** For a file that cannot be taken. */
  readonly name: string;
  /** Opens it. @throws {AppError} a fault of the file, which its card then tells */
  readonly take: () => Promise<TakenFile>;
}

export interface ReceiveOptions {
  readonly uploads: Uploads;
  readonly staging: Staging;
  readonly limits: CorpusLimits;
  readonly now: () => number;
}

const maxAttempts = 3;

/** @throws what is no fault of the file: it may be received again */
export async function receiveFile(
  { cardId, position, name, take }: ReceivedFile,
  { uploads, staging, limits, now }: ReceiveOptions,
): Promise<void> {
  if (await uploads.has(cardId, position)) return;
  const id = newUploadId();
  const add = { id, position };
  try {
    const { taken, staged } = await keep();
    await uploads.add(cardId, {
      ...add,
      ...staged,
      name: safeName(taken.name),
      failure: undefined,
      link: taken.url === undefined ? undefined : { url: taken.url, fetchedAt: new Date(now()) },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await uploads.add(cardId, {
      ...add,
      name: safeName(name),
      bytes: 0,
      sha256: "",
      failure: error.code,
      link: undefined,
    });
  }

  /** Begun anew where a connection broke off. */
  async function keep(attempt = 1): Promise<{ taken: TakenFile; staged: StagedFile }> {
    try {
      const taken = await take();
      const limit = { name: taken.name, maxBytes: limits.maxBytes };
      return { taken, staged: await staging.keep(id, taken.content, limit) };
    } catch (error) {
      if (!(error instanceof AppError && error.retryable) || attempt === maxAttempts) throw error;
      return keep(attempt + 1);
    }
  }
}
