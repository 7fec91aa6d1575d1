/** `rollback [GENERATION]`: serves an older state of the corpus again. */

import { Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { configOf } from "./command-options.ts";
import { terminalUser } from "./load-with-progress.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });

export function createRollbackCommand(terminal: Terminal): Command {
  return new Command("rollback")
    .description("serve an older generation again")
    .argument("[generation]", "its number (default: the one before)", generationNumber)
    .option("--json", "print the published generation as JSON")
    .action(async (to: number | undefined, _options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const generation = await withComposition(
        configOf(command, terminal),
        async ({ app, operations }) => {
          const published = await app.rollback(to);
          if (published.number === to) return published;
          const details = { generation: published.number, to: published.rolledBackTo };
          const { audit } = await operations();
          await audit.append({ who: terminalUser(), act: "rollback", details });
          return published;
        },
      );
      if (json) {
        printJson(terminal, generation);
        return;
      }
      if (generation.number === to) {
        print(terminal, `Generation ${to} is served already; nothing was changed.`);
        return;
      }
      print(
        terminal,
        `Published generation ${generation.number} with the content of ${generation.rolledBackTo}:` +
          ` ${generation.documents} documents, ${generation.sentences} sentences.`,
      );
    });
}

function generationNumber(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) {
    throw new InvalidArgumentError("Expected the number of a generation, such as 3.");
  }
  return Number(text);
}
