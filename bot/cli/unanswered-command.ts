/** `unanswered`: what users could not find, the most asked first, with what the documents say near it. */

import { Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import type { FoundSentences } from "../../prompts/answering/find-sentences.ts";
import { scopeLabel } from "../text/scope-label.ts";
import { daysAgo, defaultDays, readDays } from "../unanswered/days-ago.ts";
import { listUnanswered, type UnansweredGroup } from "../unanswered/list-unanswered.ts";
import { lookAgain } from "../unanswered/look-again.ts";
import { configOf } from "./command-options.ts";
import { counted } from "./counted.ts";
import { printable } from "./printable.ts";
import { print, printJson, type Terminal } from "./terminal.ts";
import { withComposition } from "./with-composition.ts";

const defaultGroups = 10;
const optionsSchema = z.object({
  json: z.boolean().default(false),
  days: z.number().int().default(defaultDays),
  limit: z.number().int().default(defaultGroups),
});

interface ListedGroup extends UnansweredGroup {
  readonly now: FoundSentences;
}

export function createUnansweredCommand(terminal: Terminal): Command {
  return new Command("unanswered")
    .description("list what users could not find: refused and downvoted questions in groups")
    .option("--days <n>", `how far back to look (default: ${defaultDays})`, wholeNumber)
    .option("--limit <n>", `groups at most (default: ${defaultGroups})`, wholeNumber)
    .option("--json", "print them as JSON")
    .action(async (_options: unknown, command: Command) => {
      const { json, days, limit } = optionsSchema.parse(command.opts());
      const { listed, total } = await withComposition(
        configOf(command, terminal),
        async ({ app, operations }) => {
          const since = daysAgo(days, Date.now());
          const groups = await listUnanswered({ operations: await operations(), since });
          const shown: ListedGroup[] = [];
          for (const group of groups.slice(0, limit)) {
            shown.push({ ...group, now: await lookAgain(app, group) });
          }
          return { listed: shown, total: groups.length };
        },
      );
      if (json) printJson(terminal, listed);
      else print(terminal, renderGroups(listed, total, days));
    });
}

function renderGroups(listed: readonly ListedGroup[], total: number, days: number): string {
  if (total === 0) {
    return `Within ${counted(days, "day")} every question was answered, and no answer voted down.`;
  }
  const rest = total - listed.length;
  const more = rest === 0 ? [] : [`… and ${rest} more`];
  return printable([...listed.map(renderGroup), ...more].join("\n\n"));
}

function renderGroup(group: ListedGroup): string {
  const { question, scope, count, refused, downvoted, lastAskedAt, otherWordings, now } = group;
  const where = scope === undefined ? "" : `, in ${scopeLabel(scope, "en")}`;
  return [
    question,
    `  asked ${count}×: ${refused} refused, ${downvoted} voted down; last ${lastAskedAt.toISOString()}${where}`,
    ...otherWordings.map((wording) => `  also: ${wording}`),
    ...(now.isAnswered ? ["  The documents answer it by now:"] : []),
    ...now.citations.map(({ text, path }) => `  > ${text} (${path})`),
  ].join("\n");
}

function wholeNumber(text: string): number {
  const number = text === "" ? undefined : readDays(text);
  if (number === undefined) throw new InvalidArgumentError("Expected a whole number, such as 30.");
  return number;
}
