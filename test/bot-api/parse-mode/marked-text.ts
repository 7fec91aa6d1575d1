/** Plain text growing beside its entities while marks are read. */

import type { MessageEntity } from "grammy/types";
import { type ApiRefusal, badRequest } from "../api-refusal.ts";

export interface OpenMark {
  /** The tag or the mark as written. */
  readonly name: string;
  /** UTF-16 offset in the plain text. */
  readonly offset: number;
  /** Byte offset in the marked text, as refusals tell it. */
  readonly atByte: number;
  /** What it becomes. Undefined where it leaves no entity. */
  readonly finish: (offset: number, length: number) => MessageEntity | undefined;
}

export interface MarkedText {
  readonly open: OpenMark[];
  readonly entities: MessageEntity[];
  text: string;
}

export function createMarkedText(): MarkedText {
  return { open: [], entities: [], text: "" };
}

/** Closes the innermost mark; an entity without length is none. */
export function closeMark(marked: MarkedText): void {
  const mark = marked.open.pop();
  if (mark === undefined) throw new TypeError("Expected an open mark.");
  const length = marked.text.length - mark.offset;
  const entity = length === 0 ? undefined : mark.finish(mark.offset, length);
  if (entity !== undefined) marked.entities.push(entity);
}

export function cantParse(reason: string): ApiRefusal {
  return badRequest(`Can't parse entities: ${reason}`);
}

export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}
