/** `check`: asks the golden questions of what is served; fails where an answer got worse. */

import { Command } from "commander";
import { z } from "zod";
import { FindingError } from "../errors.ts";
import { goldenLines } from "../text/golden-lines.ts";
import { goldenTexts } from "../text/golden-texts.ts";
import { configOf } from "./command-options.ts";
import { printable } from "./printable.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });

export function createCheckCommand(terminal: Terminal): Command {
  return new Command("check")
    .description("ask the golden questions; fail where an answer is worse than expected")
    .option("--json", "print the results as JSON")
    .action(async (_options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const results = await withComposition(configOf(command, terminal), ({ app }) =>
        app.check({ signal: terminal.signal }),
      );
      const { counts, entries } = goldenLines(results, "en");
      const words = goldenTexts.en;
      if (json) printJson(terminal, results);
      else if (results.length === 0) print(terminal, words.none);
      else print(terminal, printable([words.counts(counts), ...entries].join("\n")));
      if (counts.worse === 0) return;
      throw new FindingError(
        "E_CHECK_FAILED",
        `Expected no golden question to be answered worse, found ${counts.worse} of` +
          ` ${results.length}. Look at what is listed: bring the source back, or make the question` +
          " anew from an answer that is right.",
      );
    });
}
