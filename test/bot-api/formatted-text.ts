/** What the server does with a text and its entities before it keeps them, and what it refuses. */

import type { MessageEntity } from "grammy/types";
import { badRequest } from "./api-refusal.ts";
import { detectEntities, isDetectable } from "./detect-entities.ts";

export interface FormattedText {
  readonly text: string;
  /** By offset, the longer first; offsets in UTF-16 units. */
  readonly entities: readonly MessageEntity[];
}

export interface TextLimits {
  /** Code points. */
  readonly maxLength: number;
  /** Refusal for a longer one. */
  readonly tooLong: string;
}

export const messageLimits: TextLimits = { maxLength: 4096, tooLong: "message is too long" };
export const captionLimits: TextLimits = {
  maxLength: 1024,
  tooLong: "message caption is too long",
};

const maxBytes = 32_768;
export const maxEntities = 100;

/**
 * The text as the server keeps it: surrounding white space and carriage returns gone, entities moved
 * accordingly and cut to 100, commands, mentions, hashtags and links found.
 * @returns an empty text where nothing but white space was given
 * @throws {ApiRefusal} with the server's words where entities do not fit or the text is too long
 * @see tdlib/td, `clean_input_string_with_entities` and `fix_formatted_text`
 */
export function formatText(
  text: string,
  entities: readonly MessageEntity[],
  limits: TextLimits,
): FormattedText {
  if (Buffer.byteLength(text) > maxBytes) throw badRequest("text is too long");
  const given = entities
    .filter((entity) => entity.length !== 0)
    .sort((left, right) => left.offset - right.offset || right.length - left.length);
  for (const entity of given) refuseMisplaced(entity, text);
  const kept = trim({ text, entities: given.filter((entity) => !isDetectable(entity)) });
  if (countCodePoints(kept.text) > limits.maxLength) throw badRequest(limits.tooLong);
  return withDetected(kept);
}

/** Byte offsets in the server's words point behind the symbol that the entity splits. */
function refuseMisplaced(entity: MessageEntity, text: string): void {
  const { offset, length } = entity;
  if (offset < 0) throw badRequest(`Receive an entity with incorrect offset ${offset}`);
  if (length < 0) throw badRequest(`Receive an entity with incorrect length ${length}`);
  if (offset > text.length) {
    throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (splitsSymbol(text, offset)) {
    throw badRequest(
      `Entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBehind(text, offset)}`,
    );
  }
  const end = offset + length;
  const place = `Entity beginning at UTF-16 offset ${offset}`;
  if (end > text.length) {
    throw badRequest(`${place} ends after the end of the text at UTF-16 offset ${end}`);
  }
  if (splitsSymbol(text, end)) {
    throw badRequest(
      `${place} ends in a middle of a UTF-16 symbol at byte offset ${bytesBehind(text, end)}`,
    );
  }
}

function splitsSymbol(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function bytesBehind(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset + 1));
}

/** What Telegram calls characters. */
export function countCodePoints(text: string): number {
  return Array.from(text).length;
}

/** Leading white space stays where an entity begins in it. */
function trim({ text, entities }: FormattedText): FormattedText {
  const firstEntity = entities[0]?.offset ?? text.length;
  const leading = /^[ \r\n]*/u.exec(text)?.[0].length ?? 0;
  const start = Math.min(leading, firstEntity);
  const end = text.trimEnd().length;
  const isDropped = (index: number): boolean =>
    index < start || index >= end || text.charAt(index) === "\r";

  const droppedBefore = [0];
  let kept = "";
  for (let index = 0; index < text.length; index += 1) {
    droppedBefore.push((droppedBefore[index] ?? 0) + (isDropped(index) ? 1 : 0));
    if (!isDropped(index)) kept += text.charAt(index);
  }
  const moved = (offset: number): number => offset - (droppedBefore[offset] ?? 0);
  return {
    text: kept,
    entities: entities
      .map((entity) => {
        const offset = moved(entity.offset);
        return { ...entity, offset, length: moved(entity.offset + entity.length) - offset };
      })
      .filter((entity) => entity.length > 0),
  };
}

/** Links and the like are not looked for inside code and links; quotes and bold text may hold them. */
function withDetected({ text, entities }: FormattedText): FormattedText {
  const isHolder = ({ type }: MessageEntity): boolean =>
    ["code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"].includes(type);
  const overlaps = (left: MessageEntity, right: MessageEntity): boolean =>
    left.offset < right.offset + right.length && right.offset < left.offset + left.length;
  const holders = entities.filter(isHolder);
  const detected = detectEntities(text).filter(
    (found) => !holders.some((holder) => overlaps(holder, found)),
  );
  return {
    text,
    entities: withinLimit([...entities, ...detected]).sort(
      (left, right) => left.offset - right.offset || right.length - left.length,
    ),
  };
}

/** Quotes, code and links first, then bold and its like; the rest is dropped without a word. */
function withinLimit(entities: readonly MessageEntity[]): MessageEntity[] {
  const isDecoration = ({ type }: MessageEntity): boolean =>
    ["bold", "italic", "underline", "strikethrough", "spoiler"].includes(type);
  const ranked = [...entities].sort(
    (left, right) => Number(isDecoration(left)) - Number(isDecoration(right)),
  );
  return ranked.slice(0, maxEntities);
}
