/** `load [DIR]`: brings the corpus up to the documents, reading only what changed. */

import { resolve } from "node:path";
import { Command } from "commander";
import { z } from "zod";
import type { CheckReport } from "../../retrieval/load-report.ts";
import { FindingError } from "../errors.ts";
import { configOf } from "./command-options.ts";
import { loadWithProgress } from "./load-with-progress.ts";
import { renderLoadReport } from "./render-load-report.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({
  path: z.string().optional(),
  all: z.boolean().default(false),
  json: z.boolean().default(false),
  force: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

export function createLoadCommand(terminal: Terminal): Command {
  return new Command("load")
    .description("load documents: new and changed files are read, missing ones removed")
    .argument("[dir]", "folder of the documents (default: --documents)")
    .option("--path <path>", "only this file or folder, relative to the documents")
    .option("--all", "read every file anew, even if it did not change")
    .option("--json", "print the report as JSON")
    .option("--force", "publish even an empty corpus or one less than half as large")
    .option("--dry-run", "report what would change; write nothing")
    .action(async (folder: string | undefined, _options: unknown, command: Command) => {
      const { path, all, json, force, dryRun } = optionsSchema.parse(command.opts());
      const report = await withComposition(configOf(command, terminal), (composition) =>
        loadWithProgress(
          composition,
          {
            force,
            dryRun,
            readAll: all,
            ...(folder === undefined ? {} : { folder: resolve(folder) }),
            ...(path === undefined ? {} : { path }),
          },
          terminal,
        ),
      );
      if (json) printJson(terminal, report);
      else print(terminal, renderLoadReport(report));
      if (report.check?.passes === false && !report.published) throw heldBack(report.check);
    });
}

function heldBack({ questions }: CheckReport): FindingError {
  const worse = questions.filter(({ verdict }) => verdict === "worse").length;
  return new FindingError(
    "E_CHECK_FAILED",
    `Expected no golden question to be answered worse, found ${worse} of ${questions.length}: the old` +
      " corpus stays served, and what was read is kept. Bring the source back, or load with --force.",
  );
}
