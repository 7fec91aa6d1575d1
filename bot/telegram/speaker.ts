/** Who speaks to the bot: in which language, and with which rights. */

import type { User } from "grammy/types";
import type { Config } from "../config.ts";
import type { Language } from "../text/language.ts";

/** English where the person's Telegram is, else Chinese. */
export function languageOfUser(user: Pick<User, "language_code"> | undefined): Language {
  return /^en(-|_|$)/iu.test(user?.language_code ?? "") ? "en" : "zh";
}

export function isAdmin(
  user: Pick<User, "id"> | undefined,
  settings: Pick<Config["telegram"], "adminIds">,
): boolean {
  return user !== undefined && settings.adminIds.includes(user.id);
}
