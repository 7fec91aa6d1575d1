/** Tells every admin something in their own chat that none of them asked for. */

import type { Language } from "../text/language.ts";
import type { OutgoingMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { sendMessage } from "./send-message.ts";

export type TellingParts = Pick<Parts, "durable" | "operations" | "settings" | "logger">;

/**
 * Resolves when Telegram has taken, or declined, each message; never rejects. An admin who has never
 * written is told in Chinese, if Telegram lets us write to them at all.
 */
export async function tellAdmins(
  parts: TellingParts,
  render: (language: Language) => OutgoingMessage,
): Promise<void> {
  const { durable, operations, settings, logger } = parts;
  await Promise.all(
    settings.adminIds.map(async (adminId) => {
      try {
        const known = await operations.languages.find(adminId);
        await sendMessage(durable, { chatId: adminId }, render(known === "en" ? "en" : "zh"));
      } catch (error) {
        logger.info("An admin could not be told", { error, adminId });
      }
    }),
  );
}
