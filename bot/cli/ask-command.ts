/** `ask QUESTION`: one answer, as text or JSON. */

import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";
import { type Turn, turnSchema } from "../../prompts/answering/answer.ts";
import type { Scope } from "../../retrieval/scope.ts";
import type { App } from "../app.ts";
import { tagMark } from "../documents/tag-scope.ts";
import { UsageError } from "../errors.ts";
import { checkQuestion } from "../text/question.ts";
import { readScope } from "../text/read-scope.ts";
import { configOf } from "./command-options.ts";
import { ensureLoaded } from "./ensure-loaded.ts";
import { renderAnswerText } from "./render-answer-text.ts";
import { renderTrace } from "./render-trace.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const optionsSchema = z.object({
  json: z.boolean().default(false),
  explain: z.boolean().default(false),
  history: z.string().optional(),
  scope: z.array(z.string()).default([]),
});

/** In a complaint. */
const foldersNamed = 20;

const historySchema = z.array(turnSchema);

export function createAskCommand(terminal: Terminal): Command {
  return new Command("ask")
    .description("answer one question")
    .argument("<question>")
    .option("--json", "print the answer as JSON")
    .option("--explain", "show how the sentences scored and why statements passed or not")
    .option("--history <file>", 'turns before the question: JSON list of ["user"|"bot", text]')
    .option(
      "--scope <folder>",
      "look only into this folder of the documents, or those with this #tag; may be given several times",
      (folder: string, others: readonly string[] | undefined) => [...(others ?? []), folder],
    )
    .action(async (text: string, _options: unknown, command: Command) => {
      const options = optionsSchema.parse(command.opts());
      const question = checkQuestion(text);
      const history = options.history === undefined ? [] : await readHistory(options.history);
      const config = configOf(command, terminal);
      const explained = await withComposition(config, async (composition) => {
        if (config.documentsAreSample) await ensureLoaded(composition, config, terminal);
        const { app } = composition;
        const scope = await scopeOf(options.scope, app);
        return app.explain({ question, history, scope, signal: terminal.signal });
      });
      const { answer, trace, rewriting, writing } = explained;
      if (options.json) {
        printJson(terminal, options.explain ? { ...answer, trace, rewriting, writing } : answer);
        return;
      }
      print(terminal, renderAnswerText(answer, question));
      if (options.explain) print(terminal, `\n${renderTrace({ answer, trace, writing })}`);
    });
}

/** Undefined for the whole corpus. @throws {UsageError} `E_USAGE` */
async function scopeOf(names: readonly string[], app: App): Promise<Scope | undefined> {
  if (names.length === 0) return undefined;
  const folders = await app.folders();
  const tags = names.some((name) => name.startsWith(tagMark)) ? await app.tags() : [];
  const read = readScope(
    names,
    folders,
    tags.map(({ tag }) => tag),
  );
  if (read.kind === "scope") return read.scope;
  const some = folders.slice(0, foldersNamed).map(({ path }) => `${path}/`);
  throw new UsageError(
    "E_USAGE",
    `Expected --scope to name a folder of the loaded documents, found "${read.name}".` +
      (some.length === 0 ? " They are in no folder." : ` There are: ${some.join(", ")}.`),
  );
}

async function readHistory(path: string): Promise<readonly Turn[]> {
  try {
    return historySchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    const reason = error instanceof z.ZodError ? "another form" : String(error);
    throw new UsageError(
      "E_USAGE",
      `Expected ${path} to hold a JSON list of ["user"|"bot", text] pairs, found: ${reason}`,
      { cause: error },
    );
  }
}
