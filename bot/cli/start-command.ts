/** `start`: the bot where there is a token, else a chat in the terminal. */

import { Command } from "commander";
import type { Composition } from "../compose.ts";
import type { Config } from "../config.ts";
import type { Logger } from "../logger.ts";
import { chat } from "./chat.ts";
import { configOf } from "./command-options.ts";
import { ensureLoaded } from "./ensure-loaded.ts";
import { tell, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

export function createStartCommand(terminal: Terminal): Command {
  return new Command("start")
    .description("run the Telegram bot; without TELEGRAM_BOT_TOKEN, chat in the terminal")
    .action(async (_options: unknown, command: Command) => {
      const config = configOf(command, terminal);
      if (config.telegram.botToken !== undefined) {
        // People ask while an admin loads.
        const beside = { loadsIn: "ownProcess" } as const;
        await withComposition(
          config,
          (composition, logger) => startTelegram(composition, config, terminal, logger),
          beside,
        );
        return;
      }
      await withComposition(config, async (composition) => {
        tell(terminal, "TELEGRAM_BOT_TOKEN is not set: chatting in the terminal instead.");
        await ensureLoaded(composition, config, terminal);
        await chat(composition.app, terminal);
      });
    });
}

async function startTelegram(
  composition: Composition,
  config: Config,
  terminal: Terminal,
  logger: Logger,
): Promise<void> {
  await loadOrWarn(composition, config, terminal, logger);
  if (terminal.signal.aborted) return;
  const { runTelegram } = await import("../telegram/run-telegram.ts");
  await runTelegram({
    app: composition.app,
    config,
    logger,
    operations: await composition.operations(),
    signal: terminal.signal,
  });
}

/** A bot without documents still says so in the chat, and an admin can load them from there. */
async function loadOrWarn(
  composition: Composition,
  config: Config,
  terminal: Terminal,
  logger: Logger,
): Promise<void> {
  try {
    await ensureLoaded(composition, config, terminal);
  } catch (error) {
    logger.error("could not load the documents; starting without", { error });
  }
}
