/** `docs [WORDS]`: what is served, or what was removed. */

import { Command } from "commander";
import { z } from "zod";
import { type CatalogueDocument, searchCatalogue } from "../documents/catalogue.ts";
import type { RemovedDocument } from "../operations/removed-documents.ts";
import { actorLabel } from "../text/actor-label.ts";
import { dateRange } from "../text/date-range.ts";
import { configOf } from "./command-options.ts";
import { counted } from "./counted.ts";
import { printable } from "./printable.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({
  json: z.boolean().default(false),
  removed: z.boolean().default(false),
});

export function createDocsCommand(terminal: Terminal): Command {
  return new Command("docs")
    .description("list the documents that are served, by words of their paths and titles")
    .argument("[words...]", "all of which stand in path or titles (default: all documents)")
    .option("--removed", "list those that were removed instead")
    .option("--json", "print them as JSON")
    .action(async (words: readonly string[], _options: unknown, command: Command) => {
      const { json, removed } = optionsSchema.parse(command.opts());
      await withComposition(configOf(command, terminal), async ({ app }) => {
        if (removed) {
          const listed = await app.removedDocuments();
          if (json) printJson(terminal, listed);
          else print(terminal, renderRemoved(listed));
          return;
        }
        const found = await searchCatalogue(await app.catalogue(), words.join(" "));
        if (json) printJson(terminal, found);
        else print(terminal, renderFound(found));
      });
    });
}

function renderFound(documents: readonly CatalogueDocument[]): string {
  if (documents.length === 0) return "No document has these words in its path or titles.";
  const lines = documents.map(({ path, articles, sentences, published }) => {
    const counts = `${counted(articles, "article")}, ${counted(sentences, "sentence")}`;
    if (published === undefined) return `${path}  ${counts}`;
    const { first, last } = published;
    return `${path}  ${counts}, ${dateRange(first === last ? first : `${first}/${last}`)}`;
  });
  return printable([...lines, counted(documents.length, "document")].join("\n"));
}

function renderRemoved(documents: readonly RemovedDocument[]): string {
  if (documents.length === 0) return "No document was removed.";
  const lines = documents.map(
    ({ path, removedAt, removedBy }) =>
      `${path}  removed ${removedAt.toISOString()} by ${actorLabel(removedBy, "en")}`,
  );
  return printable(lines.join("\n"));
}
