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
      const { status, ...more } = await withComposition(
        configOf(command, terminal),
        async ({ app, operations }) => {
          const told = await app.status();
          const { audit, inbox, outbox } = await operations();
          const { generation } = told;
          return {
            status: told,
            publishedBy: generation && (await audit.publisherOf(generation)),
            updatesWaiting: (await inbox.backlog()).count,
            messagesWaiting: (await outbox.backlog()).count,
          };
        },
      );
      const { generation = null, loading = null, ...rest } = status;
      const { publishedBy = null, ...waiting } = more;
      if (json) printJson(terminal, { generation, publishedBy, loading, ...rest, ...waiting });
      else print(terminal, renderStatus({ status, ...more }));
    });
}

function renderStatus({
  status,
  publishedBy,
  updatesWaiting,
  messagesWaiting,
}: {
  readonly status: Status;
  readonly publishedBy: string | undefined;
  readonly updatesWaiting: number;
  readonly messagesWaiting: number;
}): string {
  const { generation, loading, modelTokens } = status;
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
    ...(modelTokens === undefined
      ? []
      : [`Tokens     ${modelTokens.today} today${limitOf(modelTokens.perDay)}`]),
    `Waiting    ${updatesWaiting} updates to be handled, ${messagesWaiting} messages to be sent`,
  ].join("\n");
}

function limitOf(perDay: number | undefined): string {
  return perDay === undefined ? "" : ` of ${perDay}`;
}
