/** `restore PATH`: brings a removed document back. */

import { Command } from "commander";
import { z } from "zod";
import { toDocumentPath } from "../../corpus/paths.ts";
import { FindingError } from "../errors.ts";
import { changeWithProgress, renderFollowing } from "./change-with-progress.ts";
import { configOf } from "./command-options.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });

export function createRestoreCommand(terminal: Terminal): Command {
  return new Command("restore")
    .description("bring a removed document back")
    .argument("<path>", "as `wenju docs --removed` lists it")
    .option("--json", "print what was done as JSON")
    .action(async (written: string, _options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const path = toDocumentPath(written);
      const outcome = await withComposition(configOf(command, terminal), ({ app }) =>
        changeWithProgress(terminal, (change) => app.bringBackDocument(path, change)),
      );
      if (outcome.kind === "unknown") {
        throw new FindingError(
          "E_NOT_SERVED",
          `Expected the path of a removed document, found ${JSON.stringify(written)}.` +
            " `wenju docs --removed` lists them.",
        );
      }
      if (json) {
        printJson(terminal, { path, ...outcome });
        return;
      }
      const found = outcome.isServed
        ? "it is served again"
        : "but its file is gone or did not load";
      print(terminal, `${path} counts as removed no longer, ${found}.`);
      print(terminal, renderFollowing(outcome.load));
    });
}
