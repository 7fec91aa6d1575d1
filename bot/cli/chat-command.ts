/** `chat`: asks and answers in the terminal until the input ends. */

import { Command } from "commander";
import { chat } from "./chat.ts";
import { configOf } from "./command-options.ts";
import { ensureLoaded } from "./ensure-loaded.ts";
import type { Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

export function createChatCommand(terminal: Terminal): Command {
  return new Command("chat")
    .description("ask in the terminal; questions from standard input where it is not a terminal")
    .action(async (_options: unknown, command: Command) => {
      const config = configOf(command, terminal);
      await withComposition(config, async (composition) => {
        if (config.documentsAreSample) await ensureLoaded(composition, config, terminal);
        await chat(composition.app, terminal);
      });
    });
}
