/** A text with its entities as marks, so that a test shows what people would see. */

import type { MessageEntity } from "grammy/types";

/** The text with its entities as marks. @param entities by offset, the longer first */
export function renderText(text: string, entities: readonly MessageEntity[]): string {
  const opening = new Map<number, string[]>();
  const closing = new Map<number, string[]>();
  const put = (marks: Map<number, string[]>, offset: number, mark: string): void => {
    marks.set(offset, [...(marks.get(offset) ?? []), mark]);
  };
  for (const entity of entities) {
    const end = entity.offset + entity.length;
    const [before, after] = marksOf(entity);
    put(opening, entity.offset, before);
    // Inner entities come later in the list and close first.
    closing.set(end, [after, ...(closing.get(end) ?? [])]);
    if (!isQuote(entity)) continue;
    for (let offset = entity.offset + 1; offset < end; offset += 1) {
      if (text.charAt(offset - 1) === "\n") put(opening, offset, "▌");
    }
  }
  let rendered = "";
  for (let offset = 0; offset <= text.length; offset += 1) {
    rendered += (closing.get(offset) ?? []).join("");
    rendered += (opening.get(offset) ?? []).join("");
    rendered += text.charAt(offset);
  }
  return rendered;
}

function isQuote({ type }: MessageEntity): boolean {
  return type === "blockquote" || type === "expandable_blockquote";
}

type Marks = readonly [before: string, after: string];

const marksByType: Partial<Readonly<Record<MessageEntity["type"], Marks>>> = {
  bold: ["**", "**"],
  italic: ["_", "_"],
  underline: ["__", "__"],
  strikethrough: ["~", "~"],
  spoiler: ["||", "||"],
  code: ["`", "`"],
  pre: ["```", "```"],
  blockquote: ["▌", ""],
  expandable_blockquote: ["▌… ", ""],
};

function marksOf(entity: MessageEntity): Marks {
  if (entity.type === "text_link") return ["[", `](${entity.url})`];
  if (entity.type === "text_mention") return ["[", `](user ${entity.user.id})`];
  return marksByType[entity.type] ?? ["", ""];
}
