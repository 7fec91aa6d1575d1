/** One request to one address, on a connection that is known to lead to the public network. */

import { lookup as resolveHost, type LookupAddress, type LookupOptions } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { UploadError } from "../../errors.ts";
import { type AllowedAddress, isPublicAddress } from "./public-address.ts";

export interface RequestLinkOptions {
  readonly allowed: readonly AllowedAddress[];
  readonly signal: AbortSignal;
  /** Looks a host up; default the system's resolver. For tests. */
  readonly resolve?: Resolve | undefined;
}

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const headers = {
  "user-agent": "Wenju (fetches pages that an administrator asked for)",
  accept: "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5",
  "accept-encoding": "gzip, deflate, br",
};

/**
 * The answer once its head is there.
 *
 * Every address the host resolves to is checked, and the connection is made to one of those: nothing
 * is looked up a second time, so a name that changes in between leads nowhere else.
 *
 * @throws {UploadError} `E_LINK_REFUSED`, `E_LINK_FAILED`; the signal's reason
 */
export function requestLink(url: URL, options: RequestLinkOptions): Promise<IncomingMessage> {
  const { signal } = options;
  const isSecure = url.protocol === "https:";
  const port = Number(url.port === "" ? (isSecure ? 443 : 80) : url.port);
  const mayReach = (address: string): boolean =>
    isPublicAddress(address) ||
    options.allowed.some((one) => one.address === address && one.port === port);
  const literal = url.hostname.replace(/^\[|\]$/gu, "");
  if (isIP(literal) !== 0 && !mayReach(literal)) return Promise.reject(refused(url.host));
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? requestHttps : requestHttp)(url, {
      // A kept connection would be one that nobody checked for this address.
      agent: false,
      headers,
      lookup: checkedLookup(url.host, mayReach, options.resolve ?? resolveAll),
      signal,
    });
    sent.once("socket", (socket) => {
      socket.once("connect", () => {
        const { remoteAddress = "" } = socket;
        if (!mayReach(remoteAddress)) sent.destroy(refused(url.host));
      });
    });
    sent.once("response", resolve);
    sent.once("error", (error) => {
      reject(signal.aborted ? signal.reason : asUploadError(url.host, error));
    });
    sent.end();
  });
}

function checkedLookup(
  host: string,
  mayReach: (address: string) => boolean,
  resolve: Resolve,
): LookupFunction {
  return (hostname, options, callback) => {
    const look = async (): Promise<void> => {
      let addresses: readonly LookupAddress[];
      try {
        addresses = await resolve(hostname);
      } catch (error) {
        callback(asError(error), "", 0);
        return;
      }
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => mayReach(address))) {
        callback(refused(host), "", 0);
      } else if (wantsAll(options)) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    };
    void look();
  };
}

function wantsAll(options: LookupOptions): boolean {
  return options.all === true;
}

function resolveAll(host: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    resolveHost(host, { all: true }, (error, addresses) => {
      if (error === null) resolve(addresses);
      else reject(error);
    });
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function refused(host: string): UploadError {
  return new UploadError(
    "E_LINK_REFUSED",
    `Expected an address of the public network, found that ${host} leads into a private one. Put ` +
      "the page into the documents folder yourself.",
  );
}

export function asUploadError(host: string, error: unknown): UploadError {
  if (error instanceof UploadError) return error;
  const reason = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
  return new UploadError(
    "E_LINK_FAILED",
    `Expected ${host} to answer, found that it does not (${reason}). Check the address, and whether ` +
      "this machine may reach it.",
    { cause: error },
  );
}
