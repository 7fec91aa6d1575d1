/** Who speaks to the bot: in which language, and with which rights. */

import type { User } from "grammy/types";
import type { Config } from "../config.ts";
import type { Language } from "../text/language.ts";

/** Tags of Chinese and of its languages that are written with the same characters. */
const chinese = /^(?:zh|yue|wuu|hak|nan|cmn|lzh)(?:[-_]|$)/iu;

/** Chinese where the person's Telegram is, or where it does not say; English for all others. */
export function languageOfUser(user: Pick<User, "language_code"> | undefined): Language {
  const code = user?.language_code ?? "";
  return code === "" || chinese.test(code) ? "zh" : "en";
}

export function isAdmin(
  user: Pick<User, "id"> | undefined,
  settings: Pick<Config["telegram"], "adminIds">,
): boolean {
  return user !== undefined && settings.adminIds.includes(user.id);
}
