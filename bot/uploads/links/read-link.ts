/** Reads an address that a person gave, or a page led to, and refuses what is not fetched. */

import { UploadError } from "../../errors.ts";

const maxUrlLength = 2_000;
const maxLinks = 10;

/**
 * The address without its fragment.
 *
 * @throws {UploadError} `E_LINK_REFUSED`
 */
export function readLink(text: string, base?: string): URL {
  if (text.length > maxUrlLength || !URL.canParse(text, base)) throw refused("something else");
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused(url.protocol);
  if (url.username !== "" || url.password !== "") throw refused("a user name or password in it");
  url.hash = "";
  return url;
}

/** The addresses in a text that holds nothing else; undefined for every other text. */
export function linksAlone(text: string): readonly string[] | undefined {
  const parts = text.split(/\s+/u).filter(Boolean);
  const isAlone = parts.length > 0 && parts.length <= maxLinks && parts.every(isLink);
  return isAlone ? [...new Set(parts)] : undefined;
}

function isLink(part: string): boolean {
  return /^https?:\/\/[^\s/]/iu.test(part) && URL.canParse(part);
}

function refused(found: string): UploadError {
  return new UploadError(
    "E_LINK_REFUSED",
    `Expected an address that begins with http:// or https://, found ${found}. Give the address of ` +
      "a public page.",
  );
}
