/** Tells Telegram which commands to offer whom. */

import type { Api } from "grammy";
import type { BotCommandScope } from "grammy/types";
import type { Language } from "../text/language.ts";
import { type CommandName, telegramTexts } from "./texts.ts";

const everybody: readonly CommandName[] = ["ask", "help", "start"];
const groups: readonly CommandName[] = ["ask", "help"];
const admins: readonly CommandName[] = ["ask", "help", "status", "reload"];

/** The fallback for every language without a list of its own has no language code. */
const languageCodes: readonly (readonly [Language, "en" | undefined])[] = [
  ["zh", undefined],
  ["en", "en"],
];

/**
 * Sets the lists of private chats, groups and each admin's own chat; never rejects. The narrowest
 * scope wins whole.
 *
 * @param onRefusal told of each list Telegram declines, such as that of an admin who never wrote
 */
export async function setCommands(
  api: Api,
  adminIds: readonly number[],
  onRefusal: (error: unknown) => void,
): Promise<void> {
  const scopes: readonly (readonly [BotCommandScope, readonly CommandName[]])[] = [
    [{ type: "all_private_chats" }, everybody],
    [{ type: "all_group_chats" }, groups],
    ...adminIds.map((id) => [{ type: "chat", chat_id: id }, admins] as const),
  ];
  for (const [scope, names] of scopes) {
    for (const [language, code] of languageCodes) {
      const commands = names.map((command) => ({
        command,
        description: telegramTexts[language].commands[command],
      }));
      const options = code === undefined ? { scope } : { scope, language_code: code };
      await api.setMyCommands(commands, options).catch(onRefusal);
    }
  }
}
