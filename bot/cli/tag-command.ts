/** `tag [PATH] [TAG…]`: lists the tags, or gives a document or folder some and takes others. */

import { Command } from "commander";
import { z } from "zod";
import { toDocumentPath } from "../../corpus/paths.ts";
import type { ListedTag } from "../documents/create-tagging.ts";
import { FindingError, UsageError } from "../errors.ts";
import { readTags } from "../text/read-tags.ts";
import { configOf } from "./command-options.ts";
import { counted } from "./counted.ts";
import { terminalUser } from "./load-with-progress.ts";
import { printable } from "./printable.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({
  json: z.boolean().default(false),
  take: z.array(z.string()).default([]),
});

export function createTagCommand(terminal: Terminal): Command {
  return new Command("tag")
    .description("list the tags, or tag a document or folder")
    .argument("[path]", "of a document or folder (default: list all tags)")
    .argument("[tags...]", "to give it")
    .option("--take <tag...>", "to take from it")
    .option("--json", "print the tags as JSON")
    .action(async (written: string | undefined, tags: readonly string[], _: unknown, command) => {
      const { json, take: taken } = optionsSchema.parse(command.opts());
      const read = readTags([...tags, ...taken.map((tag) => `-${tag}`)]);
      if (read.kind === "bad") throw badTag(read.tag);
      await withComposition(configOf(command, terminal), async ({ app }) => {
        if (written === undefined || tags.length + taken.length === 0) {
          const listed = await app.tags();
          if (json) printJson(terminal, listed);
          else print(terminal, renderTags(listed));
          return;
        }
        const { add, take } = read;
        const path = toDocumentPath(written);
        const outcome = await app.changeTags({ path, add, take, by: terminalUser() });
        if (outcome.kind === "unknown") throw unknownPath(written);
        if (json) printJson(terminal, { path, tags: outcome.tags });
        else print(terminal, `${path}: ${outcome.tags.map((tag) => `#${tag}`).join(" ")}`);
      });
    });
}

function renderTags(tags: readonly ListedTag[]): string {
  if (tags.length === 0) return "There are no tags yet.";
  const lines = tags.map(
    ({ tag, documents, paths }) =>
      `#${tag}  ${counted(documents, "document")}: ${paths.join(", ")}`,
  );
  return printable(lines.join("\n"));
}

function badTag(tag: string): UsageError {
  return new UsageError(
    "E_USAGE",
    `Expected a tag of 1 to 32 letters, digits, - or _, found ${JSON.stringify(tag)}.`,
  );
}

function unknownPath(written: string): FindingError {
  return new FindingError(
    "E_NOT_SERVED",
    `Expected a served document or folder, or a tag that it has, found ${JSON.stringify(written)}.` +
      " `wenju docs` lists the documents.",
  );
}
