/** `remove PATH`: takes a document out of the corpus, whose file stays where it is. */

import { Command } from "commander";
import { z } from "zod";
import { toDocumentPath } from "../../corpus/paths.ts";
import { FindingError } from "../errors.ts";
import { changeWithProgress, renderFollowing } from "./change-with-progress.ts";
import { configOf } from "./command-options.ts";
import { terminalUser } from "./load-with-progress.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({
  json: z.boolean().default(false),
  purge: z.boolean().default(false),
});

export function createRemoveCommand(terminal: Terminal): Command {
  return new Command("remove")
    .description("remove a document: nobody finds it any more, its file stays where it is")
    .argument("<path>", "of a document, as `wenju docs` lists it")
    .option("--purge", "also delete every older generation, so that nothing of it stays on disk")
    .option("--json", "print what was done as JSON")
    .action(async (written: string, _options: unknown, command: Command) => {
      const { json, purge } = optionsSchema.parse(command.opts());
      const path = toDocumentPath(written);
      await withComposition(configOf(command, terminal), async ({ app }) => {
        const outcome = await changeWithProgress(terminal, (change) =>
          app.removeDocument(path, change),
        );
        // What was removed earlier may still have to be purged.
        if (outcome.kind === "unknown" || (outcome.kind === "already" && !purge)) {
          throw notServed(written, outcome.kind);
        }
        const purged = purge ? await app.forgetOlder(terminalUser()) : undefined;
        if (json) {
          printJson(terminal, { path, ...outcome, purged: purged ?? null });
          return;
        }
        print(terminal, `Removed ${path}; its file stays where it is.`);
        if (outcome.kind === "removed") print(terminal, renderFollowing(outcome.load));
        if (purged !== undefined) {
          print(terminal, `Deleted all older generations; ${purged.number} is served now.`);
        }
      });
    });
}

function notServed(written: string, kind: "unknown" | "already"): FindingError {
  const found = kind === "unknown" ? "nothing served there" : "that it was removed already";
  const advice =
    kind === "unknown"
      ? "`wenju docs` lists the documents; those of a folder are removed one by one."
      : "`wenju restore` brings it back, `--purge` deletes what is stored of it.";
  return new FindingError(
    "E_NOT_SERVED",
    `Expected the path of a served document, found ${JSON.stringify(written)}: ${found}. ${advice}`,
  );
}
