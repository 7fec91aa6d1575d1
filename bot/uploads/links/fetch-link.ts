/** Fetches what an address gives: few redirects, little time, and never more than a limit. */

import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { UploadError } from "../../errors.ts";
import { linkEnding } from "./link-ending.ts";
import { linkName } from "./link-path.ts";
import type { AllowedAddress } from "./public-address.ts";
import { readLink } from "./read-link.ts";
import { asUploadError, requestLink, type Resolve } from "./request-link.ts";

export interface FetchLinkOptions {
  /** Of the content, unpacked. */
  readonly maxBytes: number;
  /** From the first request to the last byte. Default: 30 s. */
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
  /** Default: none. For tests. */
  readonly allowed?: readonly AllowedAddress[] | undefined;
  readonly resolve?: Resolve | undefined;
}

export interface FetchedLink {
  /** As it was asked for, without its fragment. */
  readonly url: string;
  readonly name: string;
  readonly content: Uint8Array;
}

const defaultTimeoutMs = 30_000;
const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * @throws {UploadError} `E_LINK_REFUSED`, `E_LINK_FAILED`, `E_LINK_REDIRECTS`, `E_LINK_TOO_LARGE`,
 *   `E_LINK_TIMEOUT`, `E_LINK_FORMAT`; the signal's reason
 */
export async function fetchLink(text: string, options: FetchLinkOptions): Promise<FetchedLink> {
  const { signal, timeoutMs = defaultTimeoutMs } = options;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(tooSlow(timeoutMs)), timeoutMs);
  try {
    const either = AbortSignal.any([signal, timeout.signal]);
    return await follow(readLink(text), { ...options, signal: either });
  } finally {
    clearTimeout(timer);
  }
}

async function follow(first: URL, options: FetchLinkOptions): Promise<FetchedLink> {
  const { allowed = [], resolve, signal } = options;
  let url = first;
  for (let redirected = 0; redirected <= maxRedirects; redirected += 1) {
    const response = await requestLink(url, { allowed, resolve, signal });
    try {
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (redirects.has(status) && location !== undefined) {
        url = readLink(location, url.href);
        continue;
      }
      if (status !== 200) throw badStatus(url, status);
      const ending = linkEnding(response.headers["content-type"], url.pathname);
      const content = await readBody(response, url, options);
      return { url: first.href, name: linkName(first.href, ending), content };
    } finally {
      response.destroy();
    }
  }
  throw new UploadError(
    "E_LINK_REDIRECTS",
    `Expected at most ${maxRedirects} redirects from ${first.host}, found more. Give the address ` +
      "that they lead to.",
  );
}

async function readBody(
  response: IncomingMessage,
  url: URL,
  { maxBytes, signal }: FetchLinkOptions,
): Promise<Uint8Array> {
  const told = Number(response.headers["content-length"] ?? 0);
  if (told > maxBytes) throw tooLarge(url, maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = unpacked(response, url);
  const stop = (): void => {
    response.destroy();
    body.destroy();
  };
  signal.addEventListener("abort", stop);
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(url, maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw asUploadError(url.host, error);
  } finally {
    signal.removeEventListener("abort", stop);
    body.destroy();
  }
  signal.throwIfAborted();
  return Buffer.concat(chunks);
}

/** Counted after unpacking, chunk by chunk, so that a small body cannot become a large one. */
function unpacked(response: IncomingMessage, url: URL): Readable {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return response;
  const unpack = unpackers[encoding]?.();
  if (unpack === undefined) throw badEncoding(url, encoding);
  response.once("error", (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function badStatus({ host }: URL, status: number): UploadError {
  return new UploadError(
    "E_LINK_FAILED",
    `Expected ${host} to answer with its content, found status ${status}. Open the address in a ` +
      "browser; pages behind a login cannot be fetched.",
  );
}

function badEncoding({ host }: URL, encoding: string): UploadError {
  return new UploadError(
    "E_LINK_FORMAT",
    `Expected content packed by gzip, deflate or br from ${host}, found ${encoding}. Save the page ` +
      "and send it as a file.",
  );
}

function tooLarge({ host }: URL, maxBytes: number): UploadError {
  return new UploadError(
    "E_LINK_TOO_LARGE",
    `Expected at most ${maxBytes} bytes from ${host}, found more. Download it and put it into the ` +
      "documents folder.",
  );
}

function tooSlow(timeoutMs: number): UploadError {
  return new UploadError(
    "E_LINK_TIMEOUT",
    `Expected the whole content within ${timeoutMs / 1000} s, found that more was to come. Try ` +
      "again, or download it and send the file.",
  );
}
