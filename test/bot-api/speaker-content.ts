/** What people put into messages: texts, captions, files. */

import type { Message, MessageEntity } from "grammy/types";
import type { UploadedFile } from "./fake-telegram.ts";
import { captionLimits, formatText, messageLimits } from "./formatted-text.ts";
import type { MessageContent } from "./keep-message.ts";
import { captionFields, textFields } from "./methods/bot-text.ts";
import { documentOf } from "./methods/send-document.ts";
import { photoOf } from "./methods/send-photo.ts";
import { fileFields, keepFile } from "./stored-files.ts";
import type { World } from "./world.ts";

const largestUploadBytes = 2 * 1024 ** 3;

/** @throws {Error} for a text of white space, which no client sends */
export function textContent(
  text: string,
  entities: readonly MessageEntity[],
): Pick<Message, "text" | "entities"> {
  const formatted = formatText(text, entities, messageLimits);
  if (formatted.text === "") throw new Error("Expected a text that is more than white space.");
  return textFields(formatted);
}

export function captionContent(caption: string): Pick<Message, "caption" | "caption_entities"> {
  return captionFields(formatText(caption, [], captionLimits));
}

/** @throws {Error} where the file is larger than clients may send */
export function fileContent(world: World, file: UploadedFile): MessageContent {
  const { name, bytes, sizeBytes, mimeType = "application/octet-stream", caption = "" } = file;
  const stored = keepFile(world, {
    name,
    mimeType,
    ...(bytes === undefined ? {} : { bytes }),
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  });
  if (stored.sizeBytes > largestUploadBytes) {
    throw new Error(`Expected at most 2 GB, found ${stored.sizeBytes} bytes in ${name}.`);
  }
  const isPicture = mimeType.startsWith("image/") && mimeType !== "image/svg+xml";
  return {
    ...(isPicture ? { photo: photoOf(stored) } : { document: documentOf(stored) }),
    ...captionContent(caption),
  };
}

export function voiceContent(world: World, seconds: number): MessageContent {
  const stored = keepFile(world, {
    name: "voice.ogg",
    mimeType: "audio/ogg",
    sizeBytes: seconds * 4000,
  });
  return { voice: { ...fileFields(stored), duration: seconds, mime_type: stored.mimeType } };
}

export function stickerContent(world: World, emoji: string): MessageContent {
  const stored = keepFile(world, {
    name: "sticker.webp",
    mimeType: "image/webp",
    sizeBytes: 20_000,
  });
  return {
    sticker: {
      ...fileFields(stored),
      type: "regular",
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
      emoji,
    },
  };
}
