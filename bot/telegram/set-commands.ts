/** Tells Telegram which commands to offer whom. */

import type { Api } from "grammy";
import type { BotCommandScope } from "grammy/types";
import type { Config } from "../config.ts";
import type { Language } from "../text/language.ts";
import { type CommandName, telegramTexts } from "./texts.ts";

const everybody: readonly CommandName[] = ["ask", "stop", "help", "forget", "privacy"];
const groups: readonly CommandName[] = ["ask", "stop", "scope", "help"];
const admins: readonly CommandName[] = [
  "ask",
  "stop",
  "help",
  "scope",
  "status",
  "reload",
  "refresh",
  "docs",
  "tag",
  "generations",
  "diff",
  "rollback",
  "audit",
  "unanswered",
  "check",
  "digest",
  "forget",
  "privacy",
];
/** What they may do in their folders. */
const editors: readonly CommandName[] = [
  "ask",
  "stop",
  "help",
  "status",
  "reload",
  "refresh",
  "docs",
  "tag",
  "unanswered",
  "forget",
  "privacy",
];

/**
 * The list without a language code is that of every language without a list of its own: English, as
 * what the bot says to those who speak it. English has one besides, in the place of any older one.
 */
const languageCodes: readonly (readonly [Language, "zh" | "en" | undefined])[] = [
  ["en", undefined],
  ["en", "en"],
  ["zh", "zh"],
];

/**
 * Sets the lists of private chats, groups, and the own chat of each admin and editor; never rejects. The
 * narrowest scope wins whole.
 *
 * @param onRefusal told of each list Telegram declines, such as that of an admin who never wrote
 */
export async function setCommands(
  api: Api,
  { adminIds, editors: named }: Pick<Config["telegram"], "adminIds" | "editors">,
  onRefusal: (error: unknown) => void,
): Promise<void> {
  const scopes: readonly (readonly [BotCommandScope, readonly CommandName[]])[] = [
    [{ type: "all_private_chats" }, everybody],
    [{ type: "all_group_chats" }, groups],
    ...named.map(({ userId }) => [{ type: "chat", chat_id: userId }, editors] as const),
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
