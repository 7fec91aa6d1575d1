/** `setMyCommands`, `getMyCommands`, `deleteMyCommands`, and the list a user is shown. */

import type { BotCommand, BotCommandScope } from "grammy/types";
import { badRequest } from "../api-refusal.ts";
import type { ChatState } from "../chat-state.ts";
import type { World } from "../world.ts";
import { modelledMethod } from "./modelled-method.ts";

const maxCommands = 100;
const defaultScope: BotCommandScope = { type: "default" };

export const setMyCommands = modelledMethod({
  name: "setMyCommands",
  options: ["commands", "scope", "language_code"],
  run: ({ world, args }) => {
    if (args.commands.length > maxCommands) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    for (const { command } of args.commands) {
      if (!/^[a-z0-9_]{1,32}$/u.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    }
    const key = commandListKey(args.scope, args.language_code);
    if (args.commands.length === 0) world.commands.delete(key);
    else world.commands.set(key, args.commands);
    return true;
  },
});

export const getMyCommands = modelledMethod({
  name: "getMyCommands",
  options: ["scope", "language_code"],
  run: ({ world, args }) => [
    ...(world.commands.get(commandListKey(args.scope, args.language_code)) ?? []),
  ],
});

export const deleteMyCommands = modelledMethod({
  name: "deleteMyCommands",
  options: ["scope", "language_code"],
  run: ({ world, args }) => {
    world.commands.delete(commandListKey(args.scope, args.language_code));
    return true;
  },
});

function commandListKey(scope: BotCommandScope = defaultScope, languageCode = ""): string {
  const chatId = "chat_id" in scope ? String(scope.chat_id) : "";
  const userId = "user_id" in scope ? String(scope.user_id) : "";
  return [scope.type, chatId, userId, languageCode].join("|");
}

/**
 * The first list set of those that concern the user, from the narrowest scope to the default, in the
 * user's language before none; lists do not merge.
 * @see https://core.telegram.org/bots/api#determining-list-of-commands
 */
export function commandsShown(
  world: World,
  state: ChatState,
  user: { readonly id: number; readonly language_code?: string },
): readonly BotCommand[] {
  const chat_id = state.chat.id;
  const status = state.members.get(user.id);
  const isAdministrator = status === "creator" || status === "administrator";
  const groupScopes: readonly BotCommandScope[] = [
    { type: "chat_member", chat_id, user_id: user.id },
    ...(isAdministrator ? [{ type: "chat_administrators", chat_id } as const] : []),
    { type: "chat", chat_id },
    ...(isAdministrator ? [{ type: "all_chat_administrators" } as const] : []),
    { type: "all_group_chats" },
  ];
  const privateScopes: readonly BotCommandScope[] = [
    { type: "chat", chat_id },
    { type: "all_private_chats" },
  ];
  const scopes = [...(state.chat.type === "private" ? privateScopes : groupScopes), defaultScope];
  // Command lists know two-letter codes only; clients report tags such as `zh-hans`.
  const language = user.language_code?.slice(0, 2);
  for (const scope of scopes) {
    const list =
      world.commands.get(commandListKey(scope, language)) ??
      world.commands.get(commandListKey(scope));
    if (list !== undefined) return list;
  }
  return [];
}
