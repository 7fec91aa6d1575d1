/** Opens files that people sent, by the Bot API's file endpoint or from the disk it shares with us. */

import { createReadStream } from "node:fs";
import { isAbsolute } from "node:path";
import { type Api, GrammyError } from "grammy";
import { UploadError } from "../../errors.ts";
import type { FileContent } from "../../uploads/staging.ts";

export interface TelegramFile {
  readonly fileId: string;
  readonly name: string;
  /** As Telegram tells it. */
  readonly bytes: number | undefined;
}

/** @throws {UploadError} `E_UPLOAD_TOO_LARGE`, `E_UPLOAD_LOST`; the content may throw it too */
export type OpenTelegramFile = (file: TelegramFile, signal: AbortSignal) => Promise<FileContent>;

export interface OpenTelegramFileOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly api: Pick<Api, "getFile">;
}

const cloudRoot = "https://api.telegram.org";
/** @see https://core.telegram.org/bots/api#getfile */
const maxCloudBytes = 20 * 1024 * 1024;

/** A server of one's own that was started with `--local` gives paths of the disk in place of its own. */
export function createOpenTelegramFile({
  token,
  apiRoot,
  api,
}: OpenTelegramFileOptions): OpenTelegramFile {
  const isCloud = apiRoot === cloudRoot;
  const pathOf = async ({ fileId, name }: TelegramFile): Promise<string> => {
    try {
      const { file_path: path } = await api.getFile(fileId);
      if (path !== undefined) return path;
    } catch (error) {
      if (error instanceof GrammyError && /file is too big/iu.test(error.description)) {
        throw tooLarge(name);
      }
      if (!(error instanceof GrammyError)) throw lost(name, true);
    }
    throw lost(name, false);
  };
  return async (file, signal) => {
    const { name, bytes = 0 } = file;
    if (isCloud && bytes > maxCloudBytes) throw tooLarge(name);
    const path = await pathOf(file);
    signal.throwIfAborted();
    if (isAbsolute(path)) {
      if (isCloud) throw lost(name, false);
      return whole(createReadStream(path), name, signal);
    }
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal }).catch(() => {
      signal.throwIfAborted();
      throw lost(name, true);
    });
    if (!response.ok || response.body === null) throw lost(name, response.status >= 500);
    return whole(response.body, name, signal);
  };
}

/** A connection that breaks off is told without its address, which holds the token. */
async function* whole(
  content: AsyncIterable<Uint8Array>,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch {
    signal.throwIfAborted();
    throw lost(name, true);
  }
}

function tooLarge(name: string): UploadError {
  return new UploadError(
    "E_UPLOAD_TOO_LARGE",
    `Expected a file of at most 20 MB, found that Telegram does not give ${name} to bots. Put it into ` +
      "the documents folder, or run a Bot API server of your own and set TELEGRAM_API_ROOT.",
  );
}

function lost(name: string, retryable: boolean): UploadError {
  return new UploadError(
    "E_UPLOAD_LOST",
    `Expected Telegram to give ${name}, found that it does not. Send the file again.`,
    { retryable },
  );
}
