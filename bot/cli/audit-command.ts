/** `audit`: what was done to the corpus and the chats, who and when. */

import { Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import type { AuditedAct } from "../operations/audit.ts";
import { actLabel } from "../text/act-label.ts";
import { actorLabel } from "../text/actor-label.ts";
import { configOf } from "./command-options.ts";
import { printable } from "./printable.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const defaultActs = 20;
const optionsSchema = z.object({
  json: z.boolean().default(false),
  limit: z.number().int().default(defaultActs),
});

export function createAuditCommand(terminal: Terminal): Command {
  return new Command("audit")
    .description("list what was done last, newest first: who, what, when")
    .option("--limit <n>", `acts at most (default: ${defaultActs})`, actCount)
    .option("--json", "print them as JSON")
    .action(async (_options: unknown, command: Command) => {
      const { json, limit } = optionsSchema.parse(command.opts());
      const { acts, total } = await withComposition(
        configOf(command, terminal),
        async ({ operations }) => {
          const { audit } = await operations();
          return { acts: await audit.recent(limit), total: await audit.count() };
        },
      );
      if (json) printJson(terminal, acts);
      else print(terminal, renderActs(acts, total));
    });
}

function renderActs(acts: readonly AuditedAct[], total: number): string {
  if (total === 0) return "Nothing is recorded yet.";
  const lines = acts.map(
    (act) => `${act.at.toISOString()}  ${actorLabel(act.who, "en")}  ${actLabel(act, "en")}`,
  );
  const rest = total - acts.length;
  return printable([...lines, ...(rest === 0 ? [] : [`… and ${rest} more`])].join("\n"));
}

function actCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/u.test(text)) {
    throw new InvalidArgumentError("Expected how many acts to list, such as 20.");
  }
  return Number(text);
}
