/** An album comes as several messages and is one question. */

import { LRUCache } from "lru-cache";
import type { Message } from "grammy/types";
import type { Addressed } from "./is-addressed.ts";

/** Whether something was done about the album before: then this part of it meets silence. */
export type AlbumGate = (
  message: Pick<Message, "chat" | "media_group_id">,
  addressed: Addressed["kind"],
) => boolean;

const maxRemembered = 1_000;

/** The first part with words is answered; only where none came before it, the first part without. */
export function createAlbumGate(): AlbumGate {
  const met = new LRUCache<string, "hinted" | "answered">({ max: maxRemembered });
  return ({ chat, media_group_id: albumId }, addressed) => {
    if (albumId === undefined) return false;
    const key = `${chat.id}:${albumId}`;
    const before = met.get(key);
    const isHint = addressed === "noText" || addressed === "empty";
    if (before === "answered" || (before === "hinted" && isHint)) return true;
    met.set(key, isHint ? "hinted" : "answered");
    return false;
  };
}
