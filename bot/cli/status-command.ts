/** `status`: what is served, who published it, who loads, how large it is. */

import { Command } from "commander";
import { z } from "zod";
import type { Status } from "../app.ts";
import { configOf } from "./command-options.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });
const bytesPerMegabyte = 1_000_000;

export function createStatusCommand(terminal: Terminal): Command {
  return new Command("status")
    .description("show what is served")
    .option("--json", "print it as JSON")
    .action(async (_options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const { status, publishedBy } = await withComposition(
        configOf(command, terminal),
        async ({ app, operations }) => {
          const told = await app.status();
          if (told.generation === undefined) return { status: told, publishedBy: undefined };
          const { audit } = await operations();
          return { status: told, publishedBy: await audit.publisherOf(told.generation) };
        },
      );
      const { generation = null, loading = null, ...rest } = status;
      if (json) {
        printJson(terminal, { generation, publishedBy: publishedBy ?? null, loading, ...rest });
      } else {
        print(terminal, renderStatus(status, publishedBy));
      }
    });
}

function renderStatus(status: Status, publishedBy: string | undefined): string {
  const { generation, loading } = status;
  return [
    generation === undefined
      ? "Nothing is loaded yet: `wenju load` loads the documents."
      : `Generation ${generation.number} since ${generation.publishedAt.toISOString()}` +
        (generation.rolledBackTo === undefined ? "" : ` (content of ${generation.rolledBackTo})`) +
        `: ${generation.documents} documents, ${generation.articles} articles,` +
        ` ${generation.sentences} sentences, ${generation.chunks} chunks`,
    ...(publishedBy === undefined ? [] : [`Published by ${publishedBy}`]),
    ...(loading === undefined
      ? []
      : [`Loading since ${loading.since.toISOString()}: ${loading.by}`]),
    `Documents  ${status.documentsFolder}`,
    `Data       ${(status.dataBytes / bytesPerMegabyte).toFixed(1)} MB`,
    `Embedder   ${status.embedder}`,
    `Answerer   ${status.answerer}`,
  ].join("\n");
}
