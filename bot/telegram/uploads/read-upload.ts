/** Tells from a message alone whether somebody sends documents to be indexed, and which. */

import type { Message, PhotoSize } from "grammy/types";
import type { Config } from "../../config.ts";
import type { Scope } from "../../../retrieval/scope.ts";
import { linksAlone } from "../../uploads/links/read-link.ts";
import { type Rights, rightsOf } from "../rights.ts";

export type SentUpload =
  | {
      readonly kind: "file";
      readonly fileId: string;
      readonly name: string;
      /** As Telegram tells it. */
      readonly bytes: number | undefined;
      readonly caption: string | undefined;
    }
  | { readonly kind: "links"; readonly urls: readonly string[] };

/** A caption that asks is answered; any other may name the folder. */
const asking = /[?？]\s*$|^\/ask(?![a-z0-9_])/iu;

/**
 * In private, from those who may change documents: a document or photo, unless its caption asks, or a
 * text that is nothing but addresses. Undefined for all else.
 */
export function readUpload(
  message: Message,
  settings: Pick<Config["telegram"], "adminIds" | "editors">,
): SentUpload | undefined {
  if (message.chat.type !== "private" || message.guest_query_id !== undefined) return undefined;
  if (rightsOf(message.from, settings).role === "reader") return undefined;
  const caption = message.caption?.trim();
  if (caption !== undefined && asking.test(caption)) return undefined;
  const file = fileOf(message);
  if (file !== undefined) {
    return { kind: "file", ...file, caption: caption === "" ? undefined : caption };
  }
  const urls = message.text === undefined ? undefined : linksAlone(message.text);
  return urls === undefined ? undefined : { kind: "links", urls };
}

/** The folders a person may change; undefined for all. */
export function scopeOf(rights: Rights): Scope | undefined {
  return rights.role === "editor" ? rights.scope : undefined;
}

function fileOf({ document, photo, animation, date, message_id: messageId }: Message) {
  // A moving picture also comes as a document; there is nothing to read in it.
  if (document !== undefined && animation === undefined) {
    const { file_id: fileId, file_name: name = "document", file_size: bytes } = document;
    return { fileId, name, bytes };
  }
  const largest = photo?.reduce(larger);
  if (largest === undefined) return undefined;
  // Photos have no names: the moment, and the message, tell them apart.
  const moment = new Date(date * 1000).toISOString().slice(0, 19).replace(/[-:]/gu, "");
  const name = `photo-${moment.replace("T", "-")}-${messageId}.jpg`;
  return { fileId: largest.file_id, name, bytes: largest.file_size };
}

function larger(one: PhotoSize, other: PhotoSize): PhotoSize {
  return other.width * other.height > one.width * one.height ? other : one;
}
