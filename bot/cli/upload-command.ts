/** `upload FILE…`: takes files into the documents, as sending them to the bot does. */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { z } from "zod";
import { CorpusError } from "../../corpus/errors.ts";
import { UsageError } from "../errors.ts";
import type { TakenFile } from "../uploads/receive-file.ts";
import { readFolder } from "../uploads/upload-path.ts";
import { configOf } from "./command-options.ts";
import { terminalUser } from "./load-with-progress.ts";
import { takeInFiles } from "./take-in-files.ts";
import type { Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({
  to: z.string().optional(),
  json: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

export function createUploadCommand(terminal: Terminal): Command {
  return new Command("upload")
    .description("take files into the documents; they are kept in the data folder")
    .argument("<files...>", "documents, pictures or zip archives")
    .option(
      "--to <folder>",
      "where they are to stand (default: where one of the name stands, or by day)",
    )
    .option("--json", "print what became of them as JSON")
    .option("--dry-run", "show what they hold and would change; keep nothing")
    .action(async (files: string[], _options: unknown, command: Command) => {
      const { to, ...how } = optionsSchema.parse(command.opts());
      const folder = to === undefined ? undefined : folderAsked(to);
      await withComposition(configOf(command, terminal), async (composition) => {
        const { uploads } = composition.app;
        const who = terminalUser();
        const cardId = await uploads.open({ key: randomUUID(), who, language: "en" });
        for (const [position, file] of files.entries()) {
          await uploads.receive({ cardId, position, name: file, take: () => openFile(file) });
        }
        if (folder !== undefined) await uploads.moveTo(cardId, folder);
        await takeInFiles(composition, cardId, how, terminal);
      });
    });
}

/** @throws {UsageError} `E_USAGE` */
export function folderAsked(written: string): string {
  const folder = readFolder(written);
  if (folder !== undefined) return folder;
  throw new UsageError(
    "E_USAGE",
    `Expected a folder among the documents, such as news/2025, found ${written}. Name one without ` +
      "`..`, hidden parts or archives in it.",
  );
}

async function openFile(path: string): Promise<TakenFile> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) return { name: basename(path), content: createReadStream(path) };
  throw new CorpusError(
    "E_FILE_UNREADABLE",
    `Expected a file at ${path}, found none. Check the name; folders are loaded with \`load\`.`,
  );
}
