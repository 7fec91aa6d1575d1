/** What people did with a message, as lines of a transcript. */

import type { ReactionType } from "grammy/types";
import type { ChatEvent } from "../chat-state.ts";

type Tapped = Extract<ChatEvent, { kind: "tapped" }>;

/** Where the answer shows something, or there is none. */
export function isWorthTelling({ query: { answer } }: Tapped): boolean {
  return answer === undefined || Boolean(answer.text) || answer.url !== undefined;
}

/** `Ann taps 📖 1 → “Source 1”`; an alert with `!`, nothing behind the label where nothing was said. */
export function renderTap({ by, label, query }: Tapped): string {
  const tap = `${by.first_name} taps ${label}`;
  const { answer } = query;
  if (answer === undefined) return `${tap} (not answered)`;
  const said = answer.text === undefined || answer.text === "" ? [] : [`“${answer.text}”`];
  const mark = answer.show_alert === true ? " !" : "";
  const opened = answer.url === undefined ? [] : [answer.url];
  const shown = [...said, ...opened].join(" ");
  return shown === "" ? tap : `${tap} →${mark} ${shown}`;
}

export function renderReactions(reactions: readonly ReactionType[]): string {
  return reactions
    .map((reaction) => (reaction.type === "emoji" ? reaction.emoji : reaction.type))
    .join("");
}
