/** Follows a group that became a supergroup, and so has another id. */

import type { Message } from "grammy/types";
import type { Parts } from "./parts.ts";

export interface Migration {
  readonly from: number;
  readonly to: number;
}

/** Who decides where the settings allow a chat. */
const theSettings = 0;

/** Told in the old chat and in the new one. */
export function migrationOf(message: Message): Migration | undefined {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  if (to !== undefined) return { from: chat.id, to };
  return from === undefined ? undefined : { from, to: chat.id };
}

/** What holds for the old chat holds for the new one; doing it twice changes nothing. */
export async function followMigration(
  { operations, settings, logger }: Parts,
  { from, to }: Migration,
): Promise<void> {
  await operations.chats.follow(from, to);
  await operations.scopes.follow(from, to);
  await operations.waitingQuestions.follow(from, to);
  if (!settings.allowedChats.includes(from)) return;
  await operations.chats.decide(to, "allowed", theSettings);
  logger.info("An allowed group has a new id; ALLOWED_CHATS may name it instead", { from, to });
}
