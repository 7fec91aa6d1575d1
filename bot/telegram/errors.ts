/** What ends the conversation with Telegram; all else is waited out. */

import { AppError, type AppErrorOptions } from "../../corpus/errors.ts";

/** Telegram does not know this bot. */
export class TelegramError extends AppError {
  override readonly code = "E_TELEGRAM_TOKEN";

  constructor(message: string, options?: AppErrorOptions) {
    super("E_TELEGRAM_TOKEN", message, options);
  }
}

/** @param found what Telegram, or the configuration, said instead */
export function tokenError(found: string, cause?: unknown): TelegramError {
  return new TelegramError(
    `Expected a bot token that Telegram accepts, found: ${found}.` +
      " Set TELEGRAM_BOT_TOKEN to the token that @BotFather shows for your bot" +
      " (and check TELEGRAM_API_ROOT where it is set), then start again.",
    { cause },
  );
}
