/** Messages that the bot may edit by an id of their own, in chats it need not be in. */

import { badRequest } from "./api-refusal.ts";
import type { ChatState } from "./chat-state.ts";
import type { InlineMessage, World } from "./world.ts";

/** @returns the id under which the bot may edit the message */
export function keepInlineMessage(world: World, state: ChatState, messageId: number): string {
  const id = `inline-message-${world.nextNumber()}`;
  state.inlineIds.set(messageId, id);
  world.inlineMessages.set(id, { state, messageId });
  return id;
}

/** @throws {ApiRefusal} where no message has this id */
export function findInlineMessage(world: World, id: string): InlineMessage {
  const found = world.inlineMessages.get(id);
  if (found === undefined) throw badRequest("MESSAGE_ID_INVALID");
  return found;
}
