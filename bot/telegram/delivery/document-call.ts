/** Makes of a file as the outbox keeps it the call that sends it. */

import { type Api, InputFile } from "grammy";
import { z } from "zod";
import type { OutgoingCall } from "../../operations/outbox.ts";

const documentSchema = z.object({ name: z.string(), text: z.string() });

export function documentCall(
  payload: OutgoingCall["payload"],
): Parameters<Api["raw"]["sendDocument"]>[0] {
  const { name, text } = documentSchema.parse(payload["document"]);
  const call = { ...payload, document: new InputFile(Buffer.from(text), name) };
  // What the outbox keeps is what `sendDocument` was to be called with, but for the file.
  return call as unknown as Parameters<Api["raw"]["sendDocument"]>[0];
}
