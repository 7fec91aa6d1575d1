/** `doctor --telegram CHAT`: tries in a chat what only a real server and a real client can tell. */

import type { Config } from "../../config.ts";
import { FindingError, UsageError } from "../../errors.ts";
import { redact } from "../../logger.ts";
import type { TrialReport } from "../../telegram/trial/try-telegram.ts";
import { print, type Terminal } from "../terminal.ts";

/**
 * Prints each trial as it ends, then what the person should look for in the chat.
 *
 * @param chat id of the chat, or its `@name`
 * @throws {UsageError} without a token; {FindingError} `E_CHECK_FAILED` where Telegram did otherwise
 *   than the program counts on
 */
export async function tryInChat(terminal: Terminal, config: Config, chat: string): Promise<void> {
  const { botToken: token, apiRoot } = config.telegram;
  if (token === undefined) {
    throw new UsageError(
      "E_USAGE",
      "Expected TELEGRAM_BOT_TOKEN for --telegram, found none. Set it and try again.",
    );
  }
  const { tryTelegram } = await import("../../telegram/trial/try-telegram.ts");
  const looks: string[] = [];
  let others = 0;
  const id = /^-?\d+$/u.test(chat) ? Number(chat) : chat;
  for await (const report of tryTelegram({ token, apiRoot, chat: id, signal: terminal.signal })) {
    print(terminal, redact(renderTrial(report), config.secrets));
    const { outcome } = report;
    if ("failed" in outcome || outcome.expected !== undefined) others += 1;
    if ("look" in outcome && outcome.look !== undefined) looks.push(outcome.look);
  }
  if (looks.length > 0) {
    const list = looks.map((look) => `  - ${look}`).join("\n");
    print(terminal, `\nNow look at the chat. It should show:\n${list}`);
  }
  if (others === 0) return;
  throw new FindingError(
    "E_CHECK_FAILED",
    `Telegram did otherwise than expected in ${others} trials.`,
  );
}

function renderTrial({ name, outcome }: TrialReport): string {
  if ("failed" in outcome) {
    const { failed } = outcome;
    return `✗ ${name}: could not be tried: ${failed instanceof Error ? failed.message : String(failed)}`;
  }
  const { found, expected } = outcome;
  return expected === undefined
    ? `✓ ${name}: ${found}`
    : `! ${name}\n  found:    ${found}\n  expected: ${expected}`;
}
