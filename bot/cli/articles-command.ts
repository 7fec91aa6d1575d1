/** `articles [PATH]`: what the loader made of the documents. */

import { Command } from "commander";
import { z } from "zod";
import type { Document } from "../../corpus/document.ts";
import { FindingError } from "../errors.ts";
import { configOf } from "./command-options.ts";
import { renderArticles } from "./render-articles.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });

export function createArticlesCommand(terminal: Terminal): Command {
  return new Command("articles")
    .description("list articles, dates and sentences of the loaded documents")
    .argument("[path]", "a document or a folder of them (default: all)")
    .option("--json", "print them as JSON")
    .action(async (path: string | undefined, _options: unknown, command: Command) => {
      const { json } = optionsSchema.parse(command.opts());
      const documents = await withComposition(configOf(command, terminal), ({ app }) =>
        app.documents(path),
      );
      if (documents.length === 0 && path !== undefined) {
        throw new FindingError(
          "E_NOT_SERVED",
          `Expected a path of the served corpus, found ${JSON.stringify(path)}.` +
            " `wenju articles` without a path lists them all.",
        );
      }
      if (json) printJson(terminal, documents.map(documentAsJson));
      else print(terminal, documents.map(renderArticles).join("\n\n\n"));
    });
}

function documentAsJson({ id, path, mediaType, articles, dropped }: Document): unknown {
  return { path, documentId: id, mediaType, articles, dropped };
}
