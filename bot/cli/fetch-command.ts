/** `fetch URL…`: takes pages of the web into the documents, or fetches those anew that are there. */

import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { z } from "zod";
import type { Composition } from "../compose.ts";
import { UsageError } from "../errors.ts";
import { kindSentenceOfCode } from "../text/kind-sentence.ts";
import { uploadTexts } from "../text/upload-texts.ts";
import { configOf } from "./command-options.ts";
import { terminalUser } from "./load-with-progress.ts";
import { printable } from "./printable.ts";
import { takeInFiles } from "./take-in-files.ts";
import { print, printJson, tell, type Terminal } from "./terminal.ts";
import { folderAsked } from "./upload-command.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({
  to: z.string().optional(),
  refresh: z.union([z.boolean(), z.string()]).default(false),
  json: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});
type FetchOptions = z.infer<typeof optionsSchema>;

export function createFetchCommand(terminal: Terminal): Command {
  return new Command("fetch")
    .description("take pages into the documents by their address; public http and https only")
    .argument("[urls...]", "addresses")
    .option("--to <folder>", "where they are to stand (default: by their address)")
    .option(
      "--refresh [words]",
      "fetch those again that are there, or whose address or path has the words",
    )
    .option("--json", "print what became of them as JSON")
    .option("--dry-run", "show what they hold and would change; keep nothing")
    .action(async (urls: string[], _options: unknown, command: Command) => {
      const options = optionsSchema.parse(command.opts());
      if (urls.length > 0 === (options.refresh !== false)) throw oneOfBoth();
      await withComposition(configOf(command, terminal), async (composition) => {
        const { uploads } = composition.app;
        const who = terminalUser();
        const cardId = await uploads.open({ key: randomUUID(), who, language: "en" });
        const isDone =
          options.refresh === false
            ? await fetchAll(composition, { cardId, urls, options }, terminal)
            : await refresh(composition, { cardId, options }, terminal);
        if (!isDone) await takeInFiles(composition, cardId, options, terminal);
      });
    });
}

async function fetchAll(
  { app }: Composition,
  {
    cardId,
    urls,
    options,
  }: {
    readonly cardId: string;
    readonly urls: readonly string[];
    readonly options: FetchOptions;
  },
  { signal }: Terminal,
): Promise<boolean> {
  const folder = options.to === undefined ? undefined : folderAsked(options.to);
  for (const [position, url] of urls.entries()) {
    const take = async () => {
      const fetched = await app.uploads.fetch(url, signal);
      return { name: fetched.name, content: [fetched.content], url: fetched.url };
    };
    await app.uploads.receive({ cardId, position, name: url, take });
  }
  if (folder !== undefined) await app.uploads.moveTo(cardId, folder);
  return false;
}

/** True where nothing has changed. */
async function refresh(
  { app }: Composition,
  { cardId, options }: { readonly cardId: string; readonly options: FetchOptions },
  terminal: Terminal,
): Promise<boolean> {
  const wanted = typeof options.refresh === "string" ? options.refresh : "";
  const { signal } = terminal;
  const report = await app.uploads.refresh({ cardId, wanted, scope: undefined, signal });
  const words = uploadTexts.en;
  for (const { url, code } of report.failed) {
    tell(terminal, printable(words.failed(url, kindSentenceOfCode(code, "en"))));
  }
  if (report.changed > 0) return false;
  await app.uploads.discard(cardId);
  if (options.json) printJson(terminal, report);
  else {
    const { checked, changed, failed } = report;
    print(
      terminal,
      checked === 0 ? words.noPages : words.refreshed(checked, changed, failed.length),
    );
  }
  return true;
}

function oneOfBoth(): UsageError {
  return new UsageError(
    "E_USAGE",
    "Expected addresses to fetch, or --refresh for those that are there, found both or neither.",
  );
}
