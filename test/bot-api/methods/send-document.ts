/** `sendDocument`: keeps the uploaded file, or sends a kept one again. */

import type { Document } from "grammy/types";
import { z } from "zod";
import { reachChatToWrite } from "../access-rules.ts";
import { badRequest } from "../api-refusal.ts";
import { captionLimits } from "../formatted-text.ts";
import type { Upload } from "../read-request.ts";
import { keepFile, type StoredFile, type World } from "../world.ts";
import { formatWithin } from "./bot-text.ts";
import { modelledMethod } from "./modelled-method.ts";
import { sendAsBot } from "./send-message.ts";

/** How an uploaded file stands in the arguments. */
const uploadSchema = z.object({ upload: z.string() });

export const sendDocument = modelledMethod({
  name: "sendDocument",
  options: [
    "chat_id",
    "message_thread_id",
    "document",
    "caption",
    "caption_entities",
    "disable_content_type_detection",
    "disable_notification",
    "protect_content",
    "reply_parameters",
    "reply_markup",
  ],
  run: ({ world, args, uploads, violate }) => {
    const state = reachChatToWrite(world, args.chat_id, "documents");
    const file = findFile(world, args.document, uploads);
    const { text, entities } = formatWithin(
      captionLimits,
      args.caption ?? "",
      args.caption_entities ?? [],
      violate,
    );
    const document = documentOf(file);
    const message = sendAsBot(world, state, args, {
      document,
      ...(text === "" ? {} : { caption: text }),
      ...(entities.length > 0 ? { caption_entities: [...entities] } : {}),
    });
    return { ...message, document };
  },
});

export function documentOf(file: StoredFile): Document {
  return {
    file_id: file.fileId,
    file_unique_id: `unique-${file.fileId}`,
    file_name: file.name,
    mime_type: file.mimeType,
    file_size: file.bytes.byteLength,
  };
}

function findFile(world: World, given: unknown, uploads: ReadonlyMap<string, Upload>): StoredFile {
  if (typeof given === "string") {
    const kept = world.files.get(given);
    if (kept !== undefined) return kept;
    throw badRequest(
      given.startsWith("attach://")
        ? "there is no document in the request"
        : "wrong remote file identifier specified: Wrong string length",
    );
  }
  const upload = uploads.get(uploadSchema.parse(given).upload);
  if (upload === undefined) throw badRequest("there is no document in the request");
  if (upload.bytes.byteLength === 0) throw badRequest("file must be non-empty");
  return keepFile(world, upload);
}
