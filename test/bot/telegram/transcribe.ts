/** A rendered message as text for snapshots, in the marks of the fake's transcripts. */

import type { MessageEntity } from "grammy/types";
import type { OutgoingMessage } from "../../../bot/telegram/outgoing-message.ts";

/** Marks at the same place stand in this order: what ends, then what begins. */
type Mark = readonly [at: number, text: string, order: "ends" | "begins"];

export function transcribe({ text, entities, buttons }: OutgoingMessage): string {
  const marks = entities.flatMap(marksOf);
  const marked = marks
    .toSorted(([a, , x], [b, , y]) => b - a || x.localeCompare(y))
    .reduce((so, [at, mark]) => so.slice(0, at) + mark + so.slice(at), text);
  const rows = (buttons?.inline_keyboard ?? []).map((row) =>
    row.map((b) => `[${b.text}]`).join(" "),
  );
  return [marked, ...rows].join("\n");
}

function marksOf(entity: MessageEntity): readonly Mark[] {
  const { type, offset } = entity;
  const end = offset + entity.length;
  if (type === "bold") {
    return [
      [offset, "**", "begins"],
      [end, "**", "ends"],
    ];
  }
  if (type === "text_link") {
    return [
      [offset, "‹", "begins"],
      [end, `›(${entity.url.replace(/^.*start=/u, "")})`, "ends"],
    ];
  }
  if (type === "blockquote") return [[offset, "▌", "begins"]];
  if (type === "expandable_blockquote") return [[offset, "▌…", "begins"]];
  throw new TypeError(`no mark for ${type}`);
}
